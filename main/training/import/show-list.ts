// What the page and the command line see of a staged list: its rows with what becomes of each, its problems, and the imports
// of before.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type {
  TrainingImport,
  TrainingImportCounts,
  TrainingImportRow,
} from '../../../preload/contract/training-import.ts';
import {
  neededImportFields,
  type TrainingImportField,
} from '../../../preload/rules/training/import-fields.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { draftsOf } from './drafts-store.ts';
import { namesOf } from './facts-store.ts';
import { placesOf } from './judge-row.ts';
import { isOfKind, type ListRow, needsAttention, rowsOfBlock, type Summary } from './list-blocks.ts';
import { blockRows, blockSummaries, findList, type ListRecord, latestLists } from './list-store.ts';

type Asked = HandlerInput<'trainingImport.rows'>;

type Found = { record: ListRecord; rows: ListRow[]; total: number };

/** Failure notFound. */
export async function showRows(
  session: Session,
  asked: Asked,
): Promise<Result<HandlerOutput<'trainingImport.rows'>>> {
  const found = await inSlices(rowsAsked(session, asked));
  if (!found.ok) return found;
  const { record, rows, total } = found.value;
  const { page, pageSize } = asked;
  return ok({ rows: shownRows(session, record, rows), total, page, pageSize });
}

/** Failure notFound. */
export async function showFindings(
  session: Session,
  asked: HandlerInput<'trainingImport.findings'>,
): Promise<Result<HandlerOutput<'trainingImport.findings'>>> {
  const found = await inSlices(rowsAsked(session, { ...asked, problem: null }));
  if (!found.ok) return found;
  const rows = found.value.rows.map(({ line, findings }) => ({ line, findings: findings.slice(0, 20) }));
  return ok({ rows, total: found.value.total, page: asked.page, pageSize: asked.pageSize });
}

function* rowsAsked(session: Session, asked: Asked): Steps<Result<Found>> {
  const { db } = session;
  const record = findList(db, asked.importId);
  if (record === null) return fail('notFound');
  const { page, pageSize } = asked;
  const first = (page - 1) * pageSize;
  const found: ListRow[] = [];
  let total = 0;
  for (const { at, summary } of blockSummaries(db, record.id)) {
    const known = rowsKnown(summary, asked);
    if (known === 0) continue;
    const beside = known !== null && (total + known <= first || total >= first + pageSize);
    if (!beside) {
      for (const row of blockRows(db, record.id, at).filter((one) => isAsked(one, asked))) {
        if (total >= first && total < first + pageSize) found.push(row);
        total += 1;
      }
      yield;
    } else total += known;
  }
  return ok({ record, rows: found, total });
}

/** How many rows of a block are asked for; null: only its rows can tell. */
function rowsKnown(summary: Summary, { show, problem }: Asked): number | null {
  const shown = show === 'all' ? summary.rows : summary[show];
  if (problem === null || shown === 0) return shown;
  const kind = summary.kinds.find((one) => one.rule === problem.rule && one.field === problem.field);
  if (kind === undefined) return 0;
  return show === 'attention' && kind.severity === problem.severity ? kind.rows : null;
}

function isAsked(row: ListRow, { show, problem }: Asked): boolean {
  if (problem !== null && !(needsAttention(row) && row.findings.some((one) => isOfKind(one, problem))))
    return false;
  if (show === 'all') return true;
  return show === 'attention' ? needsAttention(row) : row.outcome === show;
}

/** One row as it is shown, or null. */
export function shownRow(session: Session, record: ListRecord, number: number): TrainingImportRow | null {
  const rows = blockRows(session.db, record.id, Math.floor((number - 1) / rowsOfBlock));
  return (
    shownRows(
      session,
      record,
      rows.filter((row) => row.number === number),
    )[0] ?? null
  );
}

const clipped = (text: string, most: number): string => text.slice(0, most).toWellFormed();

function shownRows({ db }: Session, record: ListRecord, rows: readonly ListRow[]): TrainingImportRow[] {
  const places = placesOf(record.columns.map(({ field }) => field));
  const ids = (of: (row: ListRow) => string | null) => rows.map(of).filter((id) => id !== null);
  const nameOf = namesOf(
    db,
    ids(({ workerId }) => workerId),
    ids(({ employerId }) => employerId),
  );
  return rows.map((row) => {
    const named = (field: TrainingImportField): string => textOf(row, places.get(field), field);
    const fields = new Set([...places.keys(), ...(Object.keys(row.fixes) as TrainingImportField[])]);
    return {
      number: row.number,
      line: row.line,
      outcome: row.outcome,
      employerId: row.employerId,
      workerId: row.workerId,
      employerName: clipped(nameOf(row.employerId) || named('enterpriseNumber'), 200),
      workerName: clipped(nameOf(row.workerId) || named('workerName'), 200),
      values: [...fields].map((field) => ({
        field,
        text: clipped(named(field), 400),
        fixed: row.fixes[field] !== undefined,
      })),
      findings: row.findings.slice(0, 20),
    };
  });
}

const textOf = (row: ListRow, at: number | undefined, field: TrainingImportField): string =>
  row.fixes[field] ?? (at === undefined ? '' : (row.cells[at] ?? '').trim());

const noCounts: TrainingImportCounts = {
  ...{ rows: 0, create: 0, duplicate: 0, there: 0, refused: 0, leftOut: 0 },
  ...{ warned: 0, workers: 0, employers: 0 },
};

/** Needed fields that no column holds. */
export function missingFields({ columns, employerId, checkOnly }: ListRecord): TrainingImportField[] {
  const held = new Set(columns.map(({ field }) => field));
  const needed: TrainingImportField[] = [...neededImportFields];
  if (employerId === null && !checkOnly) needed.unshift('enterpriseNumber');
  return needed.filter((field) => !held.has(field));
}

export function asShown({ db }: Session, record: ListRecord): TrainingImport {
  const { id, name, employerId, state, stagedAt, doneAt, undoneAt, cutOffAt } = record;
  return {
    ...{ id, name, employerId, stagedAt, doneAt, undoneAt, cutOffAt },
    employerName: clipped(employerId === null ? '' : namesOf(db, [], [employerId])(employerId), 200),
    state: state === 'reading' ? 'cutOff' : state === 'applying' ? 'staged' : state,
    counts: { ...noCounts, ...record.counts },
    missing: missingFields(record),
    undo: state === 'done' ? draftsOf(db, id) : { removable: 0, changed: 0, sent: 0 },
  };
}

export const listLists = (session: Session, employerId: string | null): TrainingImport[] =>
  latestLists(session.db, employerId, 20).map((record) => asShown(session, record));
