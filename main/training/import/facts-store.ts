// SQL that gathers what the judging of a list needs to know, as lines of JSON and in steps.
import { type Database, statement } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';
import { fieldColumns } from '../training-row.ts';
import type { PackedFacts } from './list-facts.ts';

const pageSize = 200;
type Line = { id: string; line: string };

/** Of one client employer, or of all. */
export function* gatherFacts(db: Database, employerId: string | null): Steps<PackedFacts> {
  const facts: PackedFacts = { employers: [], workers: [], records: [] };
  const employers = `SELECT e.id AS id, json_array(e.id, l.enterprise_number) AS line FROM employer e
    JOIN legal_entity l ON l.id = e.legal_entity_id WHERE (? IS NULL OR e.id = ?) AND e.id > ?
    ORDER BY e.id LIMIT ${pageSize}`;
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const page = statement(db, employers).all(employerId, employerId, after) as Line[];
    facts.employers.push(page.map(({ line }) => line).join('\n'));
    ids.push(...page.map(({ id }) => id));
    yield;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    after = last.id;
  }
  for (const id of ids) yield* ofEmployer(db, id, facts);
  return facts;
}

/** The same of a few persons only: `enterprises` are the numbers of client employers that a column names. */
export function* gatherFew(
  db: Database,
  employerId: string | null,
  { persons, enterprises }: { persons: readonly string[]; enterprises: readonly string[] },
): Steps<PackedFacts> {
  const employers = statement(
    db,
    `SELECT e.id AS id, json_array(e.id, l.enterprise_number) AS line FROM employer e
       JOIN legal_entity l ON l.id = e.legal_entity_id
      WHERE e.id = ? OR (? IS NULL AND l.enterprise_number IN (SELECT value FROM json_each(?)))`,
  ).all(employerId, employerId, JSON.stringify(enterprises)) as Line[];
  const facts: PackedFacts = {
    employers: [employers.map(({ line }) => line).join('\n')],
    workers: [],
    records: [],
  };
  yield;
  const workers = statement(
    db,
    `${workerLines} WHERE n.insz IN (SELECT value FROM json_each(?))
       AND w.employer_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(persons), JSON.stringify(employers.map(({ id }) => id))) as Line[];
  yield* recordsOf(db, workers, facts);
  return facts;
}

const workerLines = `SELECT w.id AS id,
    json_array(w.employer_id, n.insz, w.id, w.start_date, w.end_date, n.replaced_by IS NOT NULL) AS line
  FROM person_number n JOIN worker w ON w.person_id = n.person_id`;

function* ofEmployer(db: Database, employerId: string, facts: PackedFacts): Steps<void> {
  const workers = statement(db, `${workerLines} WHERE w.employer_id = ?`).all(employerId) as Line[];
  yield* recordsOf(db, workers, facts);
}

function* recordsOf(db: Database, workers: readonly Line[], facts: PackedFacts): Steps<void> {
  facts.workers.push(workers.map(({ line }) => line).join('\n'));
  yield;
  const ids = [...new Set(workers.map(({ id }) => id))];
  const records = statement(
    db,
    `SELECT json_array(id, worker_id, year, external_reference,
         CASE WHEN accepted_fields IS NULL THEN NULL
           ELSE json_extract(accepted_fields, '$.title', '$.startDate', '$.endDate') END,
         ${fieldColumns.join(', ')}) AS line
       FROM training WHERE worker_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL`,
  );
  const few = 40;
  for (let first = 0; first < ids.length; first += few) {
    const page = records.all(JSON.stringify(ids.slice(first, first + few))) as { line: string }[];
    facts.records.push(page.map(({ line }) => line).join('\n'));
    yield;
  }
}

/** Names for a page of rows. */
export function namesOf(db: Database, workerIds: readonly string[], employerIds: readonly string[]) {
  const workers = statement(
    db,
    `SELECT w.id AS id, p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS name
       FROM worker w JOIN person p ON p.id = w.person_id WHERE w.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(workerIds)) as { id: string; name: string }[];
  const employers = statement(
    db,
    `SELECT e.id AS id, l.name AS name FROM employer e JOIN legal_entity l ON l.id = e.legal_entity_id
       WHERE e.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(employerIds)) as { id: string; name: string }[];
  const known = new Map([...workers, ...employers].map(({ id, name }) => [id, name]));
  return (id: string | null): string => (id === null ? '' : (known.get(id) ?? ''));
}
