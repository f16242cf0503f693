// SQL of the list of lines: always from an index, so that it stays quick among a million. What is counted stops somewhere.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import { type Database, statement } from '../platform/database.ts';
import { type ListFilter, mostSorted, type Walk, walkOf } from './list-walk-store.ts';

type Answer = HandlerOutput<'register.list'>;
type Row = Omit<Answer['rows'][number], 'period'> & Period;

export function listLines(db: Database, filter: ListFilter, few = mostSorted): Answer {
  const walk = walkOf(db, filter, few);
  const { page, pageSize } = filter;
  const rows = walk.few ? sorted(db, walk, filter) : walked(db, walk, filter);
  // A page that is not full is the last one: counting would walk the same once more.
  const last = rows.length > 0 || page === 1 ? rows.length < pageSize : false;
  const counted = last ? (page - 1) * pageSize + rows.length : count(db, walk);
  return { rows, total: Math.min(counted, walk.most), page, pageSize, more: counted > walk.most };
}

function count(db: Database, { person, lines, where, values, most, counted }: Walk): number {
  const from = person === null ? lines : `${person} CROSS JOIN ${lines} ON l.person_id = p.id`;
  const each = counted.length > 0 ? counted : [{ from, where, values }];
  return each.reduce((total, part) => {
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${part.from} WHERE ${part.where} LIMIT ${most + 1})`;
    const found = statement(db, sql).pluck();
    return total + Number(found.get(...part.values));
  }, 0);
}

const shown = `p.id AS personId, n.insz, p.family_name AS familyName, p.given_name AS givenName, l.employer_id AS employerId,
  le.name AS employerName, l.dossier_type AS dossierType, l.begin_date AS "begin", l.end_date AS "end",
  l.verified_by AS verifiedBy, l.review`;
const besides = `CROSS JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
  CROSS JOIN employer em ON em.id = l.employer_id CROSS JOIN legal_entity le ON le.id = em.legal_entity_id`;
const rowOf = ({ begin, end, ...row }: Row): Answer['rows'][number] => ({ ...row, period: { begin, end } });

const key = 'l.person_id, l.employer_id, l.owner_id, l.dossier_type, l.begin_date';

/** In the order of the index that is walked: read until the page is full. */
function walked(
  db: Database,
  { person, lines, where, values, order }: Walk,
  { page, pageSize }: ListFilter,
): Answer['rows'] {
  const inner = `SELECT ${key} FROM ${person === null ? lines : `${person} CROSS JOIN ${lines} ON l.person_id = p.id`}
    WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const rows = statement(
    db,
    `SELECT ${shown} FROM (${inner}) k CROSS JOIN register_line l ON l.person_id = k.person_id
         AND l.employer_id = k.employer_id AND l.owner_id = k.owner_id AND l.dossier_type = k.dossier_type
         AND l.begin_date = k.begin_date
       CROSS JOIN person p ON p.id = l.person_id ${besides}`,
  ).all(...values, pageSize, (page - 1) * pageSize) as Row[];
  return rows.map(rowOf);
}

/** All persons of the lines by name, and then the lines of those on the page. */
function sorted(
  db: Database,
  { lines, where, values, descending }: Walk,
  filter: ListFilter,
): Answer['rows'] {
  const { page, pageSize } = filter;
  const way = descending ? 'DESC' : 'ASC';
  const persons = statement(
    db,
    `SELECT p.id, w.found FROM (SELECT l.person_id AS id, count(*) AS found FROM ${lines} WHERE ${where} GROUP BY l.person_id) w
       CROSS JOIN person p ON p.id = w.id
      ORDER BY p.family_name COLLATE NOCASE ${way}, p.given_name COLLATE NOCASE ${way}, p.id ${way}`,
  ).all(...values) as { id: string; found: number }[];
  let before = (page - 1) * pageSize;
  const first = persons.findIndex(({ found }) => {
    if (found > before) return true;
    before -= found;
    return false;
  });
  if (first < 0) return [];
  const ids = persons.slice(first, first + pageSize).map(({ id }) => id);
  const rows = statement(
    db,
    `SELECT ${shown} FROM json_each(?) j CROSS JOIN person p ON p.id = j.value
       CROSS JOIN register_line l ON l.person_id = p.id ${besides}
      WHERE ${where.replaceAll(/(?<!\+)\bl\./g, '+l.')} ORDER BY j.key, l.employer_id ${way}, l.owner_id ${way}, l.dossier_type ${way}, l.begin_date ${way}
      LIMIT ? OFFSET ?`,
  ).all(JSON.stringify(ids), ...values, pageSize, before) as Row[];
  return rows.map(rowOf);
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
