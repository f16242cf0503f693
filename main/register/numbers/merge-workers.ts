// One client knew one person as two workers: their periods, trainings, sendings, facts and readings become those of one.
import type { Session } from '../../platform/session.ts';
import {
  deleteWorker,
  handOverCarryOver,
  handOverFacts,
  handOverTrainings,
  handOverWorkerRows,
  joinPeriods,
  type WorkerPair,
} from './merge-worker-store.ts';

/** Ids of before and after, and what could not stand twice, as it was. */
export type MergedWorkers = { from: string; to: string; setAside: unknown[] };

/**
 * The period runs from the earliest to the latest day. What could not stand twice: of a training that both have under one reference
 * at the service the moved one is kept as removed, under a reference of its own; of two amounts carried over into a year the larger
 * counts; of two sets of facts the gaps are filled. What was set aside so stands in the history.
 */
export function mergeWorkers({ db, clock, ids }: Session, pair: WorkerPair): MergedWorkers {
  const at = clock.now().toISOString();
  joinPeriods(db, pair);
  const setAside = [
    ...handOverTrainings(db, pair, at, () => ids.newId()),
    ...handOverCarryOver(db, pair),
    ...handOverFacts(db, pair),
  ];
  handOverWorkerRows(db, pair);
  deleteWorker(db, pair.from);
  return { ...pair, setAside };
}
