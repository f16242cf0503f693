// A service tells the number of now and not the steps to it: what is known of them here is gone on from.
import { expect, test } from 'vitest';
import type { WirePresence } from '../../../main/presences/presence-api.ts';
import { takeToldNumbers } from '../../../main/presences/told-numbers.ts';
import { insertLine } from '../../../main/register/insert-line.ts';
import { applyNumberEvent, type NumberEvent } from '../../../main/register/numbers/apply-number-event.ts';
import { countOpenEvents, heldBy, presentNumber } from '../../../main/register/numbers/number-store.ts';
import { unwrap } from '../platform/scratch.ts';
import { insertion, must, number, open, person, registerBench } from './register-bench.ts';
import { source } from './told-source.ts';

registerBench();
const [A, B, C, D] = [number(0), number(1), number(2), number(3)];

const replaced = (oldInsz: string, newInsz: string, origin: NumberEvent['origin']): void => {
  const { session } = open();
  const event = { eventId: session.ids.newId(), oldInsz, newInsz, effectiveDate: '2026-01-01', origin };
  unwrap(applyNumberEvent(session, { ...event, kind: 'replacement' }));
};
const presence = (insz: string, currentInsz: string): WirePresence => ({
  ...{ id: 7, insz, currentInsz, registeredAt: 0, createdAt: 0, type: 'IN', employerNumber: '0999999130' },
  ...{ reference: '1Y100PARK0001', channel: 'webService', validity: 'valid', validatedAt: null },
  ...{ remarks: [], cancelledAt: null, cancelReason: null },
});

test('where one step is known, what a source tells of the first number is the next step', async () => {
  const { session } = open();
  const personId = person(A);
  replaced(A, B, 'feed');
  const told = source({ ok: true, value: { insz: C, replaces: A } });
  const done = await must(insertLine(session, insertion(A, '2024-01-01..open'), told));
  expect([done.personId, done.insz, presentNumber(session.db, personId)]).toEqual([personId, C, C]);
  expect(heldBy(session.db, personId)).toEqual([A, B, C]);
  expect(countOpenEvents(session.db)).toBe(0);
});

test('against a step that only a person recorded it stands for somebody to look at', async () => {
  const { session } = open();
  const personId = person(A);
  replaced(A, B, 'person');
  const told = source({ ok: true, value: { insz: C, replaces: A } });
  await must(insertLine(session, insertion(A, '2024-01-01..open'), told));
  expect([presentNumber(session.db, personId), countOpenEvents(session.db)]).toEqual([B, 1]);
});

test('of one presence the service may tell a further number later on; what is behind what is known says nothing', () => {
  const { session } = open();
  const personId = person(A);
  for (const [insz, told] of [
    [A, B],
    [A, C],
    [A, B],
    [A, C],
  ] as const)
    takeToldNumbers(session, [presence(insz, told)]);
  expect(presentNumber(session.db, personId)).toBe(C);
  replaced(C, D, 'feed');
  takeToldNumbers(session, [presence(A, C)]);
  expect([presentNumber(session.db, personId), countOpenEvents(session.db)]).toEqual([D, 0]);
});
