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

/** Replaces what was staged under the same id. Failures: notFound (sheet, employer), stateNotAllowed, those of reading. */
export async function stageList(
  session: Session,
  list: OpenedList,
  { importId, employerId, checkOnly, sheet, named }: Staging,
): Promise<Result<JudgedList>> {
  const { db, clock } = session;
  if (employerId !== null && !employerExists(db, employerId)) return fail('notFound');
  const standing = findList(db, importId);
  if (standing !== null && standing.state !== 'staged') return notStaged(standing);
  const now = clock.now();
  const old = new Date(now.getTime() - daysKept * 86_400_000).toISOString();
  for (const id of [importId, ...forgotten(db, old)]) await inSlices(deleteList(db, id));
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
  const judged = await runJudge(session, {
    ...{ importId, employerId, checkOnly, remembered, fields: null, change: null },
    source: { kind: 'file', bytes: list.bytes, choice: list.choice, sheet },
  });
  if (!judged.ok) await inSlices(deleteList(db, importId));
  else session.changed('trainingImport.changed', [importId]);
  return judged;
}

export async function takeList(
  session: Session,
  windowId: string,
  input: HandlerInput<'trainingImport.take'>,
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
  const judged = await stageList(session, list.value, { importId, employerId, checkOnly, sheet, named });
  if (!judged.ok) return judged;
  const { columns, counts } = judged.value;
  return ok({ importId, rows: counts.rows, columns, counts });
}

const notStaged = ({ state }: ListRecord) => fail('stateNotAllowed', { details: { reason: state } });

/** Failures: notFound, stateNotAllowed. */
export function stagedList({ db }: Pick<Session, 'db'>, importId: string): Result<ListRecord> {
  const record = findList(db, importId);
  if (record === null) return fail('notFound');
  return record.state === 'staged' ? ok(record) : notStaged(record);
}

/** Judges what is kept once more, with other columns or with rows changed. */
export async function judgeAgain(
  session: Session,
  record: ListRecord,
  what: Pick<Parameters<typeof runJudge>[1], 'fields' | 'change'>,
): Promise<Result<JudgedList>> {
  const blocks = await inSlices(allBlocks(session.db, record.id));
  const judged = await runJudge(session, {
    ...{ importId: record.id, employerId: record.employerId, checkOnly: record.checkOnly, remembered: [] },
    ...what,
    source: { kind: 'blocks', columns: record.columns, blocks },
  });
  if (judged.ok) session.changed('trainingImport.changed', [record.id]);
  return judged;
}

/** Keeps which column holds what, and remembers it. Failures: notFound, stateNotAllowed, invalidInput. */
export async function matchColumns(
  session: Session,
  { importId, fields }: HandlerInput<'trainingImport.match'>,
): Promise<Result<TrainingImportCounts>> {
  const { db, clock } = session;
  const record = stagedList(session, importId);
  if (!record.ok) return record;
  const { columns, employerId } = record.value;
  const given = fields.filter((field) => field !== null);
  if (fields.length !== columns.length || new Set(given).size !== given.length)
    return fail('invalidInput', { details: { fields: 'fields' } });
  const remembered = attempt<Record<string, never>>(db, () => {
    const at = clock.now().toISOString();
    for (const [place, { heading }] of columns.entries()) {
      const plain = plainHeading(heading);
      if (plain !== '') rememberHeading(db, employerId, plain, fields[place] ?? null, at);
    }
    return ok({});
  });
  if (!remembered.ok) return remembered;
  const judged = await judgeAgain(session, record.value, { fields, change: null });
  return judged.ok ? ok(judged.value.counts) : judged;
}
