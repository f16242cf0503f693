// Puts drafts in the outbox, a worker-year at a time. Each is judged by all rules first; what a rule blocks stays a draft.
import type { Finding } from '../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { blocks } from '../../preload/rules/training/check-training.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findingsOf } from './judge-training.ts';
import { registerFindings } from './register-findings.ts';
import { idsOfFilter } from './training-list-store.ts';
import { fieldsOf, type TrainingRow } from './training-row.ts';
import { findTrainings, patchTraining, trainingsOfWorkerYear } from './training-store.ts';
import type { QueuedTraining, WorkerYearQueue } from './worker-year-queue.ts';

type Submitted = HandlerOutput<'training.submit'>;
type Refused = { id: string; findings: Finding[] };
/** Most records of one act. */
const most = 50_000;
/** The service takes nothing any more: the one finding that is about the service and not about the training. */
const closedRule = 'F0099-999';
const busy: Finding = { rule: 'OUT-WORKER-YEAR-BUSY', severity: 'blocking', field: null };

/**
 * Failures: nothingToSend (no draft among them), refusedByRule (`details.refused`) when not one of them may be sent: the
 * reasons then stand in `training.check`.
 */
export function submitTrainings(
  session: Session,
  queue: WorkerYearQueue,
  input: HandlerInput<'training.submit'>,
): Result<Submitted> {
  const { db } = session;
  const done = attempt<Submitted>(db, () => {
    const { filter } = input;
    const chosen = filter ? idsOfFilter(db, scopeOf(filter.employerId), filter, most) : [];
    const rows = findTrainings(db, 'all', [...new Set([...input.ids, ...chosen])]).filter(
      (row) => row.state === 'draft' || row.state === 'refused',
    );
    if (rows.length === 0) return fail('nothingToSend');
    const refused: Refused[] = [];
    const ofRegister = registerFindings(session, rows);
    const groups = new Map<string, TrainingRow[]>();
    for (const row of rows) {
      const judged = [...findingsOf(session, row), ...(ofRegister.get(row.id) ?? [])];
      const findings =
        input.althoughClosed === true ? judged.filter(({ rule }) => rule !== closedRule) : judged;
      if (blocks(findings)) refused.push({ id: row.id, findings: findings.slice(0, 40) });
      else groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    }
    let submitted = 0;
    let workerYears = 0;
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      if (!queue.isFree(first.worker_id, first.year)) {
        refused.push(...group.map((row) => ({ id: row.id, findings: [busy] })));
        continue;
      }
      submitted += submitWorkerYear(session, queue, first, group);
      workerYears += 1;
    }
    return ok({ submitted, workerYears, refused: refused.slice(0, 200), refusedCount: refused.length });
  });
  if (done.ok && done.value.submitted > 0) {
    session.changed('training.changed', []);
    session.changed('outbox.changed', []);
  }
  return done;
}

const keyOf = (row: TrainingRow): string => `${row.worker_id} ${row.year}`;

/** Answers how many records of it were put in the outbox. What is to be withdrawn goes along with any sending. */
function submitWorkerYear(
  session: Session,
  queue: WorkerYearQueue,
  first: TrainingRow,
  group: TrainingRow[],
): number {
  const { db } = session;
  const wanted = new Set(group.map((row) => row.id));
  const all = trainingsOfWorkerYear(db, first.worker_id, first.year);
  const submitted = all.filter((row) => wanted.has(row.id) || (row.withdraw === 1 && row.state === 'draft'));
  const chosen = new Set(submitted.map((row) => row.id));
  const along = all.filter(
    (row) => !chosen.has(row.id) && row.accepted_fields !== null && row.state !== 'withdrawn',
  );
  const at = session.clock.now().toISOString();
  for (const row of submitted) patchTraining(db, row, { state: 'ready', to_fix: 0 }, at);
  queue.add({
    employerId: first.employer_id,
    workerId: first.worker_id,
    year: first.year,
    trainings: [...submitted.map(asSubmitted), ...along.map(asAccepted)],
  });
  recordAct(session, {
    employerId: first.employer_id,
    kind: 'training.submitted',
    subject: { kind: 'worker', id: first.worker_id },
    summary: `${first.worker_name} · ${first.year} · ${submitted.map((row) => row.title).join(', ')}`.slice(
      0,
      300,
    ),
    payload: { year: first.year, worker: first.worker_name, trainings: submitted.map((row) => row.id) },
  });
  return submitted.length;
}

const asSubmitted = (row: TrainingRow): QueuedTraining => ({
  trainingId: row.id,
  fields: fieldsOf(row),
  withdraw: row.withdraw === 1,
  submitted: true,
});

/** A correction that was not submitted stays out: the service keeps what it accepted last. */
const asAccepted = (row: TrainingRow): QueuedTraining => ({
  trainingId: row.id,
  fields: JSON.parse(row.accepted_fields ?? '{}') as TrainingFields,
  withdraw: false,
  submitted: false,
});
