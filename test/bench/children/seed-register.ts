// Fills a profile's person register with a million lines: `seed-register.js DIR`. A hundred thousand persons, each known for two of
// a hundred clients in two roles; one more with a thousand lines under his number, and a thousand under another one.

import { statement, transaction } from '../../../main/platform/database.ts';
import { openApp, say } from './open-app.ts';
import { clientNumber, personNumber, twinNumbers } from './register-numbers.ts';

const [dir = ''] = process.argv.slice(2);
const persons = 100_000;
const clients = 100;
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
const given = ['An', 'Bart', 'Chloé', 'Dirk', 'Els', 'Fatima', 'Gert', 'Hilde', 'Inge', 'Jan', 'Karim'];

const { app, call } = await openApp(dir);
const employers: string[] = [];
for (let at = 0; at < clients; at += 1) {
  const made = { name: `Klant ${String(at).padStart(3, '0')}`, enterpriseNumber: clientNumber(at) as never };
  employers.push((await call('employer.add', made)).id);
}
const db = app.session()?.db;
const ids = app.session()?.ids;
if (db === undefined || ids === undefined) throw new Error('no session');
// Only while it is filled: what is measured opens it as a person does.
db.pragma('cache_size=-400000');
db.pragma('synchronous=OFF');
const insertPerson = statement(
  db,
  `INSERT INTO person (id, family_name, given_name, created_at) VALUES (?, ?, ?, '2025-01-01T08:00:00.000Z')`,
);
const insertNumber = statement(
  db,
  `INSERT INTO person_number (insz, person_id, known_from) VALUES (?, ?, '2025-01-01')`,
);
const insertLine = statement(
  db,
  `INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date, end_date) VALUES (?, ?, 'own', ?, ?, ?)`,
);
let lines = 0;
const line = (
  person: string,
  employer: string | undefined,
  type: string,
  year: number,
  open: boolean,
): void => {
  insertLine.run(person, employer, type, `${year}-02-01`, open ? null : `${year}-11-30`);
  lines += 1;
};
const person = (insz: string, at: number): string => {
  const id = ids.newId();
  const family = `${beginnings[at % beginnings.length]}${ends[(at * 7) % ends.length]} ${at % 97}`;
  insertPerson.run(id, family, given[at % given.length]);
  insertNumber.run(insz, id);
  return id;
};
for (let from = 0; from < persons; from += 5_000)
  transaction(db, () => {
    for (let at = from; at < from + 5_000; at += 1) {
      const id = person(personNumber(at), at);
      // Two years of training and three of work for one, five of work for another; every third works on.
      for (const year of [2019, 2021]) line(id, employers[at % clients], 'TRAINEE', year, false);
      for (const year of [2022, 2023, 2024]) line(id, employers[at % clients], 'EMPLOYEE', year, false);
      for (const year of [2020, 2021, 2022, 2023, 2025])
        line(id, employers[(at + 37) % clients], 'EMPLOYEE', year, year === 2025 && at % 3 === 0);
    }
  });
transaction(db, () => {
  for (const [twin, insz] of twinNumbers.entries()) {
    const id = person(insz, twin);
    for (const employer of employers.slice(0, 50))
      for (let at = 0; at < 20; at += 1) line(id, employer, 'EMPLOYEE', 1980 + at * 2 + twin, false);
  }
});
await call('settings.update', { firstRunDone: true, personName: 'An' });
await app.close();
say({ lines });
