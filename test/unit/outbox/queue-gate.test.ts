// Pauses of the queue: whose they are, how long they are, and that no clock that is set makes them longer or shorter.
import { describe, expect, it } from 'vitest';
import { createAccountGates, lastWait, readWaits } from '../../../main/outbox/account-gates.ts';
import { createGate } from '../../../main/outbox/queue-gate.ts';
import { fixedClock } from '../../../main/platform/clock.ts';
import { fail } from '../../../preload/contract/result.ts';

const start = '2025-03-01T10:00:00Z';
const busy = fail('tooManyRequests', { retry: 'safe' }).failure;
const in60 = new Date('2025-03-01T10:01:00Z');
const wait = (retryAt: Date | null = in60) => ({ kind: 'wait', failure: busy, retryAt });

describe('a pause that the service asked for', () => {
  it('is over after its time', () => {
    const clock = fixedClock(start);
    const gate = createGate(clock, () => 0, null);
    gate.pause(busy, in60);
    clock.advance(59_000);
    expect(gate.until()).toEqual(in60);
    clock.advance(1_000);
    expect(gate.until()).toBeNull();
  });
  it('is as long when the clock is set back meanwhile', () => {
    const clock = fixedClock(start);
    const gate = createGate(clock, () => 0, null);
    gate.pause(busy, in60);
    clock.set('2025-02-28T10:00:00Z');
    expect(gate.until()).toEqual(new Date('2025-02-28T10:01:00Z'));
    clock.advance(60_000);
    expect(gate.until()).toBeNull();
  });
  it('is over when the computer slept through it, though its ticks stood still', () => {
    const clock = fixedClock(start);
    const gate = createGate(clock, () => 0, null);
    gate.pause(busy, in60);
    clock.set('2025-03-01T12:00:00Z');
    expect(gate.until()).toBeNull();
  });
  it('kept from an earlier run is a day at most: further off, a clock was set', () => {
    const clock = fixedClock(start);
    const gate = createGate(clock, () => 0, new Date('2031-01-01T00:00:00Z'));
    expect(gate.until()).toEqual(new Date('2025-03-02T10:00:00Z'));
  });
  it('longer than a quarter of an hour ends the run', () => {
    const gate = createGate(fixedClock(start), () => 0, null);
    gate.pause(busy, new Date('2025-03-01T10:15:01Z'));
    expect(gate.ended()).toEqual(busy);
  });
});

describe('accounts', () => {
  const gates = (begin = {}) => {
    const clock = fixedClock(start);
    return { clock, gates: createAccountGates(clock, () => 0, begin) };
  };
  it('wait and give up each by itself', () => {
    const { gates: all } = gates();
    all.ended('one', wait());
    expect([all.msToWait('one'), all.msToWait('two'), all.msToWait(null)]).toEqual([60_000, 0, 0]);
    all.ended('two', { kind: 'stop', failure: fail('entryMissing').failure });
    expect(all.of('two').ended()).toMatchObject({ code: 'entryMissing' });
    expect([all.of('one').ended(), all.all.ended()]).toEqual([null, null]);
  });
  it.each(['serviceReadOnly', 'serviceClosed'] as const)('%s stops all of them', (code) => {
    const { gates: all } = gates();
    all.ended('one', { kind: 'stop', failure: fail(code).failure });
    expect(all.all.ended()).toMatchObject({ code });
  });
  it('wait together where there is no network', () => {
    const { gates: all } = gates();
    all.ended('one', { kind: 'offline', failure: fail('offline').failure });
    expect(all.msToWait('two')).toBeGreaterThan(0);
  });
  it.each([
    [null, 250, 250],
    [new Date('2025-03-01T10:00:02Z'), 2_000, 2_000],
  ])('out of order until %s is one item’s own until the third in a row', (retryAt, alone, together) => {
    const { gates: all } = gates();
    const { failure } = fail('serviceUnavailable', { retry: 'safe' });
    const refused = () => all.ended('one', { kind: 'wait', failure, retryAt });
    expect([refused(), refused()]).toEqual([alone, alone]);
    expect(all.msToWait('one')).toBe(0);
    all.ended('one', { kind: 'done' });
    expect([refused(), refused()]).toEqual([alone, alone]);
    expect(refused()).toBe(0);
    expect(all.msToWait('one')).toBe(together);
  });
  it.each([
    ['serviceUnavailable', in60],
    ['tooManyRequests', new Date('2025-03-01T10:00:02Z')],
  ] as const)('%s until %s is everybody’s at once', (code, retryAt) => {
    const { gates: all } = gates();
    const { failure } = fail(code, { retry: 'safe' });
    expect(all.ended('one', { kind: 'wait', failure, retryAt })).toBe(0);
    expect(all.msToWait('one')).toBeGreaterThan(0);
  });
  it('go on waiting after a restart', () => {
    const { clock, gates: first } = gates();
    first.ended('one', wait());
    const kept = readWaits(JSON.stringify(first.waits()));
    clock.advance(10_000);
    const later = createAccountGates(clock, () => 0, kept);
    expect([later.msToWait('one'), later.msToWait('two')]).toEqual([50_000, 0]);
    expect(lastWait(kept, clock.now())).toEqual(in60);
    expect(lastWait(kept, new Date('2025-03-01T10:02:00Z'))).toBeNull();
  });
});

it.each<[string | null, Record<string, string>]>([
  [null, {}],
  [start, { '': start }],
  ['{"one":"2025-03-01T10:01:00.000Z","two":"later","three":5}', { one: '2025-03-01T10:01:00.000Z' }],
  ['nonsense', {}],
  ['[1]', {}],
  ['5', {}],
])('what was kept as %j is read as %j', (text, waits) => {
  expect(readWaits(text)).toEqual(waits);
});
