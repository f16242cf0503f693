// The problems of all waiting lists as one list: rows page by page, their kinds, and those that stand in several rows.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import {
  mostTrainingLists,
  type SameProblem,
  type TrainingListRow,
} from '../../../preload/contract/training-lists.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { cellOf, placesOf } from './judge-row.ts';
import { addSummary, emptySummary, needsAttention } from './list-blocks.ts';
import { blockRows, blockSummaries, type ListRecord } from './list-store.ts';
import { waitingLists } from './many-store.ts';
import { missingFields, showRows } from './show-list.ts';

/** Lists that can be brought in as they are: it is known whose they are, and what their columns hold. */
export const readyLists = ({ db }: Pick<Session, 'db'>): ListRecord[] =>
  waitingLists(db, mostTrainingLists).filter((record) => missingFields(record).length === 0);

export async function rowsOfLists(
  session: Session,
  { page, pageSize, problem }: HandlerInput<'trainingLists.rows'>,
): Promise<HandlerOutput<'trainingLists.rows'>> {
  const rows: TrainingListRow[] = [];
  const first = (page - 1) * pageSize;
  let total = 0;
  for (const record of readyLists(session)) {
    const has =
      problem === null
        ? record.problems.rows
        : (record.problems.kinds.find((kind) => sameKind(kind, problem))?.rows ?? 0);
    const from = Math.max(0, first - total);
    const wanted = Math.min(has - from, first + pageSize - total - from);
    total += has;
    if (wanted > 0) rows.push(...(await part(session, record, problem, from, wanted)));
  }
  return { rows, total, page, pageSize };
}

/** Rows `from` and on of one list, which shows them page by page. */
async function part(
  session: Session,
  record: ListRecord,
  problem: HandlerInput<'trainingLists.rows'>['problem'],
  from: number,
  wanted: number,
): Promise<TrainingListRow[]> {
  const pageSize = 50;
  const found: TrainingListRow[] = [];
  const page = Math.floor(from / pageSize);
  for (const at of [page, page + 1]) {
    if (found.length >= from - page * pageSize + wanted) break;
    const asked = { importId: record.id, show: 'attention', problem, page: at + 1, pageSize } as const;
    const shown = await showRows(session, asked);
    if (!shown.ok) break;
    found.push(...shown.value.rows.map((row) => ({ ...row, importId: record.id, list: record.name })));
  }
  return found.slice(from - page * pageSize, from - page * pageSize + wanted);
}

type Kind = Pick<Finding, 'rule' | 'severity' | 'field'>;
const sameKind = (one: Kind, other: Kind): boolean =>
  one.rule === other.rule && one.field === other.field && one.severity === other.severity;

export function problemsOfLists(session: Session): HandlerOutput<'trainingLists.problems'> {
  const whole = emptySummary();
  for (const { problems } of readyLists(session))
    addSummary(whole, { ...emptySummary(), attention: problems.rows, kinds: problems.kinds });
  return {
    rows: whole.attention,
    kinds: whole.kinds.toSorted((a, b) => b.rows - a.rows).slice(0, 200),
  };
}

const mostGroups = 20;

/** Problems of a cell that stand in two rows or more with the very same facts. */
export const sameProblems = (session: Session): Promise<SameProblem[]> => inSlices(grouping(session));

type Group = {
  problem: Finding;
  field: TrainingImportField;
  rows: number;
  lists: Set<string>;
  texts: Set<string>;
};

function* grouping(session: Session): Steps<SameProblem[]> {
  const groups = new Map<string, Group>();
  for (const record of readyLists(session)) {
    const places = placesOf(record.columns.map(({ field }) => field));
    for (const { at, summary } of blockSummaries(session.db, record.id)) {
      if (summary.attention === 0) continue;
      for (const row of blockRows(session.db, record.id, at).filter(needsAttention)) {
        const cell = cellOf(places, row.cells, row.fixes);
        for (const finding of row.findings) addTo(groups, record.id, finding, cell);
      }
      yield;
    }
  }
  return [...groups.values()]
    .filter(({ rows }) => rows > 1)
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, mostGroups)
    .map(({ problem, field, rows, lists, texts }) => ({
      ...{ problem, field, rows, lists: lists.size },
      text: texts.size === 1 ? ([...texts][0] ?? '').slice(0, 400).toWellFormed() : '',
    }));
}

function addTo(
  groups: Map<string, Group>,
  importId: string,
  problem: Finding,
  cell: (field: TrainingImportField) => string,
): void {
  const { rule, severity, params } = problem;
  const field = placeOf(problem);
  // What concerns the whole row, or a person, is decided row by row.
  if (severity === 'notice' || field === null || field === 'insz') return;
  const key = JSON.stringify([rule, field, params ?? null]);
  const group = groups.get(key) ?? { problem, field, rows: 0, lists: new Set(), texts: new Set() };
  group.rows += 1;
  group.lists.add(importId);
  if (group.texts.size < 2) group.texts.add(cell(field).trim());
  groups.set(key, group);
}

/** The column in which a problem is put right: a wrong year stands in the day. */
const placeOf = ({ rule, field }: Finding): TrainingImportField | null =>
  field === null ? (rule === 'TRN-YEAR-RANGE' ? 'startDate' : null) : (field as TrainingImportField);
