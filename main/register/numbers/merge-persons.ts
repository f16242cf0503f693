// Two persons who turn out to be one: all that hangs on the one goes to the other, and nothing of it is lost.
import type { Database } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import {
  deletePerson,
  handOverRecords,
  takeOverIdentity,
  takeOverInscribed,
  takeOverNames,
} from './merge-person-store.ts';
import { openInTheWay, sharedWorkers } from './merge-worker-store.ts';
import { type MergedWorkers, mergeWorkers } from './merge-workers.ts';
import { handOverLines, type KeyLines, replaceKeyLines } from './moved-line-store.ts';
import { type Holder, handOverNumbers } from './number-store.ts';

/** What went where, by internal ids, for the history. */
export type MergedRecords = { from: string; rows: Record<string, number>; workers: MergedWorkers[] };

/**
 * Whether two of these persons are workers of one client with something open that must not change under way: a sending whose answer
 * is not there yet, or one that waits in the outbox with a year in which both have trainings (the service replaces whole years).
 */
export const mergeStandsInTheWay = (db: Database, holders: readonly Holder[]): boolean =>
  holders.length > 1 &&
  openInTheWay(
    db,
    holders.map(({ personId }) => personId),
  );

/**
 * In the open transaction, after `mergeStandsInTheWay` said no: the person behind `from` becomes `to`. `together`: lines of the keys
 * that both have, laid over each other.
 */
export function mergePersons(
  session: Session,
  from: Holder,
  to: string,
  together: readonly KeyLines[],
): MergedRecords {
  const { db } = session;
  const workers = sharedWorkers(db, from.personId, to).map((pair) => mergeWorkers(session, pair));
  for (const key of together) replaceKeyLines(db, from.personId, to, key);
  handOverLines(db, from.personId, to);
  takeOverIdentity(db, from.personId, to);
  takeOverInscribed(db, from.personId, to);
  takeOverNames(db, from.personId, to);
  // Numbers before records: a person whom nothing names any more goes with the numbers that are still there.
  handOverNumbers(db, from, to);
  const rows = handOverRecords(db, from.personId, to);
  deletePerson(db, from.personId);
  return { from: from.personId, rows, workers };
}
