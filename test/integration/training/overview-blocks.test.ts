// Overviews counted a block of workers at a time say what one statement over everything says, whatever is registered; and the
// walk goes on after every block, so that main answers others in between.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../main/platform/ids.ts';
import { inSlices, type Steps } from '../../../main/platform/slices.ts';
import {
  type CompletenessQuery,
  completenessRows,
} from '../../../main/training/account/count-completeness.ts';
import {
  certificatesByEnd,
  countCertificateEnds,
} from '../../../main/training/account/watch-certificates.ts';
import { workersInBlock } from '../../../main/training/account/worker-block-store.ts';
import { dayOf } from '../../../preload/rules/training/days.ts';
import { addEmployer, type OpenProfile, openProfile } from '../../support/seed-profile.ts';

let profile: OpenProfile;
beforeEach(() => {
  profile = openProfile({ businessDate: () => '2025-06-12' });
});
afterEach(() => profile.close());

const states = ['draft', 'accepted', 'withdrawn', 'superseded'] as const;
const statuses = ['completed', 'reserved', 'notAttended'] as const;
/** Days are counted from 1 January 2024. */
const anyTraining = fc.record({
  year: fc.constantFrom(2024, 2025),
  day: fc.option(fc.integer({ min: 0, max: 800 }), { nil: null, freq: 6 }),
  minutes: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null }),
  status: fc.constantFrom(...statuses),
  state: fc.constantFrom(...states),
  withdraw: fc.boolean(),
  removed: fc.boolean(),
  until: fc.option(fc.integer({ min: 400, max: 700 }), { nil: null }),
  obtained: fc.boolean(),
  name: fc.constantFrom('', 'Heftruck', 'HEFTRUCK', 'EHBO'),
  title: fc.constantFrom('Tillen', 'Heftruck', 'ehbo'),
});
const anyWorker = fc.record({
  client: fc.integer({ min: 0, max: 7 }),
  start: fc.integer({ min: 0, max: 700 }),
  days: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
  trainings: fc.array(anyTraining, { maxLength: 3 }),
});
type AnyWorker = typeof anyWorker extends fc.Arbitrary<infer T> ? T : never;
const anyQuery = fc.record({
  client: fc.option(fc.integer({ min: 0, max: 7 }), { nil: null }),
  year: fc.constantFrom(2024, 2025, 2026),
  text: fc.constantFrom('', 'klant', '3', 'niemand', '07000'),
  missingIn: fc.option(fc.subarray([1, 2, 3, 4]), { nil: null }),
  countIn: fc.subarray([1, 2, 3, 4]),
  sort: fc.constantFrom('name' as const, '-name' as const, 'missing' as const, '-missing' as const),
  limit: fc.integer({ min: 1, max: 12 }),
  offset: fc.integer({ min: 0, max: 4 }),
});

const day = (offset: number): string => dayOf(2024, 1, 1 + offset);

function fill(workers: readonly AnyWorker[]): string[] {
  const { db } = profile.session;
  for (const table of ['training', 'worker']) db.prepare(`DELETE FROM ${table}`).run();
  const employers = db.prepare('SELECT id FROM employer ORDER BY id').pluck().all() as string[];
  for (let client = employers.length; client < 8; client += 1)
    employers.push(
      addEmployer(db, { enterpriseNumber: `0${700_000_000 + client * 97}`, name: `klant ${client % 5}` }),
    );
  const insert = {
    person: db.prepare("INSERT INTO person (id, family_name, created_at) VALUES (?, ?, '2024-01-01')"),
    worker: db.prepare(
      'INSERT INTO worker (id, employer_id, person_id, start_date, end_date) VALUES (?, ?, ?, ?, ?)',
    ),
    training:
      db.prepare(`INSERT INTO training (id, employer_id, worker_id, year, external_reference, start_date,
      duration_minutes, status, state, withdraw, removed_at, certificate_valid_until, certificate_obtained, certificate_name,
      title, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2025-01-01')`),
  };
  db.transaction(() => {
    for (const worker of workers) {
      const [person, id] = [newId(), newId()];
      const employer = employers[worker.client] ?? '';
      insert.person.run(person, `Naam ${worker.start % 10}`);
      const end = worker.days === null ? null : day(worker.start + worker.days);
      insert.worker.run(id, employer, person, day(worker.start), end);
      for (const one of worker.trainings) {
        const own = newId();
        insert.training.run(
          own,
          employer,
          id,
          one.year,
          own,
          one.day === null ? null : day(one.day),
          one.minutes,
          one.status,
          one.state,
          Number(one.withdraw),
          one.removed ? '2025-02-02' : null,
          one.until === null ? null : day(one.until),
          Number(one.obtained),
          one.name,
          one.title,
        );
      }
    }
  })();
  return employers;
}

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
function completenessAtOnce(query: CompletenessQuery) {
  const { db } = profile.session;
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
function endsAtOnce(from: string, until: string, today: string): string[] {
  const rows = profile.session.db
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

/** How often the work says that it may pause. */
function pauses<T>(steps: Steps<T>): { count: number; value: T } {
  for (let count = 0; ; count += 1) {
    const step = steps.next();
    if (step.done === true) return { count, value: step.value };
  }
}

const anyWorkers = fc.array(anyWorker, {
  minLength: workersInBlock - 5,
  maxLength: workersInBlock + 60,
  size: 'max',
});

describe('overviews in blocks', () => {
  it('count completeness as one statement does, for any query', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWorkers,
        fc.array(anyQuery, { minLength: 12, maxLength: 12 }),
        async (workers, queries) => {
          const employers = fill(workers);
          for (const { client, ...rest } of queries) {
            const scope = client === null ? ('all' as const) : { employerId: employers[client] ?? '' };
            const query = { ...rest, scope };
            expect(await inSlices(completenessRows(profile.session.db, query))).toEqual(
              completenessAtOnce(query),
            );
          }
        },
      ),
      { numRuns: 3 },
    );
  });

  it('find and count certificates that end as going through all of them does', async () => {
    const { db } = profile.session;
    const today = '2025-06-12';
    const later = { in14: '2025-06-26', in40: '2025-07-22', in90: '2025-09-10' };
    await fc.assert(
      fc.asyncProperty(anyWorkers, async (workers) => {
        fill(workers);
        const query = { scope: 'all' as const, text: '', today, from: '0000-01-01', until: later.in90 };
        const found = await inSlices(certificatesByEnd(db, query));
        expect(found.map(({ trainingId }) => trainingId)).toEqual(endsAtOnce('0000', later.in90, today));
        expect(await inSlices(countCertificateEnds(db, { today, ...later }))).toEqual({
          past: endsAtOnce('0000', '2025-06-11', today).length,
          in14: endsAtOnce(today, later.in14, today).length,
          in40: endsAtOnce(today, later.in40, today).length,
          in90: endsAtOnce(today, later.in90, today).length,
        });
      }),
      { numRuns: 3 },
    );
  });

  it('pause after every block of workers', () => {
    const { db } = profile.session;
    const workers = Array.from({ length: 3 * workersInBlock + 1 }, (_, at) => ({
      client: at % 3,
      start: 0,
      days: null,
      trainings: [],
    }));
    fill(workers);
    const query = {
      scope: 'all' as const,
      year: 2024,
      text: '',
      missingIn: null,
      countIn: [1],
      sort: 'name' as const,
      limit: 10,
      offset: 0,
    };
    const counted = pauses(completenessRows(db, query));
    expect(counted.count).toBe(4);
    expect(counted.value.rows.reduce((sum, row) => sum + (row.quarters[0]?.employed ?? 0), 0)).toBe(
      workers.length,
    );
    const days = { today: '2025-06-12', in14: '2025-06-26', in40: '2025-07-22', in90: '2025-09-10' };
    expect(pauses(countCertificateEnds(db, days)).count).toBe(4);
  });

  it('count anew only after something was written', () => {
    const { db } = profile.session;
    const query = {
      scope: 'all' as const,
      year: 2024,
      text: '',
      missingIn: null,
      countIn: [1],
      sort: 'name' as const,
      limit: 10,
      offset: 0,
    };
    fill([{ client: 0, start: 0, days: null, trainings: [] }]);
    expect(pauses(completenessRows(db, query)).count).toBe(1);
    expect(pauses(completenessRows(db, { ...query, text: 'klant' })).count).toBe(0);
    db.prepare("UPDATE worker SET start_date = '2024-05-01'").run();
    const after = pauses(completenessRows(db, query));
    expect([after.count, after.value.rows.some((row) => row.quarters[0]?.employed === 1)]).toEqual([
      1,
      false,
    ]);
  });
});
