// A replaced number changes one place: plannings, clients' own numbers, badges and acts at a point go on with the person.
import { expect, it } from 'vitest';
import { comparePeriod } from '../../../main/planning/compare-period.ts';
import { keepOwnNumber, ownNumbersOf } from '../../../main/planning/names-store.ts';
import { insertPlanning, insertStay } from '../../../main/planning/planning-store.ts';
import { newId } from '../../../main/platform/ids.ts';
import { keepPresence } from '../../../main/presences/presence-store.ts';
import { noteLookUp } from '../../../main/presences/site-day-store.ts';
import { personForNumber } from '../../../main/register/numbers/number-person.ts';
import { insertAct, lastAct, sameAct } from '../../../main/registration-point/act-store.ts';
import { enrol, identify, takeBackBadges } from '../../../main/registration-point/identify.ts';
import { addRegisterLines } from '../../../main/rescue/list-workers.ts';
import { beginClient, insertWorker } from '../../../main/rescue/rescue-store.ts';
import { belgianMoment } from '../../../preload/rules/dates/belgian-day.ts';
import { workers } from '../../support/seed-profile.ts';
import { unwrap } from '../platform/scratch.ts';
import { A, apply, B, bindNumbers, C, opened, person, replaced, rows } from './number-bench.ts';

bindNumbers();
const day = '2026-11-23';
const site = '1Y100PARK0001';
const at = (hour: number): number => belgianMoment(day, hour * 60);
const db = () => opened().session.db;

function planned(insz: string, from: number, to: number): void {
  const { employerId } = opened();
  const id = newId();
  const whole = { id, employerId, name: 'week.csv', firstDay: day, lastDay: day, stays: 1, workers: 1 };
  insertPlanning(db(), { ...whole, keptAt: `2026-11-20T08:00:0${from % 10}Z`, replaces: false });
  const stay = { day, reference: null, from: at(from), to: at(to), pause: null };
  insertStay(db(), id, 1, { ...stay, personId: personForNumber(db(), insz) });
}

let serviceId = 0;
function present(insz: string, type: 'IN' | 'OUT', hour: number, currentInsz: string | null = null): void {
  serviceId += 1;
  const wire = { id: serviceId, employerNumber: '0999999130', reference: site, insz, currentInsz, type };
  const rest = { channel: 'qrCode', validity: 'valid', cancelReason: null } as const;
  const moments = { registeredAt: at(hour), createdAt: at(hour), validatedAt: at(hour), cancelledAt: null };
  keepPresence(
    db(),
    opened().employerId,
    { ...wire, ...rest, ...moments, remarks: [] },
    '2026-11-24T08:00:00Z',
  );
}

/** Of each compared line, whose it is and what it tells. */
function compared(): [string, string][] {
  const { employerId } = opened();
  const look = { id: newId(), employerId, from: day, to: day, withSubcontractors: true, found: 0 };
  noteLookUp(db(), { ...look, askedAt: '2026-11-24T08:00:00Z' });
  const asked = { employerId, from: day, to: day, tolerance: 0, now: Date.parse('2026-11-25T08:00:00Z') };
  const steps = comparePeriod(db(), asked);
  for (;;) {
    const step = steps.next();
    if (step.done)
      return step.value.lines.map(({ insz, told }) => [insz, told.map(({ kind }) => kind).join(' ')]);
  }
}

it('compares what was planned under the old number with the presences under the new one, once they are one person', () => {
  planned(A, 8, 12);
  present(B, 'IN', 8);
  present(B, 'OUT', 12);
  expect(compared().toSorted()).toEqual([
    [A, 'notThere'],
    [B, 'notPlanned'],
  ]);
  expect(apply(replaced(A, B))).toMatchObject({ state: 'applied' });
  expect(compared()).toEqual([[B, 'asPlanned']]);
  expect(rows('SELECT count(DISTINCT person_id) AS n FROM planning_stay')).toEqual([{ n: 1 }]);
});

it('changes no row of a planning, a badge or an act where nobody held the new number', () => {
  planned(A, 8, 12);
  keepOwnNumber(db(), opened().employerId, '7', personForNumber(db(), A));
  const before = rows(
    'SELECT * FROM planning_stay UNION ALL SELECT *, 1, 1, 1, 1, 1 FROM planning_worker_number',
  );
  apply(replaced(A, B));
  present(B, 'IN', 8);
  present(B, 'OUT', 12);
  expect(
    rows('SELECT * FROM planning_stay UNION ALL SELECT *, 1, 1, 1, 1, 1 FROM planning_worker_number'),
  ).toEqual(before);
  expect(compared()).toEqual([[B, 'asPlanned']]);
  expect(ownNumbersOf(db(), opened().employerId)).toEqual([{ number: '7', insz: B }]);
});

it('compares two persons as one as long as what the service said of them waits to be taken in', () => {
  planned(B, 8, 12);
  present(A, 'IN', 8, null);
  present(A, 'OUT', 12, B);
  expect(compared()).toEqual([[B, 'asPlanned']]);
});

it('knows a badge that was enrolled under the old number, and whose it was where both had some', () => {
  const { session, employerId } = opened();
  const at_ = { employerId, channels: ['badge', 'number'] };
  const who = (badge: string) => identify(session, at_, { entered: badge, by: 'scanned' });
  const enrolled = (badge: string, number: string) => unwrap(enrol(session, at_, { badge, number })).outcome;
  expect([enrolled('one', A), enrolled('two', B)]).toEqual(['enrolled', 'enrolled']);
  apply(replaced(A, B));
  expect([who('one'), who('two')]).toEqual([
    { kind: 'worker', insz: B },
    { kind: 'worker', insz: B },
  ]);
  expect(enrolled('one', B)).toBe('enrolled');
  apply(replaced(B, C));
  expect(who('one')).toEqual({ kind: 'worker', insz: C });
  expect(enrolled('one', workers.fien)).toBe('badgeTaken');
  expect(unwrap(takeBackBadges(session, { number: A }))).toEqual({ outcome: 'takenBack', badges: 2 });
  expect(who('one')).toEqual({ kind: 'unknownBadge' });
  // Nothing names that person any more.
  expect(rows('SELECT 1 FROM person_number WHERE insz IN (?, ?, ?)', A, B, C)).toEqual([]);
});

it('takes an act under either number for one of the same worker, and asks the service under the one that was sent', () => {
  const { employerId } = opened();
  person(B, []);
  const act = {
    employer_id: employerId,
    reference: site,
    type: 'IN',
    moment: at(8),
    origin: 'point',
  } as const;
  insertAct(db(), { ...act, id: 'a', insz: A });
  expect(lastAct(db(), site, B, 0)).toBeNull();
  apply(replaced(A, B));
  expect(lastAct(db(), site, B, 0)).toMatchObject({ id: 'a', insz: A });
  expect(sameAct(db(), { ...act, insz: B })).toMatchObject({ id: 'a', insz: A });
});

it('knows a worker whom only the service listed, under the old number, for the one of the register', () => {
  const { session, employerId, workerIds } = opened();
  const stray = { id: newId(), workerId: null, insz: A, familyName: 'F', givenName: '', atService: true };
  beginClient(db(), employerId, '2026-11-24T08:00:00Z');
  insertWorker(db(), employerId, stray);
  apply(replaced(A, workers.fien));
  const steps = addRegisterLines(session, employerId, [2025]);
  while (steps.next().done !== true);
  const of = rows('SELECT id, insz FROM rescue_worker WHERE worker_id = ?', workerIds.fien);
  expect(of).toEqual([{ id: stray.id, insz: A }]);
});
