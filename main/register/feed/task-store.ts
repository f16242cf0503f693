// SQL of the tasks that mutations raised: what they ask, about whom, and what was done.
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { type FeedTask, feedTaskKindSchema } from '../../../preload/contract/register-feed.ts';
import { type Database, statement } from '../../platform/database.ts';
import type { DimonaFact } from './feed-values.ts';

type Filter = Pick<
  HandlerInput<'registerFeed.tasks'>,
  'open' | 'kind' | 'fileId' | 'personId' | 'page' | 'pageSize'
>;
type Names = { familyName: string; givenName: string };

type Row = Pick<
  FeedTask,
  'id' | 'kind' | 'day' | 'fileId' | 'sequence' | 'personId' | 'insz' | 'from' | 'to'
> &
  Pick<FeedTask, 'clientCount' | 'state' | 'settledAt' | 'settledBy' | 'revision'> &
  Names & {
    dimona: string | null;
    before: string | null;
    lastName: string | null;
    givenNames: string | null;
  } & Pick<NonNullable<FeedTask['said']>, 'birthDate' | 'genderCode' | 'deceaseDate' | 'register'>;

const columns = `t.id, t.kind, t.day, t.file_id AS fileId, f.sequence, t.person_id AS personId, coalesce(n.insz, '') AS insz,
  p.family_name AS familyName, p.given_name AS givenName, e.old_insz AS "from", e.new_insz AS "to", t.dimona, t.before,
  i.last_name AS lastName, i.given_names AS givenNames, i.birth_date AS birthDate, i.gender_code AS genderCode,
  i.decease_date AS deceaseDate, i.register, t.state, t.settled_at AS settledAt, coalesce(t.settled_by, '') AS settledBy, t.revision,
  (SELECT count(DISTINCT employer_id) FROM register_line l WHERE l.person_id = t.person_id) AS clientCount`;
const tables = `feed_task t JOIN feed_file f ON f.id = t.file_id JOIN person p ON p.id = t.person_id
  LEFT JOIN person_number n ON n.person_id = t.person_id AND n.replaced_by IS NULL
  LEFT JOIN person_identity i ON i.person_id = t.person_id LEFT JOIN number_event e ON e.id = t.event_id`;

/** Open ones in the order in which they came, others the latest first. What had nothing to ask is listed with its file only. */
export function listTasks(db: Database, filter: Filter): { rows: FeedTask[]; total: number } {
  const { kind = null, fileId = null, personId = null, page, pageSize } = filter;
  const state = filter.open
    ? `t.state = 'open'`
    : fileId === null
      ? `t.state IN ('settled', 'takenOver')`
      : '1';
  const where = `${state} AND (? IS NULL OR t.kind = ?) AND (? IS NULL OR t.file_id = ?) AND (? IS NULL OR t.person_id = ?)`;
  const values = [kind, kind, fileId, fileId, personId, personId];
  const rows = statement(
    db,
    `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY t.id ${filter.open ? '' : 'DESC'} LIMIT ? OFFSET ?`,
  ).all(...values, pageSize, (page - 1) * pageSize) as Row[];
  const total = Number(
    statement(db, `SELECT count(*) FROM feed_task t WHERE ${where}`)
      .pluck()
      .get(...values),
  );
  return { rows: rows.map((row) => shown(db, row)), total };
}

/** Open ones by kind. */
export function countTasks(db: Database): Partial<Record<FeedTask['kind'], number>> {
  const rows = statement(
    db,
    `SELECT kind, count(*) AS count FROM feed_task WHERE state = 'open' GROUP BY kind`,
  ).all() as { kind: string; count: number }[];
  return Object.fromEntries(rows.map(({ kind, count }) => [feedTaskKindSchema.parse(kind), count]));
}

export const countOpenTasks = (db: Database): number =>
  Number(statement(db, `SELECT count(*) FROM feed_task WHERE state = 'open'`).pluck().get());

function shown(db: Database, row: Row): FeedTask {
  const { familyName, givenName, dimona, before, lastName, givenNames } = row;
  const { birthDate, genderCode, deceaseDate, register, ...rest } = row;
  const { lastName: _, givenNames: __, familyName: ___, givenName: ____, before: _____, ...kept } = rest;
  const says = !['replaced', 'cancelled', 'address', 'dimona'].includes(row.kind) && lastName !== null;
  return {
    ...kept,
    name: { familyName, givenName },
    joined: row.kind === 'replaced' && before !== null ? (JSON.parse(before) as Names) : null,
    clients: clientNames(db, row.personId),
    said: says
      ? {
          ...{ name: { familyName: lastName, givenName: givenNames ?? '' } },
          ...{ birthDate, genderCode, deceaseDate, register },
        }
      : null,
    dimona: dimona === null ? null : dimonaOf(db, JSON.parse(dimona) as DimonaFact),
  };
}

const clientNames = (db: Database, personId: string): string[] =>
  statement(
    db,
    `SELECT DISTINCT le.name FROM register_line l JOIN employer e ON e.id = l.employer_id
       JOIN legal_entity le ON le.id = e.legal_entity_id WHERE l.person_id = ? ORDER BY le.name LIMIT 3`,
  )
    .pluck()
    .all(personId) as string[];

function dimonaOf(db: Database, { employerNumber, action, begin, end }: DimonaFact): FeedTask['dimona'] {
  const client = statement(
    db,
    `SELECT e.id, le.name FROM legal_entity le JOIN employer e ON e.legal_entity_id = le.id WHERE le.enterprise_number = ?`,
  ).get(employerNumber) as { id: string; name: string } | undefined;
  return { action, employerId: client?.id ?? null, employer: client?.name ?? employerNumber, begin, end };
}

export type StoredTask = Names & {
  id: string;
  kind: FeedTask['kind'];
  state: FeedTask['state'];
  personId: string;
  revision: number;
  lastName: string | null;
  givenNames: string | null;
  before: string | null;
};

export function findTask(db: Database, id: string): StoredTask | null {
  const row = statement(
    db,
    `SELECT t.id, t.kind, t.state, t.person_id AS personId, t.revision, t.before, p.family_name AS familyName,
       p.given_name AS givenName, i.last_name AS lastName, i.given_names AS givenNames
       FROM feed_task t JOIN person p ON p.id = t.person_id LEFT JOIN person_identity i ON i.person_id = t.person_id
      WHERE t.id = ?`,
  ).get(id) as StoredTask | undefined;
  return row ?? null;
}

export function endTask(
  db: Database,
  id: string,
  end: {
    state: 'open' | 'settled' | 'takenOver';
    at: string | null;
    by: string | null;
    before: string | null;
  },
): void {
  statement(
    db,
    `UPDATE feed_task SET state = ?, settled_at = ?, settled_by = ?, before = ?, revision = revision + 1 WHERE id = ?`,
  ).run(end.state, end.at, end.by, end.before, id);
}

/** Workers of a person, for pages that show them. */
export const workersOf = (db: Database, personId: string): string[] =>
  statement(db, 'SELECT id FROM worker WHERE person_id = ?').pluck().all(personId) as string[];

export function renamePerson(db: Database, personId: string, { familyName, givenName }: Names): void {
  statement(db, 'UPDATE person SET family_name = ?, given_name = ? WHERE id = ?').run(
    ...[familyName, givenName, personId],
  );
}
