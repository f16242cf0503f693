// SQL of the list of lines: always from an index, so that it stays quick among a million. What is counted stops at 10,000.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import { likeAnywhere } from '../employers/employer-store.ts';
import { type Database, statement } from '../platform/database.ts';
import { mostCounted } from './act-store.ts';
import { thisOwner } from './line-store.ts';

type Filter = Omit<HandlerInput<'register.list'>, 'day'> & { day: string };
type Answer = HandlerOutput<'register.list'>;
type Row = Omit<Answer['rows'][number], 'period'> & Period;
type Condition = { sql: string; values: (string | number)[] };

const states: Record<Filter['state'], (day: string) => Condition> = {
  all: () => ({ sql: '1', values: [] }),
  active: (day) => ({
    sql: 'l.begin_date <= ? AND (l.end_date IS NULL OR l.end_date >= ?)',
    values: [day, day],
  }),
  ended: (day) => ({ sql: 'l.end_date < ?', values: [day] }),
  coming: (day) => ({ sql: 'l.begin_date > ?', values: [day] }),
  review: () => ({ sql: 'l.review IS NOT NULL', values: [] }),
};

/** Where the walk begins: at the few that fit, as far as that can be told from what was asked. */
function tablesFor(filter: Filter): string {
  if (filter.state === 'review')
    return 'register_line l INDEXED BY register_line_review CROSS JOIN person p ON p.id = l.person_id';
  if (filter.text !== '') return `person p CROSS JOIN register_line l ON l.person_id = p.id`;
  if (filter.employerId !== undefined)
    return 'register_line l INDEXED BY register_line_employer CROSS JOIN person p ON p.id = l.person_id';
  if (filter.state === 'ended')
    return 'register_line l INDEXED BY register_line_end CROSS JOIN person p ON p.id = l.person_id';
  return 'person p INDEXED BY person_name CROSS JOIN register_line l ON l.person_id = p.id';
}

function textCondition(text: string): Condition {
  if (text === '') return { sql: '1', values: [] };
  const digits = text.replace(/[\s.\-/]/g, '');
  if (/^\d{2,11}$/.test(digits))
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

export function listLines(db: Database, filter: Filter): Answer {
  const conditions: Condition[] = [
    textCondition(filter.text),
    states[filter.state](filter.day),
    { sql: 'l.owner_id = ?', values: [thisOwner] },
    ...(filter.employerId === undefined ? [] : [{ sql: 'l.employer_id = ?', values: [filter.employerId] }]),
    ...(filter.dossierType === undefined
      ? []
      : [{ sql: 'l.dossier_type = ?', values: [filter.dossierType] }]),
  ];
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const values = conditions.flatMap((one) => one.values);
  const from = `FROM ${tablesFor(filter)} WHERE ${where}`;
  const counted = Number(
    statement(db, `SELECT count(*) FROM (SELECT 1 ${from} LIMIT ${mostCounted + 1})`)
      .pluck()
      .get(...values),
  );
  const order =
    filter.state === 'ended'
      ? 'l.end_date DESC, l.person_id DESC, l.employer_id DESC, l.owner_id DESC, l.dossier_type DESC, l.begin_date DESC'
      : 'p.family_name COLLATE NOCASE, p.given_name COLLATE NOCASE, p.id, l.employer_id, l.owner_id, l.dossier_type, l.begin_date';
  const rows = statement(
    db,
    `SELECT l.*, n.insz, le.name AS employerName
       FROM (SELECT p.id AS personId, p.family_name AS familyName, p.given_name AS givenName, l.employer_id AS employerId,
               l.dossier_type AS dossierType, l.begin_date AS "begin", l.end_date AS "end", l.verified_by AS verifiedBy, l.review
             ${from} ORDER BY ${order} LIMIT ? OFFSET ?) l
       JOIN person_number n ON n.person_id = l.personId AND n.replaced_by IS NULL
       JOIN employer e ON e.id = l.employerId JOIN legal_entity le ON le.id = e.legal_entity_id`,
  ).all(...values, filter.pageSize, (filter.page - 1) * filter.pageSize) as Row[];
  return {
    rows: rows.map(({ begin, end, ...row }) => ({ ...row, period: { begin, end } })),
    total: Math.min(counted, mostCounted),
    page: filter.page,
    pageSize: filter.pageSize,
    more: counted > mostCounted,
  };
}

/** Lines that somebody must look at, and inserts that wait for the authentic source. */
export function countOpen(db: Database, employerId: string | null): HandlerOutput<'register.counts'> {
  const count = (sql: string): number => Number(statement(db, sql).pluck().get(employerId, employerId));
  const where = '(? IS NULL OR employer_id = ?)';
  return {
    review: count(`SELECT count(*) FROM register_line WHERE review IS NOT NULL AND ${where}`),
    pending: count(`SELECT count(*) FROM register_pending WHERE ${where}`),
  };
}
