// SQL of what a service last said about the Circle of Trust of an enterprise.
import { type Database, statement } from '../platform/database.ts';

export type CircleState = 'accepted' | 'missing';

const nameOf = (enterpriseNumber: string): string => `circleOfTrust.${enterpriseNumber}`;

/** Null: the service was not asked yet. */
export function circleOf(db: Database, enterpriseNumber: string): CircleState | null {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(nameOf(enterpriseNumber)) as
    | { value: string }
    | undefined;
  return row === undefined ? null : row.value === 'accepted' ? 'accepted' : 'missing';
}

export function noteCircle(db: Database, enterpriseNumber: string, state: CircleState): void {
  statement(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(nameOf(enterpriseNumber), state);
}
