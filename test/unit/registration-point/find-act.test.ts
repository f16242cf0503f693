// By what an act is found at the service after its answer was lost: its day in Belgium, its very second, and no other's.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secret } from '../../../main/platform/secret.ts';
import type { Act } from '../../../main/registration-point/act-store.ts';
import { findAtService } from '../../../main/registration-point/find-act.ts';
import type { Line } from '../../../main/registration-point/line.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';

let profile: OpenProfile;
beforeAll(() => {
  profile = openProfile();
});
afterAll(() => profile.close());

const act = (moment: string): Act => ({
  id: 'a',
  employer_id: profile.employerId,
  reference: '1Y100PARK0001',
  insz: '01020399744',
  type: 'IN',
  moment: Date.parse(moment),
  origin: 'point',
});
const shown = (more: object) => ({
  id: 7,
  registrationDate: '2026-11-29T06:00:12Z',
  creationDate: '2026-11-29T06:00:13Z',
  type: 'IN',
  ssin: '01020399744',
  employer: { enterpriseNumber: '0999999130' },
  contractualRelationshipReference: '1Y100PARK0001',
  channel: 'webService',
  validity: 'pending',
  remarks: [],
  ...more,
});

/** A service that shows these, and what it was asked. */
function lineTo(items: object[]): { line: Line; asked: { registrationPeriod?: object; ssin?: string }[] } {
  const asked: { registrationPeriod?: object; ssin?: string }[] = [];
  const line: Line = {
    employerId: profile.employerId,
    enterpriseNumber: '0999999130',
    baseUrl: 'https://127.0.0.1:9',
    connection: {} as Line['connection'],
    keepsReferences: false,
    ask: (_ms, ask) =>
      ask({
        http: {
          close: async () => undefined,
          fetch: async ({ body }) => {
            asked.push(JSON.parse(String(body)));
            const answer = JSON.stringify({ items, total: items.length });
            return { kind: 'answer', status: 200, headers: {}, body: new TextEncoder().encode(answer) };
          },
        },
        token: secret('t'),
        now: new Date(),
        traceId: 't',
      }),
  };
  return { line, asked };
}

it.each([
  ['2026-11-29T22:59:59Z', '2026-11-29', 'a second before midnight'],
  ['2026-11-29T23:00:00Z', '2026-11-30', 'at midnight'],
  ['2026-10-24T22:30:00Z', '2026-10-25', 'in the night of 25 hours'],
  ['2026-10-25T22:59:59Z', '2026-10-25', 'at the end of the day of 25 hours'],
  ['2026-03-28T23:30:00Z', '2026-03-29', 'in the night of 23 hours'],
])('%s is asked about on %s, %s', async (moment, day) => {
  const { line, asked } = lineTo([]);
  expect(await findAtService(line, profile.session.db, act(moment))).toEqual({ kind: 'notThere' });
  expect(asked[0]).toMatchObject({
    registrationPeriod: { startDate: day, endDate: day },
    ssin: '01020399744',
  });
});

it.each([
  ['the same second', {}, 'there'],
  ['its minute, of a service that keeps no seconds', { registrationDate: '2026-11-29T06:00:00Z' }, 'there'],
  ['another second of that minute', { registrationDate: '2026-11-29T06:00:40Z' }, 'notThere'],
  ['an OUT', { type: 'OUT' }, 'notThere'],
  ['another worker', { ssin: '01020399645' }, 'notThere'],
  ['another site', { contractualRelationshipReference: '1Y100STAT0002' }, 'notThere'],
  [
    'one that was cancelled',
    { cancellation: { reason: 'other', cancellationDate: '2026-11-29T06:01:00Z' } },
    'notThere',
  ],
])('%s: %j is %s', async (_name, more, kind) => {
  const { line } = lineTo([shown(more)]);
  expect((await findAtService(line, profile.session.db, act('2026-11-29T06:00:12Z'))).kind).toBe(kind);
});

it('one that belongs to an earlier act is not taken for another', async () => {
  const { db } = profile.session;
  const earlier = act('2026-11-29T06:00:00Z');
  db.prepare(
    `INSERT INTO point_registration (id, employer_id, reference, insz, type, moment, origin, state, service_id)
     VALUES ('b', ?, ?, ?, 'IN', ?, 'point', 'registered', 7)`,
  ).run(earlier.employer_id, earlier.reference, earlier.insz, earlier.moment);
  const { line } = lineTo([shown({ registrationDate: '2026-11-29T06:00:00Z' })]);
  expect((await findAtService(line, db, act('2026-11-29T06:00:12Z'))).kind).toBe('notThere');
});
