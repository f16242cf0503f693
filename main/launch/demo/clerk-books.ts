// The ledger of the service and the register held beside each other, record by record.
import { filedElsewhere } from './clerk-day.ts';
import type { Committed, Held } from './clerk-judge.ts';
import type { Clerk } from './clerk-pages.ts';
import { expect } from './report.ts';

type Read = (employer: string, insz: string, year: number) => Promise<Held[]>;
type Booked = Held & { employer: string; insz: string; year: number };
const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());

/** `read`: what stands at the service of a worker's year; null where nobody can sign for the judge. */
export async function compareBooks(
  { must }: Pick<Clerk, 'must'>,
  ledger: readonly Committed[],
  read: Read | null,
): Promise<string> {
  const accepted = await acceptedOf(must);
  // Each accepted record came into being exactly once, and nothing came into being that the register does not know.
  const created = ledger.flatMap(({ path, effects }) =>
    effects.filter(({ effect }) => effect === 'created').map(() => placeIn(path)),
  );
  const places = accepted.map(({ employer, insz, year }) => `${employer} ${insz} ${year}`);
  expect(same(created, places), `${created.length} in the ledger, ${places.length} accepted in the register`);
  expect(
    ledger.every(({ effects }) => effects.every(({ effect }) => effect !== 'deleted')),
    'nothing was removed on the way',
  );
  if (read === null) return `${created.length} created, each once, as the register says`;
  const keys = new Set(places);
  for (const key of keys) {
    const [employer = '', insz = '', year = ''] = key.split(' ');
    const mine = accepted.filter((one) => one.employer === employer && one.insz === insz);
    const held = (await read(employer, insz, Number(year))).filter(
      ({ title }) => title !== filedElsewhere.training.title,
    );
    expect(same(held.map(line), mine.map(line)), 'a record stands at the service as in the register');
  }
  return `${created.length} records, each created once, equal value by value`;
}

const line = ({ title, startDate, endDate, minutes }: Held): string =>
  [title, startDate, endDate, minutes].join('|');

/** Employer, number and year in the path of a worker's year. */
const placeIn = (path: string): string =>
  (/employers\/(\d+)\/employees\/(\d+)\/calendarYears\/(\d+)/.exec(path) ?? []).slice(1).join(' ');

async function acceptedOf(must: Clerk['must']): Promise<Booked[]> {
  const employers = await must('employer.list', { pageSize: 500 });
  const numbers = new Map(employers.rows.map(({ id, enterpriseNumber }) => [id, enterpriseNumber ?? '']));
  const { rows, total } = await must('training.list', {
    ...{ states: ['accepted', 'acceptedWithWarnings'], pageSize: 500 },
  });
  expect(rows.length === total, 'all of them on one page');
  return rows
    .filter(({ fields }) => fields.title !== filedElsewhere.training.title)
    .map(({ employerId, insz, year, fields }) => ({
      ...{ employer: numbers.get(employerId) ?? '', insz, year, title: fields.title },
      ...{ startDate: fields.startDate ?? '', endDate: fields.endDate ?? '' },
      minutes: fields.durationMinutes ?? 0,
    }));
}
