// What overviews say, worked out by going through everything at once: slow, and plain to read. Tests hold the blocks to it.
import type { Database } from '../../../main/platform/database.ts';
import type { CompletenessQuery } from '../../../main/training/account/count-completeness.ts';

const spans = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;

type ClientRow = { employerId: string; name: string; enterpriseNumber: string };
type WorkerRow = { id: string; employer_id: string; start_date: string; end_date: string | null };
type TrainingRow = {
  worker_id: string;
  year: number;
  start_date: string | null;
  duration_minutes: number | null;
};

/** The same by going through all workers for each client and quarter: slow, and plain to read. */
export function completenessAtOnce(db: Database, query: CompletenessQuery) {
  const { scope, year, text, missingIn, countIn, sort, offset, limit } = query;
  const clients = db
    .prepare(
      `SELECT e.id AS employerId, le.name, le.enterprise_number AS enterpriseNumber
         FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id ORDER BY e.id`,
    )
    .all() as ClientRow[];
  const workers = db.prepare('SELECT * FROM worker').all() as WorkerRow[];
  const had = db
    .prepare(
      `SELECT * FROM training WHERE removed_at IS NULL AND withdraw = 0 AND status <> 'notAttended'
          AND state IN ('draft', 'accepted')`,
    )
    .all() as TrainingRow[];
  const ofWorker = Map.groupBy(had, ({ worker_id }) => worker_id);
  const rows = clients
    .filter(({ employerId }) => scope === 'all' || scope.employerId === employerId)
    .filter(({ name, enterpriseNumber }) =>
      /^\d+$/.test(text) && enterpriseNumber.startsWith(text) ? true : name.toLowerCase().includes(text),
    )
    .map((client) => ({
      ...client,
      quarters: spans.map(([first, last]) => {
        const [from, to] = [`${year}-${first}`, `${year}-${last}`];
        const own = workers.filter(({ employer_id }) => employer_id === client.employerId);
        const began = ({ id }: WorkerRow): TrainingRow[] =>
          (ofWorker.get(id) ?? []).filter(
            (one) =>
              one.year === year && one.start_date !== null && one.start_date >= from && one.start_date <= to,
          );
        const there = own.filter(
          (one) => one.start_date <= to && (one.end_date === null || one.end_date >= from),
        );
        const trainings = own.flatMap(began);
        return {
          employed: there.length,
          missing: there.filter((one) => began(one).length === 0).length,
          trainings: trainings.length,
          minutes: trainings.reduce((sum, one) => sum + (one.duration_minutes ?? 0), 0),
        };
      }),
    }));
  type Row = (typeof rows)[number];
  const missing = (row: Row, of: readonly number[]): number =>
    of.reduce((sum, quarter) => sum + (row.quarters[quarter - 1]?.missing ?? 0), 0);
  const lower = ({ name }: Row): string => name.toLowerCase();
  const byName = (one: Row, other: Row): number =>
    lower(one) < lower(other) ? -1 : Number(lower(one) > lower(other));
  const sign = sort.startsWith('-') ? -1 : 1;
  const found = rows
    .filter((row) => missingIn === null || missing(row, missingIn) > 0)
    .sort((one, other) =>
      sort.endsWith('name')
        ? sign * byName(one, other)
        : sign * (missing(one, countIn) - missing(other, countIn)) || byName(one, other),
    );
  return { total: found.length, rows: found.slice(offset, offset + limit) };
}

/** Ids of certificates that end between two days, one by one in this language. */
export function endsAtOnce(db: Database, from: string, until: string, today: string): string[] {
  const rows = db
    .prepare(
      `SELECT t.*, w.end_date AS gone FROM training t JOIN worker w ON w.id = t.worker_id
        WHERE t.removed_at IS NULL AND t.withdraw = 0 AND t.state IN ('draft', 'accepted') AND t.certificate_obtained = 1
          AND t.certificate_valid_until IS NOT NULL`,
    )
    .all() as {
    id: string;
    worker_id: string;
    title: string;
    certificate_name: string;
    certificate_valid_until: string;
    gone: string | null;
  }[];
  const name = (row: (typeof rows)[number]): string =>
    (row.certificate_name.trim() || row.title).toLowerCase();
  return rows
    .filter((row) => row.gone === null || row.gone >= today)
    .filter(({ certificate_valid_until: end }) => end >= from && end <= until)
    .filter(
      (row) =>
        !rows.some(
          (other) =>
            other.worker_id === row.worker_id &&
            name(other) === name(row) &&
            other.certificate_valid_until > row.certificate_valid_until,
        ),
    )
    .sort((one, other) =>
      `${one.certificate_valid_until}${one.id}` < `${other.certificate_valid_until}${other.id}` ? -1 : 1,
    )
    .map(({ id }) => id);
}
