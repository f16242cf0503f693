// Rows of a file: judged by the same rules as a form, then added as drafts. Importing the same file again adds nothing.
import type { Finding } from '../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { blocks, checkForRegister, needsFixing } from '../../preload/rules/training/check-training.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { employerExists, importedLine, sameRecord, takenReference } from './import-store.ts';
import { factsOf } from './judge-training.ts';
import { columnsOf } from './training-row.ts';
import { insertTraining, type WorkerFacts, workerByInsz } from './training-store.ts';

type Row = HandlerInput<'training.importRows'>['rows'][number];
type Judged = { worker: WorkerFacts | null; year: number; findings: Finding[] };

/** Without an employer only the rows themselves are judged: whether the worker is known is then not asked. */
export function validateRows(
  session: Session,
  input: HandlerInput<'training.validateRows'>,
): Result<HandlerOutput<'training.validateRows'>> {
  const rows = input.rows.map((row) => ({
    line: row.line,
    findings: judgeRow(session, input.employerId, row).findings.slice(0, 40),
  }));
  return ok({ rows });
}

/** Failure notFound: no such employer. Rows with a blocking finding are refused; the others become drafts. */
export function importRows(
  session: Session,
  input: HandlerInput<'training.importRows'>,
): Result<HandlerOutput<'training.importRows'>> {
  const { db } = session;
  const { employerId, importId } = input;
  const done = attempt<HandlerOutput<'training.importRows'>>(db, () => {
    if (!employerExists(db, employerId)) return fail('notFound');
    const refused: { line: number; findings: Finding[] }[] = [];
    let added = 0;
    let alreadyThere = 0;
    const at = session.clock.now().toISOString();
    for (const row of input.rows) {
      const { worker, year, findings } = judgeRow(session, employerId, row);
      if (worker === null || blocks(findings)) {
        refused.push({ line: row.line, findings: findings.slice(0, 40) });
        continue;
      }
      const reference = row.externalReference?.trim();
      const known =
        importedLine(db, importId, row.line) ||
        (reference
          ? takenReference(db, worker.id, year, reference)
          : sameRecord(db, worker.id, year, row.fields));
      if (known) {
        alreadyThere += 1;
        continue;
      }
      const id = session.ids.newId();
      insertTraining(db, {
        id,
        employerId,
        workerId: worker.id,
        year,
        externalReference: reference || id,
        columns: { ...columnsOf(row.fields), to_fix: Number(needsFixing(findings)) },
        at,
        import: { id: importId, line: row.line },
      });
      added += 1;
    }
    if (added > 0)
      recordAct(session, {
        employerId,
        kind: 'training.imported',
        subject: { kind: 'import', id: importId },
        summary: '',
        payload: { added, alreadyThere, refused: refused.length },
      });
    return ok({ added, alreadyThere, refused });
  });
  if (done.ok && done.value.added > 0) session.changed('training.changed', []);
  return done;
}

function judgeRow(session: Session, employerId: string | null, row: Row): Judged {
  const year = Number((row.fields.startDate ?? session.businessDate()).slice(0, 4));
  const insz = parseInsz(row.insz);
  const worker = insz === null || employerId === null ? null : workerByInsz(session.db, employerId, insz);
  const findings: Finding[] = [];
  if (insz === null) findings.push({ rule: 'F0002-004', severity: 'blocking', field: 'insz' });
  else if (worker === null && employerId !== null)
    findings.push({ rule: 'TRN-WORKER-UNKNOWN', severity: 'blocking', field: 'insz' });
  return {
    worker,
    year,
    findings: [...findings, ...checkForRegister(row.fields, factsOf(session, year, worker))],
  };
}
