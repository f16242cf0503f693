// Whose a list is: by the enterprise numbers of its column or title, else by the people in it, else by the name of the file.
// Nothing is guessed between two: then a person says it.
import { plainHeading } from '../../../preload/rules/lists/guess-fields.ts';
import type { Session } from '../../platform/session.ts';
import type { Signs } from './many-signs.ts';
import { type EmployerName, employerNames, employersByNumber, employersOfPeople } from './many-store.ts';

/** Null: a column says it row by row, or a person must say it. */
export function whoseList({ db }: Pick<Session, 'db'>, fileName: string, signs: Signs): string | null {
  const numbered = employersByNumber(db, signs.enterprises);
  if (numbered.length === 1) return numbered[0]?.id ?? null;
  if (signs.column) return null;
  const [first, second] = signs.people.length === 0 ? [] : employersOfPeople(db, signs.people);
  if (first !== undefined && first.people > (second?.people ?? 0)) return first.employerId;
  const rivals = employerNames(db).filter(
    ({ id }) => first === undefined || [first, second].some((one) => one?.employerId === id),
  );
  return byFileName(fileName, rivals);
}

/** The one employer whose number or whole name stands in the name of the file; of several the longest name, alone. */
export function byFileName(fileName: string, employers: readonly EmployerName[]): string | null {
  const plain = plainHeading(fileName.replace(/\.[a-z0-9]{1,5}$/i, ''));
  const byNumber = employers.filter(({ number }) => number !== '' && plain.includes(number));
  if (byNumber.length > 0) return byNumber.length === 1 ? (byNumber[0]?.id ?? null) : null;
  const named = employers
    .map(({ id, name }) => ({ id, name: plainHeading(name) }))
    .filter(({ name }) => name.length >= shortestName && plain.includes(name))
    .toSorted((a, b) => b.name.length - a.name.length);
  const [best, next] = named;
  return best === undefined || next?.name.length === best.name.length ? null : best.id;
}

/** Shorter names stand in everything. */
const shortestName = 4;
