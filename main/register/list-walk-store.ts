// SQL of from where a list of lines is walked: the index that leads to the fewest, as far as a short count can tell; else the names.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { likeAnywhere } from '../employers/employer-store.ts';
import { type Database, statement } from '../platform/database.ts';
import { mostCounted } from './act-store.ts';
import { thisOwner } from './line-store.ts';

export type ListFilter = Omit<HandlerInput<'register.list'>, 'day'> & { day: string };
type Condition = { sql: string; values: (string | number)[] };
/**
 * `lines` names register_line as `l`; `where` holds for it alone unless `person` is there, which names its person as `p` and is walked
 * first. `few`: so few lines that all their persons may be sorted by name. `most`: how far it is counted.
 */
export type Walk = {
  lines: string;
  person: string | null;
  where: string;
  values: (string | number)[];
  few: boolean;
  /** What is read first; of few persons and their lines, either way. */
  order: string;
  descending: boolean;
  most: number;
  /** Where the same lines are counted quicker, each line in one of them. */
  counted: readonly { from: string; where: string; values: (string | number)[] }[];
};

const by = (index: string): string => `register_line l INDEXED BY register_line_${index}`;
const tables = {
  review: by('review'),
  employer: by('employer'),
  ended: by('end'),
  begin: by('begin'),
  type: `employer e CROSS JOIN ${by('employer')} ON l.employer_id = e.id`,
  text: 'register_line l',
  names: 'register_line l',
} as const;
type Start = keyof typeof tables;
/** Beyond this, looking every person up to sort by name takes longer than walking the names. */
export const mostSorted = 5_000;
/** Who is walked person by person, a million lines long, is not counted nor paged as far as a few lines are. */
const mostWalked = 1_000;

export function walkOf(db: Database, filter: ListFilter, atMost: number): Walk {
  const few = (from: string, values: readonly string[]): boolean => fewer(db, atMost, from, values);
  const start = startOf(few, filter);
  // Where the person leads to the lines, nothing else may: a `+` keeps a column from being looked up by.
  const column = start === 'names' || start === 'text' ? '+l.' : 'l.';
  const conditions: Condition[] = [
    textCondition(filter.text),
    stateCondition(filter, column),
    { sql: `${column}owner_id = ?`, values: [thisOwner] },
    equals(`${column}employer_id`, filter.employerId),
    equals(`${column}dossier_type`, filter.dossierType),
  ];
  const byPerson =
    start === 'names' ? 'person p INDEXED BY person_name' : start === 'text' ? 'person p' : null;
  return {
    lines: tables[start],
    person: byPerson,
    ...joined(conditions),
    few: byPerson === null && start !== 'ended' && !byBegin(filter),
    ...orderOf(start, filter),
    most: byPerson === null ? mostCounted : mostWalked,
    counted: start === 'names' && filter.state === 'active' ? activeByEnd(filter) : [],
  };
}

/** Only one client has an index of begins. */
const byBegin = ({ sort, employerId }: ListFilter): boolean =>
  employerId !== undefined && (sort === 'begin' || sort === '-begin');

function orderOf(start: Start, filter: ListFilter): Pick<Walk, 'order' | 'descending'> {
  const key = 'l.person_id, l.employer_id, l.owner_id, l.dossier_type, l.begin_date';
  const byName = 'p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, p.id';
  const rest = 'l.employer_id, l.owner_id, l.dossier_type, l.begin_date';
  const order =
    start === 'ended'
      ? `l.end_date, ${key}`
      : byBegin(filter)
        ? `l.begin_date, ${key}`
        : `${byName}, ${rest}`;
  const descending = start === 'ended' || (filter.sort ?? '').startsWith('-');
  // A wish that has no index is no wish: by name.
  const ignored = !byBegin(filter) && filter.sort === '-begin';
  return descending && !ignored
    ? { order: `${order.replaceAll(',', ' DESC,')} DESC`, descending: true }
    : { order, descending: false };
}

/** Open lines and those that end on the day or later: the index holds all that is asked. */
const activeByEnd = ({ day, dossierType }: ListFilter): Walk['counted'] =>
  [
    { sql: 'l.end_date IS NULL', values: [] },
    { sql: 'l.end_date >= ?', values: [day] },
  ].map((end) => {
    const begun = { sql: 'l.begin_date <= ? AND l.owner_id = ?', values: [day, thisOwner] };
    return { from: by('end'), ...joined([end, begun, equals('l.dossier_type', dossierType)]) };
  });

const joined = (all: readonly Condition[]): Pick<Walk, 'where' | 'values'> => ({
  where: all.map(({ sql }) => sql).join(' AND '),
  values: all.flatMap(({ values }) => values),
});
const equals = (column: string, value: string | undefined): Condition =>
  value === undefined ? { sql: '1', values: [] } : { sql: `${column} = ?`, values: [value] };

function startOf(few: (from: string, values: readonly string[]) => boolean, filter: ListFilter): Start {
  const { state, text, employerId, dossierType, day } = filter;
  if (text !== '') return 'text';
  if (state === 'review') return 'review';
  if (employerId !== undefined) return 'employer';
  if (dossierType !== undefined && few(`${tables.type} WHERE l.dossier_type = ?`, [dossierType]))
    return 'type';
  if (state === 'ended' && dossierType === undefined && filter.sort === undefined) return 'ended';
  if (state === 'coming' && few(`${by('begin')} WHERE l.begin_date > ?`, [day])) return 'begin';
  if (state === 'active' && few(`${by('begin')} WHERE l.begin_date <= ?`, [day])) return 'begin';
  return 'names';
}

function fewer(db: Database, most: number, from: string, values: readonly string[]): boolean {
  const found = statement(db, `SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ?)`).pluck();
  return Number(found.get(...values, most + 1)) <= most;
}

function stateCondition({ state, day }: ListFilter, column: string): Condition {
  if (state === 'active')
    return {
      sql: `${column}begin_date <= ? AND (${column}end_date IS NULL OR ${column}end_date >= ?)`,
      values: [day, day],
    };
  if (state === 'ended') return { sql: `${column}end_date < ?`, values: [day] };
  if (state === 'coming') return { sql: `${column}begin_date > ?`, values: [day] };
  return { sql: state === 'review' ? `${column}review IS NOT NULL` : '1', values: [] };
}

function textCondition(text: string): Condition {
  if (text === '') return { sql: '1', values: [] };
  const digits = text.replace(/[\s.\-/]/g, '');
  if (/^\d{4,11}$/.test(digits))
    return {
      sql: 'p.id IN (SELECT person_id FROM person_number WHERE insz >= ? AND insz < ?)',
      values: [digits, `${digits}:`],
    };
  const words = text.split(/\s+/).slice(0, 6);
  return {
    sql: words.map(() => `(p.family_name || ' ' || p.given_name) LIKE ? ESCAPE '\\'`).join(' AND '),
    values: words.map(likeAnywhere),
  };
}
