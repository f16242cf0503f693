// The worked cases of the rules, inserted and deleted in a real register; after each, what must hold after every operation.
import { expect, test } from 'vitest';
import { addPeriod, type Period } from '../../../preload/rules/register/periods.ts';
import {
  allLines,
  insert,
  must,
  number,
  open,
  otherEmployer,
  period,
  periods,
  person,
  registerBench,
  remove,
} from './register-bench.ts';

registerBench();
const insz = number(0);

/** Lines of the key that the cases use, by its days. */
function linesOf(personId: string): Period[] {
  return open()
    .session.db.prepare(
      `SELECT begin_date AS "begin", end_date AS "end" FROM register_line
        WHERE person_id = ? AND employer_id = ? AND dossier_type = 'TRAINEE' ORDER BY begin_date`,
    )
    .all(personId, open().employerId) as Period[];
}
const lay = async (before: string): Promise<string> => {
  const personId = person(insz);
  for (const one of periods(before)) await must(insert({ period: one }));
  return personId;
};

/** I1, I2, I3 of every line in the database. */
function holds(): void {
  const rows = open()
    .session.db.prepare(
      `SELECT a.begin_date FROM register_line a JOIN register_line b USING (person_id, employer_id, owner_id, dossier_type)
        WHERE a.begin_date < b.begin_date AND (a.end_date IS NULL OR a.end_date >= b.begin_date)
           OR a.end_date < a.begin_date`,
    )
    .all();
  expect(rows).toEqual([]);
}
const day = (at: number): string => new Date(Date.UTC(2022, 11, 1 + at)).toISOString().slice(0, 10);
const daysIn = (lines: readonly Period[]): Set<string> =>
  new Set(
    Array.from({ length: 1_200 }, (_, at) => day(at)).filter((one) =>
      lines.some(({ begin, end }) => begin <= one && one <= (end ?? '9999')),
    ),
  );

test.each([
  ['E1', '2024-01-01..06-30', '2025-01-01..open', '2024-01-01..06-30 | 2025-01-01..open'],
  ['E2', '2024-01-01..06-30', '2024-05-01..12-31', '2024-01-01..12-31'],
  ['E3', '2024-01-01..06-30', '2024-06-30..09-30', '2024-01-01..09-30'],
  ['E4', '2024-01-01..06-30', '2024-07-01..12-31', '2024-01-01..06-30 | 07-01..12-31'],
  ['E5', '2024-01-01..02-29 | 04-01..05-31 | 07-01..open', '2024-02-15..07-15', '2024-01-01..open'],
  ['E6', '2024-01-01..open', '2024-03-01..03-31', '2024-01-01..open'],
  ['E7', '2024-01-01..06-30 | 07-01..12-31', '2024-06-30..07-01', '2024-01-01..12-31'],
  ['E8', '2024-05-01..05-31', '2024-01-01..open', '2024-01-01..open'],
  [
    'X10',
    '2024-01-01..02-29 | 03-02..12-31',
    '2024-03-01..03-01',
    '2024-01-01..02-29 | 03-01..03-01 | 03-02..12-31',
  ],
])('%s: %s and %s', async (name, before, added, after) => {
  const personId = await lay(before);
  await must(insert({ employerId: otherEmployer(), period: period('2024-02-01..open') }));
  const others = allLines().filter((line) => !line.includes(`${personId} ${open().employerId}`));
  const was = daysIn(linesOf(personId));
  const done = await must(insert({ period: period(added) }));
  expect([done.before, done.after, linesOf(personId)]).toEqual([
    periods(before),
    periods(after),
    periods(after),
  ]);
  expect([done.outcome, done.warnings]).toEqual(
    name === 'E6' ? ['unchanged', [{ code: 'INS00006' }]] : ['stored', []],
  );
  holds();
  // I4 and I6.
  expect(daysIn(linesOf(personId))).toEqual(new Set([...was, ...daysIn([period(added)])]));
  expect(allLines().filter((line) => !line.includes(`${personId} ${open().employerId}`))).toEqual(others);
  // I5.
  const again = await must(insert({ period: period(added) }));
  expect([again.outcome, again.after, again.actId]).toEqual(['unchanged', periods(after), null]);
});

test('E9 and E10: another type, another client are other keys', async () => {
  const personId = await lay('2024-01-01..open');
  const one = await must(insert({ dossierType: 'ON_SITE' }));
  const other = await must(insert({ employerId: otherEmployer() }));
  expect([one.before, other.before]).toEqual([[], []]);
  const words = (employer: string, type: string) => `${personId} ${employer} ${type} 2024-01-01..open`;
  expect(allLines().filter((line) => line.startsWith(personId))).toEqual(
    [
      words(open().employerId, 'TRAINEE'),
      words(open().employerId, 'ON_SITE'),
      words(otherEmployer(), 'TRAINEE'),
    ].toSorted(),
  );
  holds();
});

test.each([
  ['X1', '2024-01-01..06-30 | 2025-01-01..open', null, ''],
  ['X2', '2024-01-01..12-31', '2024-04-01..06-30', '2024-01-01..03-31 | 07-01..12-31'],
  ['X3', '2024-01-01..12-31', '2023-06-01..2024-02-29', '2024-03-01..12-31'],
  ['X4', '2024-01-01..12-31', '2024-11-01..open', '2024-01-01..10-31'],
  [
    'X5',
    '2024-01-01..03-31 | 05-01..06-30 | 08-01..open',
    '2024-03-01..08-31',
    '2024-01-01..02-29 | 09-01..open',
  ],
  ['X6', '2024-01-01..open', '2025-01-01..03-31', '2024-01-01..12-31 | 2025-04-01..open'],
  ['X7', '2024-01-01..06-30', '2024-01-01..06-30', ''],
  ['X8', '2024-01-01..06-30', '2025-01-01..12-31', '2024-01-01..06-30'],
  ['X9', '2024-01-01..12-31', '2024-03-01..03-01', '2024-01-01..02-29 | 03-02..12-31'],
])('%s: %s less %s', async (name, before, taken, after) => {
  const personId = await lay(before);
  await must(insert({ employerId: otherEmployer() }));
  await must(insert({ dossierType: 'ON_SITE' }));
  const others = allLines().filter((line) => !line.includes(`${open().employerId} TRAINEE`));
  const was = daysIn(linesOf(personId));
  const gone = taken === null ? null : period(taken);
  const days = daysIn(gone === null ? [{ begin: '0001-01-02', end: null }] : [gone]);
  const done = await must(remove({ period: gone }));
  expect([done.before, done.after, linesOf(personId)]).toEqual([
    periods(before),
    periods(after),
    periods(after),
  ]);
  expect([done.outcome, done.warnings]).toEqual(
    name === 'X8' ? ['unchanged', [{ code: 'INS00005' }]] : ['stored', []],
  );
  holds();
  expect(daysIn(linesOf(personId))).toEqual(new Set([...was].filter((one) => !days.has(one))));
  expect(allLines().filter((line) => !line.includes(`${open().employerId} TRAINEE`))).toEqual(others);
  const again = await must(remove({ period: gone }));
  expect([again.outcome, again.actId, again.warnings]).toEqual(['unchanged', null, [{ code: 'INS00005' }]]);
});

test('which of two comes first does not matter', async () => {
  const all = ['2024-01-01..03-31', '2024-03-31..05-01', '2024-05-02..open', '2024-04-30..04-30'];
  const orders = all.flatMap((one) => all.filter((two) => two !== one).map((two) => [one, two]));
  for (const [at, order] of orders.entries()) {
    const of = number(10 + at);
    person(of);
    for (const one of order) await must(insert({ insz: of, period: period(one) }));
    const both = order.map(period).toSorted((one, two) => (one.begin < two.begin ? -1 : 1));
    const done = await must(insert({ insz: of, period: period(order[0] ?? '') }));
    expect(done.after).toEqual(both.reduce<Period[]>((lines, one) => addPeriod(lines, one).periods, []));
  }
});
