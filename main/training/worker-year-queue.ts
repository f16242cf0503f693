// What the register needs of the outbox. The outbox implements it; the composition root hands it over, so that the two
// features do not import each other in a circle.

import type { Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';

export type QueuedTraining = {
  trainingId: string;
  /** As it is now: later edits do not slip into this sending. */
  fields: TrainingFields;
  /** Leaves the set. */
  withdraw: boolean;
  /** False for what was accepted before and rides along, because the whole set of a worker-year is replaced. */
  submitted: boolean;
};
export type QueuedWorkerYear = {
  employerId: string;
  workerId: string;
  year: number;
  trainings: QueuedTraining[];
};

export type WorkerYearQueue = {
  /** Within the caller's transaction. False when the worker-year is being sent or its outcome is unknown. */
  isFree(workerId: string, year: number): boolean;
  /** Within the caller's transaction: adds to the open item of the worker-year or makes one. */
  add(workerYear: QueuedWorkerYear): void;
  /** Within the caller's transaction: takes records out of items that have not left yet. */
  takeOut(trainingIds: readonly string[]): Result<void>;
};
