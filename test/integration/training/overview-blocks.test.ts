// Overviews counted a block of workers at a time say what one statement over everything says, whatever is registered; and the
// walk goes on after every block, so that main answers others in between.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../main/platform/ids.ts';
import { inSlices, type Steps } from '../../../main/platform/slices.ts';
import { completenessRows } from '../../../main/training/account/count-completeness.ts';
import {
  certificatesByEnd,
  countCertificateEnds,
} from '../../../main/training/account/watch-certificates.ts';
import { workersInBlock } from '../../../main/training/account/worker-block-store.ts';
import { dayOf } from '../../../preload/rules/training/days.ts';
import { addEmployer, type OpenProfile, openProfile } from '../../support/seed-profile.ts';
import { completenessAtOnce, endsAtOnce } from './overviews-at-once.ts';

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
              completenessAtOnce(profile.session.db, query),
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
        expect(found.map(({ trainingId }) => trainingId)).toEqual(endsAtOnce(db, '0000', later.in90, today));
        expect(await inSlices(countCertificateEnds(db, { today, ...later }))).toEqual({
          past: endsAtOnce(db, '0000', '2025-06-11', today).length,
          in14: endsAtOnce(db, today, later.in14, today).length,
          in40: endsAtOnce(db, today, later.in40, today).length,
          in90: endsAtOnce(db, today, later.in90, today).length,
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
