// Takes a file into the staging room, matches its columns, and forgets it again.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { TrainingImportCounts } from '../../../preload/contract/training-import.ts';
import { plainHeading } from '../../../preload/rules/lists/guess-fields.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices } from '../../platform/slices.ts';
import { employerExists } from '../import-store.ts';
import { inTransactions } from './apply-list.ts';
import { forgetIndex } from './kept-indexes.ts';
import type { ListRun } from './list-jobs.ts';
import type { SheetChoice } from './list-source.ts';
import {
  allBlocks,
  deleteList,
  findList,
  forgotten,
  insertList,
  type ListRecord,
  rememberedHeadings,
  rememberHeading,
} from './list-store.ts';
import { type OpenedList, readChosen } from './opened-lists.ts';
import { type JudgedList, runJudge } from './run-judge.ts';

type Field = TrainingImportField | null;
type Staging = {
  importId: string;
  employerId: string | null;
  checkOnly: boolean;
  sheet: SheetChoice;
  named: readonly { heading: string; field: Field }[];
};

const daysKept = 30;

/**
 * Replaces what was staged under the same id. Failures: notFound (sheet, employer), stateNotAllowed, those of reading,
 * cancelled: nothing of it stays.
 */
export async function stageList(
  session: Session,
  list: OpenedList,
  { importId, employerId, checkOnly, sheet, named }: Staging,
  run: ListRun | null = null,
): Promise<Result<JudgedList>> {
  const { db, clock } = session;
  if (employerId !== null && !employerExists(db, employerId)) return fail('notFound');
  const standing = findList(db, importId);
  if (standing !== null && standing.state !== 'staged') return notStaged(standing);
  const now = clock.now();
  const old = new Date(now.getTime() - daysKept * 86_400_000).toISOString();
  forgetIndex(session, importId);
  for (const id of [importId, ...forgotten(db, old)]) {
    const gone = await inTransactions(session, deleteList(db, id), null);
    if (!gone.ok) return gone;
  }
  const made = attempt<Record<string, never>>(db, () => {
    const { name, kind, sha256: contentSha256 } = list;
    insertList(db, { id: importId, employerId, name, kind, contentSha256, checkOnly }, now.toISOString());
    return ok({});
  });
  if (!made.ok) return made;
  const remembered = [
    ...rememberedHeadings(db, employerId),
    ...named.map(({ heading, field }) => [plainHeading(heading), field] as const),
  ];
  const judging = {
    ...{ importId, employerId, checkOnly, remembered, fields: null, change: null },
    rows: (sheet.at === undefined ? undefined : list.rows?.[sheet.at]) ?? null,
    source: { kind: 'file', bytes: list.bytes, choice: list.choice, sheet } as const,
  };
  const judged = await runJudge(session, judging, run);
  if (!judged.ok) await inTransactions(session, deleteList(db, importId), null);
  else session.changed('trainingImport.changed', [importId]);
  return judged;
}

export async function takeList(
  session: Session,
  windowId: string,
  input: HandlerInput<'trainingImport.take'>,
  run: ListRun | null = null,
): Promise<Result<HandlerOutput<'trainingImport.take'>>> {
  const choice = {
    ...(input.encoding === undefined ? {} : { encoding: input.encoding }),
    ...(input.delimiter === undefined ? {} : { delimiter: input.delimiter }),
  };
  const list = await readChosen(session, windowId, input.selectionId, choice);
  if (!list.ok) return list;
  const importId = session.ids.newId();
  const { employerId, checkOnly, fields: named } = input;
  const sheet = { ...(input.sheet === undefined ? {} : { name: input.sheet }), headingLine: null };
  const judged = await stageList(session, list.value, { importId, employerId, checkOnly, sheet, named }, run);
  if (!judged.ok) return judged;
  const { columns, counts } = judged.value;
  return ok({ importId, rows: counts.rows, columns, counts });
}

const notStaged = ({ state }: ListRecord) => fail('stateNotAllowed', { details: { reason: state } });

/** Failures: notFound, stateNotAllowed (one that is only judged keeps no rows to go on with). */
export function stagedList({ db }: Pick<Session, 'db'>, importId: string): Result<ListRecord> {
  const record = findList(db, importId);
  if (record === null) return fail('notFound');
  if (record.checkOnly) return fail('stateNotAllowed', { details: { reason: 'checkOnly' } });
  return record.state === 'staged' ? ok(record) : notStaged(record);
}

/** Judges what is kept once more, with other columns or with rows changed: all of it or, when stopped, nothing. */
export async function judgeAgain(
  session: Session,
  record: ListRecord,
  what: Pick<Parameters<typeof runJudge>[1], 'fields' | 'change'>,
  run: ListRun | null = null,
): Promise<Result<JudgedList>> {
  const blocks = await inSlices(allBlocks(session.db, record.id));
  const judging = {
    ...{ importId: record.id, employerId: record.employerId, checkOnly: record.checkOnly, remembered: [] },
    ...what,
    rows: record.counts.rows ?? null,
    source: { kind: 'blocks', columns: record.columns, blocks } as const,
  };
  const judged = await runJudge(session, judging, run);
  if (judged.ok) session.changed('trainingImport.changed', [record.id]);
  return judged;
}

/** Keeps which column holds what, and remembers it. Failures: notFound, stateNotAllowed, invalidInput. */
export async function matchColumns(
  session: Session,
  { importId, fields }: HandlerInput<'trainingImport.match'>,
  run: ListRun | null = null,
): Promise<Result<TrainingImportCounts>> {
  const { db, clock } = session;
  const record = stagedList(session, importId);
  if (!record.ok) return record;
  const { columns, employerId } = record.value;
  const given = fields.filter((field) => field !== null);
  if (fields.length !== columns.length || new Set(given).size !== given.length)
    return fail('invalidInput', { details: { fields: 'fields' } });
  const judged = await judgeAgain(session, record.value, { fields, change: null }, run);
  if (!judged.ok) return judged;
  const remembered = attempt<Record<string, never>>(db, () => {
    const at = clock.now().toISOString();
    for (const [place, { heading }] of columns.entries()) {
      const plain = plainHeading(heading);
      if (plain !== '') rememberHeading(db, employerId, plain, fields[place] ?? null, at);
    }
    return ok({});
  });
  return remembered.ok ? ok(judged.value.counts) : remembered;
}
