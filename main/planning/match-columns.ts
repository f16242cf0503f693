// From a sheet to planned stays: columns guessed as this client's lists had them before, then all rows read in a worker thread.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { PlanningCounts } from '../../preload/contract/planning-import.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { plainHeading } from '../../preload/rules/lists/guess-fields.ts';
import {
  guessPlanningColumns,
  missingPlanningFields,
  type PlanningField,
} from '../../preload/rules/planning/planning-fields.ts';
import { nameKey } from '../../preload/rules/planning/read-planning-row.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { runInWorker } from '../platform/workers.ts';
import { judgeShown } from './judge-shown.ts';
import type { PlanningColumns } from './look-planning.ts';
import { ownNumbersOf, rememberColumn, rememberedColumns, sitesOf, workersOf } from './names-store.ts';
import {
  type OpenedPlanning,
  type OpenedPlannings,
  planningHeapMb,
  type ReadList,
} from './opened-plannings.ts';
import { countBetween } from './planning-store.ts';
import type { PlanningPart } from './read-planning.ts';
import type { PackedNames } from './row-reader.ts';

/** Failures: selectionExpired, notFound (no such sheet), those of reading it. */
export async function stageSheet(
  session: Session,
  files: OpenedPlannings,
  windowId: string,
  { importId, sheet, headingLine }: HandlerInput<'planningImport.stage'>,
): Promise<Result<HandlerOutput<'planningImport.stage'>>> {
  const file = files.get(windowId, importId);
  if (file === null || file.kept !== null) return fail('selectionExpired');
  const read = await columnsAt(file, sheet, headingLine);
  if (!read.ok) return read;
  const { headings, samples, rows } = read.value;
  const chosen = { sheet, headingLine: read.value.headingLine, headings };
  files.change(importId, { chosen, read: null, fixes: new Map() });
  const guessed = guessPlanningColumns(headings, rememberedColumns(session.db, file.employerId));
  const columns = headings.map((heading, at) => ({
    heading,
    samples: samples[at] ?? [],
    field: guessed[at]?.field ?? null,
    how: guessed[at]?.how ?? ('none' as const),
  }));
  return ok({ rows, columns });
}

/** Known from the first look, unless a person says that the headings stand elsewhere. */
async function columnsAt(
  { bytes, choice, look }: OpenedPlanning,
  sheet: number,
  headingLine: number | null,
): Promise<Result<PlanningColumns>> {
  const seen = look.columns[sheet];
  if (seen === undefined) return fail('notFound');
  if (headingLine === null || headingLine === seen.headingLine)
    return seen.rows === 0 ? fail('tableEmpty') : ok(seen);
  const run = await runInWorker(
    'planning.columns',
    { bytes, choice, sheet, headingLine },
    { maxHeapMb: planningHeapMb },
  );
  return run.ok ? run.value : run;
}

/**
 * Reads all rows and remembers the columns. Failures: selectionExpired, invalidInput (a field twice, or one lacking, or another
 * number of columns), those of reading.
 */
export async function matchColumns(
  session: Session,
  files: OpenedPlannings,
  windowId: string,
  { importId, fields }: HandlerInput<'planningImport.match'>,
): Promise<Result<PlanningCounts>> {
  const file = files.get(windowId, importId);
  if (file === null || file.chosen === null || file.kept !== null) return fail('selectionExpired');
  const { headings } = file.chosen;
  const given = fields.filter((field) => field !== null);
  const twice = new Set(given).size !== given.length;
  if (fields.length !== headings.length || twice || missingPlanningFields(fields).length > 0)
    return fail('invalidInput', { details: { fields: 'fields' } });
  const read = await readRows(session, file, fields);
  if (!read.ok) return read;
  files.change(importId, { read: read.value });
  const remembered = attempt<Record<string, never>>(session.db, () => {
    for (const [at, heading] of headings.entries()) {
      const plain = plainHeading(heading);
      if (plain !== '') rememberColumn(session.db, file.employerId, plain, fields[at] ?? null);
    }
    return ok({});
  });
  return remembered.ok ? ok(countsOf(session, file.employerId, read.value)) : remembered;
}

async function readRows(
  session: Session,
  { bytes, choice, chosen, employerId, fixes }: OpenedPlanning,
  fields: (PlanningField | null)[],
): Promise<Result<ReadList>> {
  const parts: PlanningPart[] = [];
  const { sheet, headingLine } = chosen ?? { sheet: 0, headingLine: null };
  const names = namesFor(session, employerId);
  const run = await runInWorker(
    'planning.read',
    { bytes, choice, sheet, headingLine, fields, names },
    { maxHeapMb: planningHeapMb, onPart: (part) => parts.push(part as PlanningPart) },
  );
  const sums = run.ok ? run.value : run;
  if (!sums.ok) return sums;
  const file = { sums: sums.value, parts, refused: parts.flatMap(({ refused }) => refused) };
  return ok(await judgeShown({ fields, names, file }, fixes));
}

function namesFor({ db }: Pick<Session, 'db'>, employerId: string): PackedNames {
  const known = workersOf(db, employerId);
  const workers = keyed(
    known.map(({ present, familyName, givenName }) => [nameKey(`${familyName} ${givenName}`), present]),
  );
  const works = sitesOf(db, employerId);
  return {
    workers,
    numbers: ownNumbersOf(db, employerId).map(({ number, insz }) => [number, insz]),
    sites: keyed(works.map(({ name, reference }) => [nameKey(name), reference])),
    insz: known.map(({ insz }) => insz),
    references: works.map(({ reference }) => reference),
  };
}

/** A name that stands for two is no name. */
function keyed(pairs: readonly (readonly [string, string])[]): [string, string | null][] {
  const found = new Map<string, string | null>();
  for (const [key, value] of pairs) found.set(key, found.has(key) && found.get(key) !== value ? null : value);
  return [...found];
}

export function countsOf(session: Pick<Session, 'db'>, employerId: string, read: ReadList): PlanningCounts {
  const { sums, stays } = read;
  const before =
    sums.firstDay === null || sums.lastDay === null
      ? 0
      : countBetween(session.db, employerId, sums.firstDay, sums.lastDay);
  return { ...sums, stays, before };
}
