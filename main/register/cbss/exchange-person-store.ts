// SQL of whom a kept exchange names, by number and, where it names somebody without one, by name: with the erasure of a person the database
// lets go of what names him or her.
import { type Database, statement } from '../../platform/database.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '').trim();

const mostNamed = 200;

/** Eleven digits in a row: signatures and moments have none but by chance, which does no harm. */
export const numbersNamedIn = (xml: string): string[] => xml.match(/(?<!\d)\d{11}(?!\d)/g) ?? [];

/** `name:Peeters,Jan`, and `name:Peeters,` where no given name stands beside. */
const namesIn = (xml: string): string[] =>
  [...xml.matchAll(/<lastName>([^<]*)<\/lastName>\s*(?:<givenName>([^<]*)<\/givenName>)?/g)].map(
    ([, last = '', given = '']) =>
      `name:${decoded(last)},${decoded(given).split(/\s/)[0] ?? ''}`.slice(0, 200),
  );

/** Within the transaction that keeps the exchange. */
export function notePersons(db: Database, exchangeId: string, texts: readonly string[]): void {
  const insert = statement(
    db,
    'INSERT OR IGNORE INTO cbss_exchange_person (named, exchange_id) VALUES (?, ?)',
  );
  const named = texts.flatMap((text) => [...numbersNamedIn(text), ...namesIn(text)]);
  for (const one of [...new Set(named)].slice(0, mostNamed)) insert.run(one, exchangeId);
}
