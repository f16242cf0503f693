// SQL of the names of workers, for showing whom a pasted number belongs to.
import { type Database, statement } from '../../platform/database.ts';

/** By the id of the worker: `Aardewijn, Fien`. */
export function workerNames(db: Database, ids: readonly string[]): Map<string, string> {
  const rows = statement(
    db,
    `SELECT w.id, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS name
       FROM json_each(?) k JOIN worker w ON w.id = k.value JOIN person p ON p.id = w.person_id`,
  ).all(JSON.stringify(ids)) as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
