// The one way in which a person's change reaches the register: patches with their inverse, the flag `to_fix` kept right,
// what was queued taken out of the outbox first.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import type { Session } from '../platform/session.ts';
import { type Patch, recordEdit } from './edit-log-store.ts';
import { flagOf } from './judge-training.ts';
import { columnsOf, fieldsOf, type TrainingColumns, type TrainingRow } from './training-row.ts';
import { patchTraining } from './training-store.ts';
import type { WorkerYearQueue } from './worker-year-queue.ts';

export type GivenFields = { [F in keyof TrainingFields]?: TrainingFields[F] | undefined };

/** On its way or without a known outcome: nobody may change it until the service has answered. */
export const isAway = (row: TrainingRow): boolean => row.state === 'sending' || row.state === 'unknown';

/** Over and done with: kept for reading only. */
export const isClosed = (row: TrainingRow): boolean =>
  row.state === 'withdrawn' || row.state === 'superseded';

/** New fields as a patch: what was sent becomes a draft that corrects it, and the last answer no longer applies. */
export function patchOfFields(
  session: Session,
  row: TrainingRow,
  given: GivenFields,
): Partial<TrainingColumns> {
  const columns = columnsOf(given);
  const changed = Object.entries(columns).filter(([name, value]) => row[name as keyof TrainingRow] !== value);
  if (changed.length === 0) return {};
  const patch = Object.fromEntries(changed) as Partial<TrainingColumns>;
  const fields = fieldsOf({ ...row, ...patch });
  const employment = { startDate: row.worker_start, endDate: row.worker_end };
  return {
    ...patch,
    state: 'draft',
    withdraw: 0,
    anomalies: null,
    to_fix: flagOf(session, fields, row.year, employment),
  };
}

/** What the columns of a patch are now. */
export function inverseOf(row: TrainingRow, patch: Partial<TrainingColumns>): Partial<TrainingColumns> {
  const inverse: Record<string, unknown> = {};
  for (const name of Object.keys(patch)) inverse[name] = row[name as keyof TrainingRow];
  // What was waiting in the outbox comes back as a draft: only a person puts it there again.
  if (inverse['state'] === 'ready') inverse['state'] = 'draft';
  return inverse as Partial<TrainingColumns>;
}

/**
 * Applies patches and writes them to the window's edit log as one step. Within the caller's transaction.
 * Failure stateNotAllowed when a record is on its way.
 */
export function applyPatches(
  session: Session,
  queue: WorkerYearQueue,
  windowId: string,
  changes: readonly { row: TrainingRow; patch: Partial<TrainingColumns> }[],
): Result<number> {
  const real = changes.filter(({ patch }) => Object.keys(patch).length > 0);
  if (real.some(({ row }) => isAway(row) || isClosed(row))) return fail('stateNotAllowed');
  const queued = real.filter(({ row }) => row.state === 'ready').map(({ row }) => row.id);
  const out = queue.takeOut(queued);
  if (!out.ok) return out;
  const at = session.clock.now().toISOString();
  const patches: Patch[] = real.map(({ row, patch }) => ({
    id: row.id,
    before: inverseOf(row, patch),
    after: patch,
  }));
  for (const { row, patch } of real) patchTraining(session.db, row, patch, at);
  recordEdit(session.db, windowId, at, patches);
  return ok(real.length);
}

/** True when a record still is as an edit left it and was not sent since, so that the edit can be taken back. */
export function standsAs(row: TrainingRow, columns: Partial<TrainingColumns>): boolean {
  if (isAway(row) || isClosed(row)) return false;
  if (columns.removed_at !== undefined && row.accepted_fields !== null) return false;
  return Object.entries(columns).every(
    ([name, value]) => name === 'to_fix' || name === 'anomalies' || row[name as keyof TrainingRow] === value,
  );
}

/** The columns for going back to an older side of an edit: accepted only if that is what the service still holds. */
export function sideOf(row: TrainingRow, columns: Partial<TrainingColumns>): Partial<TrainingColumns> {
  if (columns.state !== 'accepted' && columns.state !== 'acceptedWithWarnings') return columns;
  const held = row.accepted_fields === null ? null : JSON.stringify(fieldsOf({ ...row, ...columns }));
  return held === row.accepted_fields ? columns : { ...columns, state: 'draft' };
}
