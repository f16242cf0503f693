// SQL for many events at once about numbers that nobody here holds and nothing mentions: written down for what comes later.
import { type Database, statement } from '../../platform/database.ts';
import type { NumberEvent } from './number-store.ts';

/** Writes those down that are plain, and answers their ids. The others need to be looked at one by one. */
export function plainEvents(db: Database, events: readonly NumberEvent[], at: string): Set<string> {
  const once = onlyOnce(events);
  const given = JSON.stringify(
    once.map(({ eventId, oldInsz, newInsz, ...rest }) => ({
      id: eventId,
      old: oldInsz,
      new: newInsz,
      ...rest,
    })),
  );
  const ids = statement(
    db,
    `SELECT e.value ->> 'id' FROM json_each(?) e
      WHERE NOT EXISTS (SELECT 1 FROM number_event WHERE id = e.value ->> 'id')
        AND NOT EXISTS (SELECT 1 FROM person_number WHERE insz IN (e.value ->> 'old', e.value ->> 'new'))
        AND NOT EXISTS (SELECT 1 FROM number_alias WHERE old_insz IN (e.value ->> 'old', e.value ->> 'new'))
        AND NOT EXISTS (SELECT 1 FROM number_alias WHERE new_insz IN (e.value ->> 'old', e.value ->> 'new'))
        AND NOT EXISTS (SELECT 1 FROM number_cancelled WHERE insz IN (e.value ->> 'old', e.value ->> 'new'))`,
  )
    .pluck()
    .all(given) as string[];
  const plain = new Set(ids);
  if (plain.size === 0) return plain;
  const rows = JSON.stringify(once.filter(({ eventId }) => plain.has(eventId)));
  statement(
    db,
    `INSERT INTO number_event (id, kind, old_insz, new_insz, effective_date, origin, state, at)
      SELECT value ->> 'eventId', value ->> 'kind', value ->> 'oldInsz', value ->> 'newInsz', value ->> 'effectiveDate',
        value ->> 'origin', 'applied', ? FROM json_each(?)`,
  ).run(at, rows);
  statement(
    db,
    `INSERT INTO number_alias (old_insz, new_insz, effective_date, event_id)
      SELECT value ->> 'oldInsz', value ->> 'newInsz', value ->> 'effectiveDate', value ->> 'eventId' FROM json_each(?)
       WHERE value ->> 'newInsz' IS NOT NULL`,
  ).run(rows);
  statement(
    db,
    `INSERT INTO number_cancelled (insz, effective_date, event_id)
      SELECT value ->> 'oldInsz', value ->> 'effectiveDate', value ->> 'eventId' FROM json_each(?)
       WHERE value ->> 'newInsz' IS NULL`,
  ).run(rows);
  return plain;
}

/** Those whose id and numbers stand in no other event of the list: the others depend on their order. */
function onlyOnce(events: readonly NumberEvent[]): NumberEvent[] {
  const seen = new Map<string, number>();
  const words = ({ eventId, oldInsz, newInsz }: NumberEvent): string[] => [
    `id ${eventId}`,
    oldInsz,
    ...(newInsz === null ? [] : [newInsz]),
  ];
  for (const event of events) for (const word of words(event)) seen.set(word, (seen.get(word) ?? 0) + 1);
  return events.filter((event) => words(event).every((word) => seen.get(word) === 1));
}
