// What is said of a mandate before sending, on the days around the turn of a quarter.
import { describe, expect, it } from 'vitest';
import {
  type MandateFacts,
  mandateFindings,
  overlappingMandate,
} from '../../../preload/rules/employers/check-mandate.ts';
import {
  checkEstablishment,
  checkMandateDraft,
} from '../../../preload/rules/employers/check-mandate-draft.ts';

const klaver = '0999999031';
const other = '0999999130';
const mandate = (change: Partial<MandateFacts> = {}): MandateFacts => ({
  mandataryNumber: klaver,
  startQuarter: '2024Q2',
  endQuarter: null,
  lastAnswer: null,
  ...change,
});
const said = (mandates: MandateFacts[], day = '2025-03-31') =>
  mandateFindings(klaver, mandates, day).map(({ rule, severity }) => `${rule} ${severity}`);

describe('a route by mandate', () => {
  it('is fine with a mandate that runs, whether or not the service confirmed it', () => {
    expect(said([mandate()])).toEqual([]);
    expect(said([mandate({ lastAnswer: 'confirmed' })])).toEqual([]);
  });

  it('warns without a recorded mandate and never blocks', () => {
    expect(said([])).toEqual(['MND-NONE warning']);
  });

  it('warns on the last day of the last quarter, and on the next day that there is none', () => {
    const ending = [mandate({ endQuarter: '2025Q1' })];
    expect(said(ending, '2024-12-31')).toEqual([]);
    expect(said(ending, '2025-01-01')).toEqual(['MND-ENDS warning']);
    expect(said(ending, '2025-03-31')).toEqual(['MND-ENDS warning']);
    expect(said(ending, '2025-04-01')).toEqual(['MND-NONE warning']);
  });

  it('says nothing of an end when the next mandate is recorded already', () => {
    expect(said([mandate({ endQuarter: '2025Q1' }), mandate({ startQuarter: '2025Q2' })])).toEqual([]);
  });

  it('says from which day a later one counts', () => {
    const [finding] = mandateFindings(klaver, [mandate({ startQuarter: '2025Q2' })], '2025-03-31');
    expect(finding).toMatchObject({ rule: 'MND-LATER', params: { from: '2025-04-01' } });
  });

  it('warns when the mandate of this quarter is another’s', () => {
    expect(said([mandate({ mandataryNumber: other })])).toEqual(['MND-OTHER warning']);
  });

  it('blocks only what the service refused last', () => {
    expect(said([mandate({ lastAnswer: 'refuted' })])).toEqual(['MND-REFUTED blocking']);
    expect(said([mandate({ lastAnswer: 'refuted', endQuarter: '2024Q4' })])).toEqual(['MND-NONE warning']);
  });
});

describe('a second mandatary', () => {
  it('is found where it would share a quarter with the first', () => {
    const first = { startQuarter: '2024Q2', endQuarter: '2025Q1' };
    expect(overlappingMandate({ startQuarter: '2025Q1', endQuarter: null }, [first])).toBe(first);
    expect(overlappingMandate({ startQuarter: '2025Q2', endQuarter: null }, [first])).toBeNull();
  });
});

describe('a mandate as typed', () => {
  const rules = (change: Partial<Parameters<typeof checkMandateDraft>[0]>) =>
    checkMandateDraft(
      { mandataryNumber: '0999.999.031', startQuarter: '2025Q1', endQuarter: '', ...change },
      other,
    ).map(({ rule }) => rule);
  it.each([
    [{}, []],
    [{ mandataryNumber: '0999999032' }, ['MND-NUMBER-INVALID']],
    [{ mandataryNumber: 'BE 0999.999.130' }, ['MND-SELF']],
    [{ startQuarter: 'next' }, ['MND-START-INVALID']],
    [{ endQuarter: '5/2025' }, ['MND-END-INVALID']],
    [{ endQuarter: '2024Q4' }, ['MND-END-BEFORE']],
  ])('%o finds %o', (change, found) => {
    expect(rules(change)).toEqual(found);
  });
});

describe('an establishment unit as typed', () => {
  it('needs right check digits and a name', () => {
    const rules = (number: string, name: string) =>
      checkEstablishment({ number, name }).map(({ rule }) => rule);
    expect(rules('2.999.999.964', 'Magazijn')).toEqual([]);
    expect(rules('2.999.999.965', ' ')).toEqual(['EST-NUMBER-INVALID', 'EST-NAME-MISSING']);
    expect(rules('0999999031', 'Magazijn')).toEqual(['EST-NUMBER-INVALID']);
  });
});
