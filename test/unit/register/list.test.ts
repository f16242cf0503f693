// The list of lines: whichever index it walks, it shows what was asked for, in its order, page by page.
import { expect, test } from 'vitest';
import { linesForOthers, linesOfPerson } from '../../../main/register/line-store.ts';
import { listLines } from '../../../main/register/list-store.ts';
import { number, open, otherEmployer, person, registerBench } from './register-bench.ts';

registerBench();

type Line = {
  name: string;
  insz: string;
  employerId: string;
  type: string;
  begin: string;
  end: string | null;
};
const types = ['EMPLOYEE', 'TRAINEE', 'ON_SITE'];
const days = ['2022-05-01', '2026-11-30'];

/** Forty persons with lines of every kind: ended, holding, coming; two of them to be looked at. */
function filled(): Line[] {
  const { db } = open().session;
  db.prepare('DELETE FROM register_line').run();
  const insert = db.prepare(
    `INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date, end_date, review)
     VALUES (?, ?, 'own', ?, ?, ?, ?)`,
  );
  return Array.from({ length: 40 }, (_, at) => {
    const [family, given] = [`${'ZMdá'[at % 4]}naam ${at % 7}`, `Fien ${at % 5}`];
    const insz = number(at);
    const id = person(insz, family, given);
    return Array.from({ length: 1 + (at % 4) }, (_, nth): Line => {
      const begin = `20${18 + nth * 3}-0${1 + (at % 9)}-01`;
      const end = (at + nth) % 3 === 0 ? null : `20${19 + nth * 3}-1${at % 3}-15`;
      const line = {
        ...{ name: `${family} ${given}`, insz, begin, end },
        employerId: at % 3 === 0 ? otherEmployer() : open().employerId,
        type: types[(at + nth) % 3] ?? '',
      };
      insert.run(id, line.employerId, line.type, begin, end, at % 20 === 7 ? 'numberCancelled' : null);
      return line;
    });
  }).flat();
}
const word = ({ insz, employerId, type, begin }: Line): string => [insz, employerId, type, begin].join(' ');

const states = {
  all: () => true,
  active: (line: Line, day: string) => line.begin <= day && (line.end ?? '9') >= day,
  ended: (line: Line, day: string) => (line.end ?? '9') < day,
  coming: (line: Line, day: string) => line.begin > day,
  review: (line: Line) => ['08', '28'].includes(line.insz.slice(7, 9)) && line.insz.slice(6, 7) === '0',
};

test('holds for every filter and both ways of walking', () => {
  const all = filled();
  const { db } = open().session;
  for (const few of [0, 5_000])
    for (const state of Object.keys(states) as (keyof typeof states)[])
      for (const day of days)
        for (const dossierType of [undefined, 'TRAINEE', 'APPLICANT'])
          for (const employer of [undefined, otherEmployer()])
            for (const text of ['', 'fien 2 z', '850704', 'nobody']) {
              const asked = {
                ...{ state, day, text, page: 1, pageSize: 7 },
                ...(dossierType === undefined ? {} : { dossierType }),
                ...(employer === undefined ? {} : { employerId: employer }),
              };
              const fits = all.filter(
                (line) =>
                  states[state](line, day) &&
                  (dossierType === undefined || line.type === dossierType) &&
                  (employer === undefined || line.employerId === employer) &&
                  (text === '850704' ||
                    text.split(' ').every((one) => line.name.toLowerCase().includes(one))),
              );
              const shown: Line[] = [];
              for (let page = 1; ; page += 1) {
                const answer = listLines(db, { ...asked, page }, few);
                expect([answer.total, answer.more], JSON.stringify([asked, few])).toEqual([
                  page === 1 || answer.rows.length > 0 ? fits.length : answer.total,
                  false,
                ]);
                shown.push(
                  ...answer.rows.map((row) => ({
                    ...{
                      name: `${row.familyName} ${row.givenName}`,
                      insz: row.insz,
                      employerId: row.employerId,
                    },
                    ...{ type: row.dossierType, ...row.period },
                  })),
                );
                if (answer.rows.length < 7) break;
              }
              expect(shown.map(word).toSorted(), JSON.stringify([asked, few])).toEqual(
                fits.map(word).toSorted(),
              );
              const byDay =
                state === 'ended' && text === '' && employer === undefined && dossierType === undefined;
              const key = ({ name, end }: Line) => (byDay ? (end ?? '') : name.toLowerCase());
              const keys = shown.map(key);
              const ordered = byDay ? keys.toSorted().toReversed() : keys.toSorted();
              expect(keys, JSON.stringify([asked, few])).toEqual(ordered);
            }
});

test('no look-up of one person walks lines of others', () => {
  const { db } = open().session;
  const plans: string[] = [];
  const spied = new Proxy(db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            if (/register_line/.test(sql)) plans.push(sql);
            return target.prepare(sql);
          }
        : Reflect.get(target, name),
  });
  linesOfPerson(spied, 'x', { employerId: 'y', dossierType: 'z', period: null, limit: 1 });
  linesForOthers(spied, { personId: 'x', employerId: 'y', ownerId: 'own', dossierType: 'z' });
  expect(plans).toHaveLength(2);
  for (const sql of plans) {
    const steps = db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array(sql.split('?').length - 1).fill('')) as {
      detail: string;
    }[];
    expect(steps.find(({ detail }) => /register_line|\bl\b/.test(detail))?.detail).toMatch(
      /PRIMARY KEY \(person_id=\?/,
    );
  }
});
