// Pasted trainings of an employer: judged by the same rules as a form, and added as drafts in one step of undo.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { mostPastedTrainings, type PastedTraining } from '../../../preload/contract/training-paste.ts';
import { blocks, checkForRegister, needsFixing } from '../../../preload/rules/training/check-training.ts';
import { type PastedRow, readPastedTrainings } from '../../../preload/rules/training/read-pasted.ts';
import { employerIsThere } from '../../employers/employer-store.ts';
import { recordAct } from '../../history/record-act.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { attemptInSlices, inSlices, type Steps } from '../../platform/slices.ts';
import { type Patch, recordEdit } from '../edit-log-store.ts';
import { sameRecord } from '../import-store.ts';
import { factsOf } from '../judge-training.ts';
import { columnsOf } from '../training-row.ts';
import { insertTraining, type WorkerFacts, workerByInsz } from '../training-store.ts';
import { workerNames } from './worker-name-store.ts';

export function trainingPasteHandlers(session: Session): HandlersOf<'trainingPaste'> {
  return {
    'trainingPaste.read': (input) => readPaste(session, input),
    'trainingPaste.add': (input, { windowId }) => addPaste(session, windowId, input),
  };
}

type Pasted = HandlerInput<'trainingPaste.read'>;
type Judged = PastedRow & { worker: WorkerFacts | null; year: number; state: PastedTraining['state'] };

async function readPaste(
  session: Session,
  { employerId, text }: Pasted,
): Promise<Result<HandlerOutput<'trainingPaste.read'>>> {
  if (!employerIsThere(session.db, employerId)) return fail('notFound');
  const list = readPastedTrainings(text, mostPastedTrainings);
  const judged = await inSlices(judge(session, employerId, list.rows));
  const names = workerNames(session.db, [...new Set(judged.flatMap(({ worker }) => worker?.id ?? []))]);
  const rows = judged.map(
    (row): PastedTraining => ({
      line: row.line,
      insz: (row.insz ?? row.typedInsz).slice(0, 40),
      workerName: (names.get(row.worker?.id ?? '') ?? '').slice(0, 300),
      title: row.fields.title,
      startDate: row.fields.startDate,
      endDate: row.fields.endDate,
      durationMinutes: row.fields.durationMinutes,
      state: row.state,
      findings: row.findings.slice(0, 20),
    }),
  );
  return ok({ rows, columns: list.columns, dropped: list.dropped });
}

/** Row by row, so that main answers others in between. */
export function* judge(session: Session, employerId: string, rows: readonly PastedRow[]): Steps<Judged[]> {
  const seen = new Set<string>();
  const judged: Judged[] = [];
  for (const row of rows) {
    judged.push(judgeRow(session, employerId, row, seen));
    yield;
  }
  return judged;
}

/** `seen`: what stood in the rows before. */
function judgeRow(session: Session, employerId: string, row: PastedRow, seen: Set<string>): Judged {
  const { db } = session;
  const year = Number((row.fields.startDate ?? session.businessDate()).slice(0, 4));
  const worker = row.insz === null ? null : workerByInsz(db, employerId, row.insz);
  const unknown: Finding[] =
    row.insz !== null && worker === null
      ? [{ rule: 'TRN-WORKER-UNKNOWN', severity: 'blocking', field: 'insz' }]
      : [];
  const unread = [...row.findings, ...unknown];
  const findings = [...unread, ...checkForRegister(row.fields, factsOf(session, year, worker))];
  const found = { ...row, year, worker, findings };
  if (worker === null || blocks(unread)) return { ...found, state: 'bad' as const };
  const same = JSON.stringify([worker.id, row.fields]);
  if (seen.has(same) || sameRecord(db, worker.id, year, row.fields))
    return { ...found, state: 'there' as const };
  seen.add(same);
  return { ...found, state: blocks(findings) ? ('toFix' as const) : ('good' as const) };
}

/** All of it in one transaction and one step of undo, in slices: who writes meanwhile waits until all of it is there. */
async function addPaste(
  session: Session,
  windowId: string,
  input: Pasted,
): Promise<Result<HandlerOutput<'trainingPaste.add'>>> {
  const added: string[] = [];
  const done = await attemptInSlices(session.db, addRows(session, windowId, input, added));
  // A list of ids has its limit; none means: many, read again.
  if (done.ok) session.changed('training.changed', added.length > mostNamed ? [] : added);
  return done;
}

const mostNamed = 200;

/** What cannot be read is never added as something else; what only lacks something becomes a draft that says so. */
function* addRows(
  session: Session,
  windowId: string,
  { employerId, text }: Pasted,
  added: string[],
): Steps<Result<HandlerOutput<'trainingPaste.add'>>> {
  const { db } = session;
  if (!employerIsThere(db, employerId)) return fail('notFound');
  const rows = yield* judge(session, employerId, readPastedTrainings(text, mostPastedTrainings).rows);
  const at = session.clock.now().toISOString();
  const patches: Patch[] = [];
  for (const { state, worker, year, fields, findings } of rows) {
    if (worker === null || state === 'bad' || state === 'there') continue;
    const id = session.ids.newId();
    const columns = { ...columnsOf(fields), to_fix: Number(needsFixing(findings)) };
    insertTraining(db, { id, employerId, workerId: worker.id, year, externalReference: id, columns, at });
    patches.push({
      id,
      before: { removed_at: at, state: 'draft' },
      after: { removed_at: null, state: 'draft' },
    });
    added.push(id);
    yield;
  }
  if (added.length === 0) return fail('nothingToSend');
  recordEdit(db, windowId, at, patches);
  const count = (wanted: PastedTraining['state']): number =>
    rows.filter(({ state }) => state === wanted).length;
  const counts = {
    added: added.length,
    toFix: count('toFix'),
    refused: count('bad'),
    alreadyThere: count('there'),
  };
  recordAct(session, { employerId, kind: 'training.imported', summary: '', payload: counts });
  return ok(counts);
}
