// What Today says, and when: dated service states, deadlines, certificates, what a newcomer lacks.
import { describe, expect, it } from 'vitest';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import { quarterDueOn } from '../../../main/services/quarter-due.ts';
import { readServiceCalendar } from '../../../main/services/service-calendar.ts';
import { flaStateOn } from '../../../main/services/service-state.ts';
import { type TodayFacts, todayLines } from '../../../main/today/today-lines.ts';

const calendar = readServiceCalendar(resourcesDir());

const calm: TodayFacts = {
  counts: {
    employers: 1,
    workers: 1,
    accounts: 1,
    certificates: 1,
    drafts: 0,
    toFix: 0,
    ready: 0,
    unknown: 0,
    needsDecision: 0,
    refused: 0,
    routeMissing: 0,
  },
  certificates: [],
  failing: [],
  paused: false,
  fla: flaStateOn(calendar, '2025-03-01'),
  deadline: { date: '2025-04-30', days: 60, unsent: 0 },
};
const keysOf = (facts: Partial<TodayFacts>) => todayLines({ ...calm, ...facts }).map(({ key }) => key);
const counting = (counts: Partial<TodayFacts['counts']>) => keysOf({ counts: { ...calm.counts, ...counts } });

describe('the service calendar', () => {
  it.each([
    ['2025-03-01', 'open', '2024-04-01', '2025-12-31'],
    ['2025-10-02', 'open', '2024-04-01', '2025-12-31'],
    ['2025-10-03', 'announced', '2026-01-01', null],
    ['2025-12-31', 'announced', '2026-01-01', null],
    ['2026-01-01', 'readOnly', '2026-01-01', '2026-12-31'],
    ['2026-12-31', 'readOnly', '2026-01-01', '2026-12-31'],
    ['2027-01-01', 'closed', '2027-01-01', null],
  ])('on %s is %s', (day, state, since, until) => {
    expect(flaStateOn(calendar, day)).toMatchObject({ state, since, until });
  });

  it('says for every state where it is known from and how sure that is', () => {
    for (const { states } of calendar.services)
      for (const state of states)
        expect([state.source.length > 20, state.certainty]).toEqual([true, expect.any(String)]);
  });

  it.each([
    ['2025-03-01', '2025-01-01', '2025-03-31', '2025-04-30'],
    ['2025-04-30', '2025-01-01', '2025-03-31', '2025-04-30'],
    ['2025-05-01', '2025-04-01', '2025-06-30', '2025-07-31'],
    ['2025-01-15', '2024-10-01', '2024-12-31', '2025-01-31'],
    ['2024-12-31', '2024-10-01', '2024-12-31', '2025-01-31'],
  ])('on %s the quarter from %s is due next', (day, from, to, deadline) => {
    expect(quarterDueOn(day)).toEqual({ from, to, deadline });
  });
});

describe('todayLines', () => {
  it('is silent when there is nothing to do', () => {
    expect(keysOf({})).toEqual([]);
  });

  it('leads a newcomer one thing at a time', () => {
    expect(counting({ certificates: 0, accounts: 0, employers: 0, workers: 0 })).toEqual([
      'noCertificate',
      'noEmployer',
    ]);
    expect(counting({ accounts: 0, workers: 0 })).toEqual(['noAccount', 'noWorkers']);
    expect(counting({ routeMissing: 2 })).toEqual(['routeMissing']);
  });

  it('puts lost answers and refusals first', () => {
    expect(counting({ drafts: 1, ready: 2, unknown: 1, needsDecision: 1, refused: 3 })).toEqual([
      'outcomeUnknown',
      'needsDecision',
      'refused',
      'ready',
      'drafts',
    ]);
  });

  it('puts certificates after what was sent, and before what a newcomer lacks', () => {
    const certificate = {
      id: 'c',
      name: 'Eigen',
      notAfter: '2025-04-01T00:00:00.000Z',
      days: 40,
      rung: 40 as const,
      over: false,
      gone: false,
      users: [],
      renewal: null,
    };
    const counts = { ...calm.counts, refused: 1, accounts: 0 };
    expect(keysOf({ certificates: [certificate], counts })).toEqual([
      'refused',
      'certificateIdle',
      'noAccount',
    ]);
  });

  it('says that the outbox is paused only while something waits in it', () => {
    expect(keysOf({ paused: true })).toEqual([]);
    expect(keysOf({ paused: true, counts: { ...calm.counts, ready: 1 } })).toEqual(['paused']);
  });

  it('speaks of a deadline while the service still takes declarations, never after', () => {
    const deadline = { date: '2025-04-30', days: 10, unsent: 4 };
    expect(keysOf({ deadline })).toEqual(['deadline']);
    expect(keysOf({ deadline, fla: flaStateOn(calendar, '2026-02-01') })).toEqual(['serviceState']);
  });
});
