// Fills a profile with 5,000 requests of one employer: `seed-applicants.js DIR`. In all columns but the refused, of which nothing is kept.

import { putAccess } from '../../../main/applicants/access-store.ts';
import { putAnswer } from '../../../main/applicants/answer-store.ts';
import { changeRequest, insertRequest } from '../../../main/applicants/request-store.ts';
import { transaction } from '../../../main/platform/database.ts';
import { newId } from '../../../main/platform/ids.ts';
import { openApp, say } from './open-app.ts';
import { numbered } from './workers.ts';

const [dir = ''] = process.argv.slice(2);
const sizes = [
  ['asked', 'open', 1_500],
  ['approved', 'approved', 500],
  ['read', 'approved', 1_000],
  ['expired', 'expired', 1_200],
  ['withdrawn', 'withdrawn', 300],
  ['ended', 'ended', 500],
] as const;
const beginnings = [
  'Aar',
  'Bou',
  'Cle',
  'Dew',
  'Eve',
  'Fon',
  'Goo',
  'Hou',
  'Ith',
  'Joo',
  'Kel',
  'Lie',
  'Mer',
];
const ends = ['dewijn', 'kamp', 'laar', 'mans', 'nest', 'poel', 'roye', 'stra', 'tenaar', 'velt', 'wijck'];
const desks = ['onthaal', 'keuken', 'zaal', 'terras', 'plateau'];
const enterpriseNumber = '0999999130';

const { app, call } = await openApp(dir);
const { id: employerId } = await call('employer.add', {
  name: 'Schoonmaak De Berk',
  enterpriseNumber: enterpriseNumber as never,
});
const session = app.session();
if (session === null || session === undefined) throw new Error('no session');
const { db } = session;
const persons = numbered(0, 1_500).map((row) => String(row['insz']));
// The day on which practice opens: accesses run on it.
const opens = Date.parse('2025-03-01T08:00:00Z');
let count = 0;
transaction(db, () => {
  for (const [board, state, size] of sizes)
    for (let at = 0; at < size; at += 1) {
      count += 1;
      const id = newId();
      const askedAt = new Date(opens + count * 1_000).toISOString();
      const approved = board === 'approved' || board === 'read';
      insertRequest(db, {
        id,
        employer_id: employerId,
        enterprise_number: enterpriseNumber,
        mandatary_number: null,
        asked_as: 'employer',
        client_reference: newId(),
        language: 'nl',
        label: desks[count % desks.length] ?? '',
        insz: null,
        name: null,
        asked_by: 'An',
        asked_at: askedAt,
        dataSets: count % 2 === 0 ? ['studentWorkHours'] : ['flexiJobEligibility', 'studentWorkHours'],
      });
      changeRequest(db, id, {
        state,
        board,
        service_id: `${(count * 7_919).toString(16).padStart(8, '0')}-0000-4000-8000-${String(count).padStart(12, '0')}`,
        expires_at: '2025-03-01T22:59:59.000Z',
        ...(approved
          ? {
              name: `Fien ${beginnings[count % beginnings.length]}${ends[count % ends.length]}`,
              insz: persons[count % persons.length] ?? null,
            }
          : {}),
      });
      if (approved)
        putAccess(db, {
          request_id: id,
          data_set: 'studentWorkHours',
          service_id: null,
          state: 'active',
          start_date: '2025-03-01',
          end_date: '2025-05-31',
          revoked_at: null,
        });
      if (board === 'read')
        putAnswer(db, id, {
          dataSet: 'studentWorkHours',
          readAt: askedAt,
          value: { year: 2025, quota: 650, available: (count * 13) % 651 },
        });
    }
});
await call('settings.update', { firstRunDone: true, personName: 'An', employerId });
await app.close();
say({ requests: count });
