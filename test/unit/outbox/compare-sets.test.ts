// What a reading proves about a request whose answer was lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSets, type SetPrint } from '../../../main/outbox/compare-sets.ts';

const ours = new Set(['a', 'b', 'c']);
const verdict = (sent: SetPrint, before: SetPrint, now: SetPrint) => {
  const found = compareSets(sent, before, now, ours);
  return found.kind === 'applied'
    ? [found.complete ? 'all' : 'partly', [...found.stored].toSorted().join('')]
    : [found.kind];
};

describe('a reading after a lost answer', () => {
  it.each<[string, SetPrint, SetPrint, SetPrint, string[]]>([
    ['all of it stands', { a: '1', x: '9' }, { x: '9' }, { a: '1', x: '9' }, ['all', 'ax']],
    ['nothing changed', { a: '1', x: '9' }, { x: '9' }, { x: '9' }, ['untouched']],
    ['one of two stands: the other was refused', { a: '1', b: '2' }, {}, { a: '1' }, ['partly', 'a']],
    [
      'a refused correction leaves the old version',
      { a: '2', b: '1' },
      { a: '1' },
      { a: '1', b: '1' },
      ['partly', 'b'],
    ],
    ['a withdrawal took effect', { b: '1' }, { a: '1', b: '1' }, { b: '1' }, ['all', 'b']],
    ['a withdrawal to nothing took effect', {}, { a: '1' }, {}, ['all', '']],
    ['what was sent again already stood there', { a: '1' }, { a: '1' }, { a: '1' }, ['all', 'a']],
    ['somebody added one meanwhile', { a: '1' }, {}, { a: '1', y: '5' }, ['other']],
    ['somebody changed ours meanwhile', { a: '2' }, { a: '1' }, { a: '3' }, ['other']],
    ['what others filed is gone', { a: '1', x: '9' }, { x: '9' }, { a: '1' }, ['other']],
  ])('%s', (_name, sent, before, now, expected) => {
    expect(verdict(sent, before, now)).toEqual(expected);
  });

  const anySet = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x', 'y'), fc.constantFrom('1', '2'), {
    noNullPrototype: true,
  });
  it('never calls stored what does not stand there, and never sends again over a change', () => {
    fc.assert(
      fc.property(anySet, anySet, anySet, (sent, before, now) => {
        const found = compareSets(sent, before, now, ours);
        if (found.kind === 'applied') for (const one of found.stored) expect(now[one]).toBe(sent[one]);
        if (found.kind === 'untouched') expect(now).toEqual(before);
      }),
    );
  });

  it('recognises any outcome of its own: each of ours taken or refused', () => {
    fc.assert(
      fc.property(anySet, anySet, fc.func(fc.boolean()), (sent, before, taken) => {
        const others = Object.fromEntries(Object.entries(before).filter(([one]) => !ours.has(one)));
        const request = {
          ...Object.fromEntries(Object.entries(sent).filter(([one]) => ours.has(one))),
          ...others,
        };
        const now: SetPrint = {};
        for (const [one, print] of Object.entries(request)) {
          const kept = !ours.has(one) || taken(one) ? print : before[one];
          if (kept !== undefined) now[one] = kept;
        }
        expect(['applied', 'untouched']).toContain(compareSets(request, before, now, ours).kind);
      }),
    );
  });
});
