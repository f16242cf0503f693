// Reads records with their findings: those of the record and those of its worker-year.
import type { Finding } from '../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Training } from '../../preload/contract/training.ts';
import { type EmployerScope, scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import { findingsOf } from './judge-training.ts';
import { registerFindings } from './register-findings.ts';
import { setFindings } from './set-findings.ts';
import { listTrainings } from './training-list-store.ts';
import { type TrainingRow, trainingOf } from './training-row.ts';
import { findTraining, findTrainings } from './training-store.ts';

export function readTraining(session: Session, scope: EmployerScope, id: string): Result<Training> {
  const row = findTraining(session.db, scope, id);
  if (row === null || row.removed_at !== null) return fail('notFound');
  return ok(withFindings(session, [row])[0] ?? trainingOf(row, []));
}

export function listOfTrainings(
  session: Session,
  input: HandlerInput<'training.list'>,
): Result<HandlerOutput<'training.list'>> {
  const { rows, total, minutes } = listTrainings(session.db, scopeOf(input.employerId), input);
  return ok({
    rows: withFindings(session, rows),
    total,
    page: input.page,
    pageSize: input.pageSize,
    minutes,
  });
}

export function checkTrainings(
  session: Session,
  ids: readonly string[],
): { id: string; findings: Finding[] }[] {
  return withFindings(session, findTrainings(session.db, 'all', ids)).map(({ id, findings }) => ({
    id,
    findings,
  }));
}

/** Whole records by id, with their findings. */
export const trainingsWithFindings = (session: Session, ids: readonly string[]): Training[] =>
  withFindings(session, findTrainings(session.db, 'all', ids));

/** Set rules are read for all worker-years of the page at once. */
function withFindings(session: Session, rows: readonly TrainingRow[]): Training[] {
  const ofSets = setFindings(session, rows);
  const ofRegister = registerFindings(session, rows);
  const all = (row: TrainingRow): Finding[] => [
    ...findingsOf(session, row),
    ...(ofSets.get(row.id) ?? []),
    ...(ofRegister.get(row.id) ?? []),
  ];
  return rows.map((row) => trainingOf(row, all(row)));
}
