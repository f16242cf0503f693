// Makes drafts of the good rows of a staged list: block by block, each in a short transaction of its own. A draft carries its
// import and line, so that going on after a kill adds none twice; stopped by a person, what was added goes again.
import { setImmediate } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { TrainingImportCounts } from '../../../preload/contract/training-import.ts';
import { blocks, checkForRegister, needsFixing } from '../../../preload/rules/training/check-training.ts';
import { readImportRow } from '../../../preload/rules/training/import-row.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import type { Steps } from '../../platform/slices.ts';
import { copiedReference, importedLine, sameRecord, takenReference } from '../import-store.ts';
import { factsOf } from '../judge-training.ts';
import { columnsOf } from '../training-row.ts';
import { insertTraining, type WorkerFacts, workersByIds } from '../training-store.ts';
import { draftsAdded, removeDrafts } from './drafts-store.ts';
import { cellOf, type Places, placesOf } from './judge-row.ts';
import { forgetIndex } from './kept-indexes.ts';
import type { ListRow } from './list-blocks.ts';
import {
  blockRows,
  blockSummaries,
  findList,
  keepRefused,
  type ListRecord,
  setDone,
  setState,
} from './list-store.ts';

type Run = Pick<JobRun, 'progress' | 'signal'>;
type Counted = { added: number; there: number; refused: number; byEmployer: Map<string, number> };

/** Milliseconds of one transaction. */
const writeMs = 20;

/** Failures: notFound, stateNotAllowed (done already), cancelled (then nothing of it stays), those of the database. */
export async function applyList(
  session: Session,
  importId: string,
  duplicates: 'leaveOut' | 'add',
  run: Run,
): Promise<Result<TrainingImportCounts>> {
  const { db } = session;
  const record = findList(db, importId);
  if (record === null) return fail('notFound');
  if (record.state !== 'staged' && record.state !== 'applying')
    return fail('stateNotAllowed', { details: { reason: record.state } });
  const begun = attempt<Record<string, never>>(db, () => {
    setState(db, importId, 'applying');
    return ok({});
  });
  if (!begun.ok) return begun;
  const counted: Counted = { added: 0, there: 0, refused: 0, byEmployer: new Map() };
  const applied = await inTransactions(session, applying(session, record, duplicates, counted, run), run);
  if (!applied.ok) {
    if (applied.failure.code === 'cancelled') await takeBack(session, importId);
    session.changed('training.changed', []);
    session.changed('trainingImport.changed', [importId]);
    return applied;
  }
  forgetIndex(session, importId);
  const finished = attempt<TrainingImportCounts>(db, () => finish(session, record, counted, duplicates));
  if (!finished.ok) return finished;
  const kept = await inTransactions(session, keeping(session, importId), null);
  session.changed('training.changed', []);
  session.changed('trainingImport.changed', [importId]);
  return kept.ok ? finished : kept;
}

/** Removes the drafts of an import that was stopped; it is staged again. */
export async function takeBack(
  session: Session,
  importId: string,
  run: Run | null = null,
): Promise<Result<unknown>> {
  const { db } = session;
  const removed = await inTransactions(session, removeDrafts(db, importId), run);
  if (!removed.ok) return removed;
  return attempt<Record<string, never>>(db, () => {
    setState(db, importId, 'staged');
    return ok({});
  });
}

/** Runs steps, some to a transaction, each committed before the next begins. Answers what the steps answer. */
export async function inTransactions<T>(
  { db }: Pick<Session, 'db'>,
  steps: Steps<T>,
  run: Run | null,
): Promise<Result<T>> {
  for (;;) {
    if (run?.signal.aborted === true) return fail('cancelled', { retry: 'safe' });
    const part = attempt<{ value: T } | null>(db, () => {
      const until = performance.now() + writeMs;
      do {
        const step = steps.next();
        if (step.done === true) return ok({ value: step.value });
      } while (performance.now() < until);
      return ok(null);
    });
    if (!part.ok) return part;
    if (part.value !== null) return ok(part.value.value);
    await setImmediate();
  }
}

function* applying(
  session: Session,
  record: ListRecord,
  duplicates: 'leaveOut' | 'add',
  counted: Counted,
  run: Run,
): Steps<void> {
  const { db } = session;
  const places = placesOf(record.columns.map(({ field }) => field));
  const summaries = blockSummaries(db, record.id);
  const total = record.counts.rows ?? 0;
  let done = 0;
  for (const { at, summary } of summaries) {
    const rows = summary.create + summary.duplicate > 0 ? blockRows(db, record.id, at) : [];
    const wanted = rows.filter(
      ({ outcome }) => outcome === 'create' || (outcome === 'duplicate' && duplicates === 'add'),
    );
    const ids = wanted.map(({ workerId }) => workerId).filter((id) => id !== null);
    const workers = new Map(workersByIds(db, ids).map((worker) => [worker.id, worker]));
    yield;
    for (const row of wanted) {
      addRow(session, record.id, places, row, workers.get(row.workerId ?? ''), counted);
      yield;
    }
    done += summary.rows;
    run.progress(done, total);
  }
}

/** Judged once more: between the look and the act a worker may have gone, or the same record come in another way. */
function addRow(
  session: Session,
  importId: string,
  places: Places,
  row: ListRow,
  worker: WorkerFacts | undefined,
  counted: Counted,
): void {
  const { db } = session;
  const { fields, externalReference: reference } = readImportRow(cellOf(places, row.cells, row.fixes));
  const year = Number((fields.startDate ?? session.businessDate()).slice(0, 4));
  const findings = checkForRegister(fields, factsOf(session, year, worker ?? null));
  if (worker === undefined || blocks(findings)) {
    counted.refused += 1;
    return;
  }
  if (importedLine(db, importId, row.line)) {
    counted.byEmployer.set(worker.employerId, (counted.byEmployer.get(worker.employerId) ?? 0) + 1);
    return;
  }
  const copied = reference !== '' && copiedReference(db, importId, { workerId: worker.id, year, reference });
  const known =
    reference === ''
      ? row.outcome === 'create' && sameRecord(db, worker.id, year, fields)
      : !copied && takenReference(db, worker.id, year, reference);
  if (known) {
    counted.there += 1;
    return;
  }
  const id = session.ids.newId();
  insertTraining(db, {
    ...{ id, employerId: worker.employerId, workerId: worker.id, year },
    externalReference: copied || reference === '' ? id : reference,
    columns: { ...columnsOf(fields), to_fix: Number(needsFixing(findings)) },
    at: session.clock.now().toISOString(),
    import: { id: importId, line: row.line },
  });
  counted.byEmployer.set(worker.employerId, (counted.byEmployer.get(worker.employerId) ?? 0) + 1);
}

function finish(
  session: Session,
  record: ListRecord,
  counted: Counted,
  duplicates: 'leaveOut' | 'add',
): Result<TrainingImportCounts> {
  const { db } = session;
  const staged = { duplicate: 0, there: 0, refused: 0, leftOut: 0, warned: 0, workers: 0, ...record.counts };
  const counts: TrainingImportCounts = {
    rows: staged.rows ?? 0,
    // What a run before a kill added is counted too.
    create: draftsAdded(db, record.id),
    duplicate: duplicates === 'add' ? 0 : staged.duplicate,
    there: staged.there + counted.there,
    refused: staged.refused + counted.refused,
    ...{ leftOut: staged.leftOut, warned: staged.warned, workers: staged.workers },
    employers: counted.byEmployer.size,
  };
  setDone(db, record.id, session.clock.now().toISOString(), counts);
  const subject = { kind: 'import', id: record.id };
  for (const [employerId, added] of counted.byEmployer)
    recordAct(session, {
      ...{ employerId, kind: 'training.imported', subject, summary: '' },
      payload: { added, alreadyThere: counts.there, refused: counts.refused, file: record.name },
    });
  return ok(counts);
}

function* keeping({ db }: Session, importId: string): Steps<void> {
  for (const { at } of blockSummaries(db, importId)) {
    keepRefused(db, importId, at);
    yield;
  }
}
