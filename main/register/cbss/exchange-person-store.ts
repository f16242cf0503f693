// SQL of whom a kept exchange names: by number, and by name as names are compared (N7). With somebody's erasure these go.
import { normalName } from '../../../preload/rules/register/compare-identity.ts';
import { type Database, statement } from '../../platform/database.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

const nameKey = (lastName: string, givenName: string): string =>
  `${normalName(lastName)},${normalName(givenName.trim().split(/[\s,]+/u)[0] ?? '')}`.slice(0, 200);

const mostNamed = 200;

/** Whoever a message speaks of: `85070399768`, `PEETERS,JAN`, and `PEETERS,` where no given name stands beside. */
export function personsNamedIn(xml: string): string[] {
  const numbers = xml.match(/(?<!\d)\d{11}(?!\d)/g) ?? [];
  const names = [...xml.matchAll(/<lastName>([^<]*)<\/lastName>\s*(?:<givenName>([^<]*)<\/givenName>)?/g)];
  const keys = names.map(([, last = '', given = '']) => nameKey(decoded(last), decoded(given)));
  return [...new Set([...numbers, ...keys])].slice(0, mostNamed);
}

/** Within the transaction that keeps the exchange. */
export function notePersons(db: Database, exchangeId: string, texts: readonly string[]): void {
  const insert = statement(
    db,
    'INSERT OR IGNORE INTO cbss_exchange_person (named, exchange_id) VALUES (?, ?)',
  );
  for (const named of new Set(texts.flatMap(personsNamedIn))) insert.run(named, exchangeId);
}

/** Their numbers, earlier ones too, and their names with and without the given one. */
function keysOf(db: Database, personId: string): string[] {
  const numbers = statement(db, 'SELECT insz FROM person_number WHERE person_id = ?')
    .pluck()
    .all(personId) as string[];
  const names = statement(db, 'SELECT family_name AS last, given_name AS given FROM person WHERE id = ?').get(
    personId,
  ) as { last: string; given: string } | undefined;
  const keys =
    names === undefined || names.last === ''
      ? []
      : [nameKey(names.last, names.given), nameKey(names.last, '')];
  return [...numbers, ...keys];
}

/** Ids of the exchanges that went. */
export function deleteExchangesOf(db: Database, personIds: readonly string[]): string[] {
  const named = [...new Set(personIds.flatMap((id) => keysOf(db, id)))];
  return statement(
    db,
    `DELETE FROM cbss_exchange WHERE id IN (
       SELECT exchange_id FROM cbss_exchange_person WHERE named IN (SELECT value FROM json_each(?))) RETURNING id`,
  )
    .pluck()
    .all(JSON.stringify(named)) as string[];
}
