// Adds one training for one or many workers: a draft for each, in one step of undo.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { emptyTraining } from '../../preload/rules/training/facts.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { type Patch, recordEdit } from './edit-log-store.ts';
import { flagOf } from './judge-training.ts';
import { columnsOf } from './training-row.ts';
import { insertTraining, workersByIds } from './training-store.ts';

/**
 * The year is the given one, else that of the start date, else that of the business date. Failure notFound when a worker
 * does not exist: then nothing is added.
 */
export function addTrainings(
  session: Session,
  windowId: string,
  input: HandlerInput<'training.add'>,
): Result<HandlerOutput<'training.add'>> {
  const { db } = session;
  const added = attempt<{ ids: string[] }>(db, () => {
    const wanted = [...new Set(input.workerIds)];
    const workers = new Map(workersByIds(db, wanted).map((worker) => [worker.id, worker]));
    const at = session.clock.now().toISOString();
    const fields = { ...emptyTraining, ...definedOf(input.fields) };
    const year = input.year ?? Number((fields.startDate ?? session.businessDate()).slice(0, 4));
    const patches: Patch[] = [];
    for (const workerId of wanted) {
      const worker = workers.get(workerId);
      if (worker === undefined) return fail('notFound');
      const id = session.ids.newId();
      const columns = { ...columnsOf(fields), to_fix: flagOf(session, fields, year, worker) };
      insertTraining(db, {
        id,
        employerId: worker.employerId,
        workerId,
        year,
        externalReference: id,
        columns,
        at,
      });
      patches.push({
        id,
        before: { removed_at: at, state: 'draft' },
        after: { removed_at: null, state: 'draft' },
      });
    }
    recordEdit(db, windowId, at, patches);
    return ok({ ids: patches.map((patch) => patch.id) });
  });
  if (added.ok) session.changed('training.changed', added.value.ids);
  return added;
}

/** Without the fields that were given as undefined. */
export function definedOf<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
