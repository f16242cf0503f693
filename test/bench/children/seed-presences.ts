// Fills a profile with 100,000 presences: `seed-presences.js DIR`. A thousand workers on two sites of one employer on 25 days,
// each in, out for a break, in again and out; one in twenty with a remark.

import { transaction } from '../../../main/platform/database.ts';
import { keepPresence } from '../../../main/presences/presence-store.ts';
import { belgianDayOf } from '../../../preload/rules/dates/belgian-day.ts';
import { openApp, say } from './open-app.ts';
import { numbered } from './workers.ts';

const [dir = ''] = process.argv.slice(2);
const days = 25;
const perSite = 500;
const sites = ['1Y100PARK0001', '1Y100STAT0002'] as const;
const enterpriseNumber = '0999999130';
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
  'Noo',
];
const ends = ['dewijn', 'kamp', 'laar', 'mans', 'nest', 'poel', 'roye', 'stra', 'tenaar', 'velt', 'wijck'];
const codes = ['relatedDimonaNotOk', 'limosaIdUnknown', 'outWithoutIn'] as const;
/** Minutes after midnight UTC of the four marks; each worker and day a few minutes apart. */
const marks = [
  ['IN', 330],
  ['OUT', 580],
  ['IN', 610],
  ['OUT', 870],
] as const;

const { app, call } = await openApp(dir);
const { id: employerId } = await call('employer.add', {
  name: 'Schoonmaak De Berk',
  enterpriseNumber: enterpriseNumber as never,
});
const rows = [...numbered(0, perSite), ...numbered(perSite, perSite)].map((row, at) => ({
  insz: String(row['insz']),
  startDate: '2020-01-01',
  familyName: `${beginnings[at % beginnings.length]}${ends[at % ends.length]}`,
  givenName: `Fien ${String.fromCharCode(65 + (at % 26))}.`,
}));
for (const [at, reference] of sites.entries()) {
  await call('worker.addMany', { employerId, rows: rows.slice(at * perSite, (at + 1) * perSite) as never });
  await call('worksDeclaration.add', {
    employerId,
    reference,
    name: at === 0 ? 'Zalen Het Park' : 'Station Zuid',
    subcontractors: [],
  } as never);
}
const db = app.session()?.db;
if (db === undefined) throw new Error('no session');
// The day in Brussels, as the page counts: also in the hours in which it is another one elsewhere.
const today = Date.parse(belgianDayOf(Date.now()));
const readAt = new Date().toISOString();
let id = 0;
for (let day = 1; day <= days; day += 1) {
  transaction(db, () => {
    for (const [at, { insz }] of rows.entries())
      for (const [type, minute] of marks) {
        id += 1;
        const moment = today - day * 86_400_000 + (minute + ((at * 7 + day * 3) % 25)) * 60_000;
        const wrong = id % 20 === 0;
        keepPresence(
          db,
          employerId,
          {
            id,
            registeredAt: moment,
            createdAt: moment,
            type,
            insz,
            currentInsz: null,
            employerNumber: enterpriseNumber,
            reference: sites[at < perSite ? 0 : 1],
            channel: 'qrCode',
            validity: wrong ? 'invalid' : 'valid',
            validatedAt: moment + 3_000,
            remarks: wrong ? [{ code: codes[id % codes.length] ?? codes[0], severity: 'blocking' }] : [],
            cancelledAt: null,
            cancelReason: null,
          },
          readAt,
        );
      }
  });
}
await call('settings.update', { firstRunDone: true, personName: 'An', employerId });
await app.close();
say({ presences: id });
