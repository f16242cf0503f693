// A number that became another one: all that hung on it hangs on the present one, in whatever order the events arrive.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import {
  applyNumberEvent,
  applyNumberEvents,
  type NumberEvent,
  retryBusyEvents,
} from '../../../main/register/numbers/apply-number-event.ts';
import { personColumns } from '../../../main/register/numbers/merge-person-store.ts';
import { workerColumns } from '../../../main/register/numbers/merge-worker-store.ts';
import { personOfNumber, resolveNumber } from '../../../main/register/numbers/number-chain.ts';
import { readInsz } from '../../../preload/rules/identifiers/insz.ts';
import { movePeriods, type Period } from '../../../preload/rules/register/periods.ts';
import {
  addEmployer,
  addWorker,
  hetPark,
  type OpenProfile,
  openProfile,
  workers,
} from '../../support/seed-profile.ts';
import { unwrap } from '../platform/scratch.ts';

let profile: OpenProfile;
const changed = vi.fn();
beforeAll(() => {
  profile = openProfile({ changed });
  profile.session.db.exec('DELETE FROM register_line');
});
afterAll(() => profile.close());
// One file for all of them: each begins with it as it was.
beforeEach(() => {
  changed.mockClear();
  profile.session.db.exec('SAVEPOINT each');
});
afterEach(() => {
  profile.session.db.exec('ROLLBACK TO each; RELEASE each');
});

/** Numbers of nobody that differ by their serial. */
function number(serial: number): string {
  const base = `${850703 + (Math.floor(serial / 900) % 20)}${String((serial % 900) + 1).padStart(3, '0')}`;
  const insz = `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;
  if (readInsz(insz) === null) throw new Error(`no number: ${insz}`);
  return insz;
}
const [A, B, C, D, X] = [number(0), number(1), number(2), number(3), number(4)];

let events = 0;
const replaced = (oldInsz: string, newInsz: string, eventId = `e${++events}`): NumberEvent => ({
  ...{ eventId, kind: 'replacement', oldInsz, newInsz, effectiveDate: '2026-11-29', origin: 'feed' },
});
const cancelled = (oldInsz: string): NumberEvent => ({
  ...replaced(oldInsz, ''),
  kind: 'cancellation',
  newInsz: null,
});
const apply = (event: NumberEvent) => unwrap(applyNumberEvent(profile.session, event));

/** A person with lines; the number must be nobody's. */
function person(
  insz: string,
  lines: { begin: string; end: string | null; type?: string; employerId?: string }[],
): string {
  const { db, ids } = profile.session;
  const id = ids.newId();
  db.prepare("INSERT INTO person (id, family_name, created_at) VALUES (?, 'Naam', '')").run(id);
  db.prepare("INSERT INTO person_number (insz, person_id, known_from) VALUES (?, ?, '')").run(insz, id);
  for (const { begin, end, type = 'EMPLOYEE', employerId = profile.employerId } of lines)
    db.prepare(
      `INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date, end_date) VALUES (?, ?, 'own', ?, ?, ?)`,
    ).run(id, employerId, type, begin, end);
  return id;
}
const rows = <T = unknown>(sql: string, ...values: unknown[]): T[] =>
  profile.session.db.prepare(sql).all(...values) as T[];

/** Lines under a number, as `begin..end`, by type. */
function lines(insz: string, type = 'EMPLOYEE'): string[] {
  const known = personOfNumber(profile.session.db, insz);
  if (known === null) return [];
  return rows<{ line: string }>(
    `SELECT begin_date || '..' || coalesce(end_date, '') AS line FROM register_line WHERE person_id = ? AND dossier_type = ?
      ORDER BY employer_id, begin_date`,
    ...[known.personId, type],
  ).map(({ line }) => line);
}
const span = (text: string): Period => ({ begin: text.slice(0, 10), end: text.slice(12) || null });

it.each([
  ['R1', ['2023-01-01..2024-03-31'], ['2024-03-01..'], ['2023-01-01..']],
  ['R2', ['2023-01-01..2023-12-31'], ['2024-01-01..'], ['2023-01-01..2023-12-31', '2024-01-01..']],
  [
    'R3',
    ['2022-01-01..2022-12-31', '2024-02-01..2024-04-30'],
    ['2022-12-01..2024-02-15'],
    ['2022-01-01..2024-04-30'],
  ],
])('lays the lines of the old number over those of the new one: %s', (_, old, standing, after) => {
  const from = person(A, old.map(span));
  const to = person(B, standing.map(span));
  const outcome = apply(replaced(A, B));
  expect(outcome).toMatchObject({ state: 'applied', personIds: [to], lines: old.length });
  expect(lines(B)).toEqual(after);
  expect(rows('SELECT id FROM person WHERE id = ?', from)).toEqual([]);
  expect(personOfNumber(profile.session.db, A)).toEqual({ personId: to, insz: B, replaced: true });
  const acts = rows<{ kind: string; lines_before: string; lines_after: string; asked: string }>(
    'SELECT * FROM register_act WHERE person_id = ?',
    to,
  );
  expect(acts).toHaveLength(1);
  expect(JSON.parse(acts[0]?.lines_before ?? '')).toEqual(standing.map(span));
  expect(JSON.parse(acts[0]?.lines_after ?? '')).toEqual(after.map(span));
  expect(JSON.parse(acts[0]?.asked ?? '')).toEqual({ insz: A, newInsz: B });
});

it('R4: leaves lines of different types, and of other clients, apart', () => {
  const other = addEmployer(profile.session.db, { enterpriseNumber: hetPark, name: 'Park' });
  person(A, [
    { begin: '2024-01-01', end: null },
    { begin: '2024-01-01', end: null, employerId: other },
  ]);
  person(B, [{ begin: '2024-06-01', end: '2024-06-30', type: 'APPLICANT' }]);
  apply(replaced(A, B));
  expect(lines(B)).toEqual(['2024-01-01..', '2024-01-01..']);
  expect(lines(B, 'APPLICANT')).toEqual(['2024-06-01..2024-06-30']);
  expect(rows('SELECT DISTINCT dossier_type FROM register_act WHERE event_id IS NOT NULL')).toEqual([
    { dossier_type: 'EMPLOYEE' },
  ]);
});

it.each([
  ['R5', [0, 1]],
  ['R6', [1, 0]],
])('%s: all lines stand under the end of a chain, in whatever order it arrives', (_, order) => {
  const chain = [replaced(A, B), replaced(B, C)];
  person(A, [{ begin: '2024-01-01', end: null }]);
  person(B, [{ begin: '2023-01-01', end: '2024-01-01' }]);
  for (const at of order) apply(chain[at] ?? replaced(A, B));
  expect(lines(C)).toEqual(['2023-01-01..']);
  for (const insz of [A, B, C]) expect(personOfNumber(profile.session.db, insz)?.insz).toBe(C);
});

it('keeps the person whom somebody named, also where the new number was known before by itself', () => {
  const { db } = profile.session;
  const named = person(A, [{ begin: '2024-01-01', end: null }]);
  const bare = person(B, [{ begin: '2025-01-01', end: null, type: 'ON_SITE' }]);
  db.prepare("UPDATE person SET family_name = '' WHERE id = ?").run(bare);
  expect(apply(replaced(A, B))).toMatchObject({ personIds: [named], state: 'applied' });
  expect(
    rows('SELECT insz, person_id FROM person_number WHERE replaced_by IS NULL AND person_id = ?', named),
  ).toEqual([{ insz: B, person_id: named }]);
  expect([lines(B), lines(B, 'ON_SITE')]).toEqual([['2024-01-01..'], ['2025-01-01..']]);
  expect(rows('SELECT id FROM person WHERE id = ?', bare)).toEqual([]);
});

it('changes only the numbers where nobody here holds the new one, and tells every key of it', () => {
  const id = person(A, [{ begin: '2024-01-01', end: null }]);
  apply(replaced(A, B));
  expect(rows('SELECT insz, replaced_by FROM person_number WHERE person_id = ? ORDER BY insz', id)).toEqual(
    [A, B].sort().map((insz) => ({ insz, replaced_by: insz === A ? B : null })),
  );
  expect(rows('SELECT kind, event_id FROM register_act WHERE person_id = ?', id)).toHaveLength(1);
  expect(rows("SELECT kind FROM history_event WHERE kind = 'register.replaced'")).toHaveLength(1);
  expect(changed).toHaveBeenCalledWith('register.changed', [id]);
});

it('does nothing twice for one event, and nothing for what it knows already', () => {
  person(A, [{ begin: '2024-01-01', end: null }]);
  const first = replaced(A, B);
  apply(first);
  expect(apply(first).state).toBe('replayed');
  expect(apply(replaced(A, B)).state).toBe('known');
  expect(rows("SELECT 1 FROM history_event WHERE kind = 'register.replaced'")).toHaveLength(1);
});

it.each<[string, () => NumberEvent[], string]>([
  ['itself', () => [replaced(A, A)], 'itself'],
  ['a number that is none', () => [replaced(A, '85070300100')], 'invalidNumber'],
  ['a circle', () => [replaced(A, B), replaced(B, C), replaced(C, A)], 'cycle'],
  ['another number than before', () => [replaced(A, B), replaced(A, C)], 'contradicts'],
  [
    'more than ten replacements in a row',
    () => Array.from({ length: 11 }, (_, at) => replaced(number(at), number(at + 1))),
    'chainTooLong',
  ],
])('quarantines a replacement by %s, with nothing done', (_, make, reason) => {
  const id = person(A, [{ begin: '2024-01-01', end: null }]);
  const all = make();
  for (const event of all.slice(0, -1)) expect(apply(event).state).toBe('applied');
  const before = rows(
    'SELECT * FROM person_number UNION ALL SELECT *, 1, 1 FROM (SELECT person_id, begin_date FROM register_line)',
  );
  const last = all.at(-1) ?? replaced(A, A);
  expect(apply(last)).toMatchObject({ state: 'quarantined', reason });
  expect(
    rows(
      'SELECT * FROM person_number UNION ALL SELECT *, 1, 1 FROM (SELECT person_id, begin_date FROM register_line)',
    ),
  ).toEqual(before);
  expect(rows('SELECT person_id FROM register_line')).toContainEqual({ person_id: id });
});

it('takes ten replacements in a row', () => {
  person(A, [{ begin: '2024-01-01', end: null }]);
  for (let at = 9; at >= 0; at--) expect(apply(replaced(number(at), number(at + 1))).state).toBe('applied');
  expect(personOfNumber(profile.session.db, A)?.insz).toBe(number(10));
});

it('R-g: leaves lines where they are, and flags them, when the new number is cancelled; and moves them once that is replaced', () => {
  const id = person(A, [{ begin: '2024-01-01', end: null }]);
  apply(cancelled(B));
  expect(apply(replaced(A, B))).toMatchObject({ state: 'applied', review: true });
  expect(personOfNumber(profile.session.db, A)?.insz).toBe(A);
  expect(rows('SELECT review FROM register_line WHERE person_id = ?', id)).toEqual([
    { review: 'replacedByCancelled' },
  ]);
  apply(replaced(B, C));
  expect(personOfNumber(profile.session.db, A)?.insz).toBe(C);
  expect(rows('SELECT review FROM register_line WHERE person_id = ?', id)).toEqual([{ review: null }]);
});

it('R-i: keeps and flags lines of a number that is cancelled, until it turns out to be replaced', () => {
  const id = person(A, [{ begin: '2024-01-01', end: null }]);
  expect(apply(cancelled(A))).toMatchObject({ state: 'applied', review: true, personIds: [id] });
  expect(rows('SELECT review FROM register_line WHERE person_id = ?', id)).toEqual([
    { review: 'numberCancelled' },
  ]);
  expect(apply(cancelled(A)).state).toBe('known');
  apply(replaced(A, B));
  expect(lines(B)).toEqual(['2024-01-01..']);
  expect(rows('SELECT review FROM register_line WHERE person_id = ?', id)).toEqual([{ review: null }]);
  expect(apply(cancelled(A)).state).toBe('known');
});

it('writes down many events of numbers that nobody holds, and takes the others among them in, in their order', () => {
  person(A, [{ begin: '2024-01-01', end: null }]);
  const strangers = Array.from({ length: 200 }, (_, at) =>
    replaced(number(100 + 2 * at), number(101 + 2 * at)),
  );
  const all = [...strangers, replaced(B, C), replaced(A, B), replaced(D, D), cancelled(X)];
  const outcomes = unwrap(applyNumberEvents(profile.session, all));
  expect(outcomes).toMatchObject({ applied: 203, quarantined: 1, known: 0, replayed: 0 });
  expect(personOfNumber(profile.session.db, A)?.insz).toBe(C);
  expect(resolveNumber(profile.session.db, number(100))?.insz).toBe(number(101));
  expect(resolveNumber(profile.session.db, X)?.cancelled).toBe(true);
  expect(unwrap(applyNumberEvents(profile.session, all)).replayed).toBe(204);
});

/** A small generator of its own, so that a failure can be played again from its seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it.each(Array.from({ length: 25 }, (_, seed) => seed))(
  'leaves every line under the last number, sorted and apart, for random chains in random order (%i)',
  (seed) => {
    const random = randomOf(seed + 1);
    const size = 3 + random(6);
    // Each number is replaced by one of a later place: no circle, and never more than eight in a row.
    const tree = Array.from({ length: size - 1 }, (_, at) => [at, at + 1 + random(size - 1 - at)] as const);
    const day = (at: number) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
    const given = new Map<number, Period[]>();
    for (let at = 0; at < size; at++) {
      if (random(3) === 0) continue;
      const begin = random(300);
      const period = { begin: day(begin), end: random(4) === 0 ? null : day(begin + random(60)) };
      given.set(at, [period]);
      person(number(at), [period]);
    }
    const shuffled = tree
      .map(([from, to]) => ({ place: random(1_000_000), event: replaced(number(from), number(to)) }))
      .sort((a, b) => a.place - b.place);
    for (const { event } of shuffled) {
      expect(apply(event).state).toBe('applied');
      if (random(3) === 0) expect(apply(event).state).toBe('replayed');
    }
    // All end at the last number, which nothing replaces.
    const end = number(size - 1);
    const days = (periods: Period[]) => {
      const covered = new Set<number>();
      for (const { begin, end: last } of periods)
        for (let at = 0; at < 400; at++)
          if (day(at) >= begin && (last === null || day(at) <= last)) covered.add(at);
      return [...covered].sort((a, b) => a - b);
    };
    const after = lines(end).map(span);
    expect(days(after)).toEqual(days([...given.values()].flat()));
    expect(movePeriods([], after)).toEqual(after);
    for (let at = 0; at < size; at++)
      if (given.has(at)) expect(personOfNumber(profile.session.db, number(at))?.insz).toBe(end);
    expect(rows('SELECT DISTINCT person_id FROM register_line').length).toBe(given.size === 0 ? 0 : 1);
    expect(profile.session.db.pragma('foreign_key_check')).toEqual([]);
  },
);

it('makes one worker of two of one client, and loses nothing of either', () => {
  const { db } = profile.session;
  const { employerId } = profile;
  const old = addWorker(db, employerId, {
    insz: A,
    familyName: 'Oud',
    startDate: '2023-01-01',
    endDate: '2024-01-31',
  });
  const stays = profile.workerIds.fien;
  const training = (id: string, worker: string, reference: string) =>
    db
      .prepare(
        `INSERT INTO training (id, employer_id, worker_id, year, external_reference, updated_at) VALUES (?, ?, ?, 2025, ?, '')`,
      )
      .run(id, employerId, worker, reference);
  training('t1', old, 'same');
  training('t2', stays, 'same');
  training('t3', old, 'own');
  db.prepare('INSERT INTO training_carry_over VALUES (?, 2025, 300)').run(old);
  db.prepare('INSERT INTO training_carry_over VALUES (?, 2025, 200)').run(stays);
  db.prepare("INSERT INTO training_worker_facts (worker_id, joint_committee) VALUES (?, '200')").run(old);
  db.prepare(
    `INSERT INTO outbox_item (id, service, employer_id, worker_id, year, state, queued_at) VALUES ('i1', 'fla', ?, ?, 2024, 'ready', '')`,
  ).run(employerId, old);
  expect(apply(replaced(A, workers.fien)).state).toBe('applied');
  expect(rows('SELECT id FROM worker WHERE id = ?', old)).toEqual([]);
  expect(rows('SELECT start_date, end_date FROM worker WHERE id = ?', stays)).toEqual([
    { start_date: '2023-01-01', end_date: null },
  ]);
  expect(rows('SELECT id FROM training WHERE worker_id = ? ORDER BY id', stays)).toEqual([
    { id: 't1' },
    { id: 't2' },
    { id: 't3' },
  ]);
  expect(rows('SELECT id FROM training WHERE removed_at IS NOT NULL')).toEqual([{ id: 't1' }]);
  expect(rows('SELECT days_hundredths FROM training_carry_over WHERE worker_id = ?', stays)).toEqual([
    { days_hundredths: 300 },
  ]);
  expect(rows('SELECT joint_committee FROM training_worker_facts WHERE worker_id = ?', stays)).toEqual([
    { joint_committee: '200' },
  ]);
  expect(rows("SELECT worker_id FROM outbox_item WHERE id = 'i1'")).toEqual([{ worker_id: stays }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it.each([
  ['sending', 2024],
  ['unknown', 2024],
  ['ready', 2025],
])(
  'waits while something %s stands in the way of making two workers one, and goes on once it is settled',
  (state, year) => {
    const { db } = profile.session;
    const old = addWorker(db, profile.employerId, { insz: A, familyName: 'Oud', startDate: '2023-01-01' });
    db.prepare(
      `INSERT INTO training (id, employer_id, worker_id, year, external_reference, updated_at) VALUES ('t', ?, ?, 2025, 'r', '')`,
    ).run(profile.employerId, profile.workerIds.fien);
    db.prepare(
      `INSERT INTO outbox_item (id, service, employer_id, worker_id, year, state, queued_at) VALUES ('i', 'fla', ?, ?, ?, ?, '')`,
    ).run(profile.employerId, old, year, state);
    const event = replaced(A, workers.fien);
    expect(apply(event)).toMatchObject({ state: 'quarantined', reason: 'busy' });
    expect(personOfNumber(db, A)?.insz).toBe(A);
    expect(retryBusyEvents(profile.session)).toBe(0);
    db.prepare("UPDATE outbox_item SET state = 'accepted'").run();
    expect(retryBusyEvents(profile.session)).toBe(1);
    expect(personOfNumber(db, A)?.insz).toBe(workers.fien);
    expect(rows('SELECT state FROM number_event')).toEqual([{ state: 'applied' }]);
  },
);

it.each([
  ['person', personColumns],
  ['worker', workerColumns],
])('knows every column that refers to a %s', (parent, known) => {
  const { db } = profile.session;
  const tables = rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
  const referring = tables.flatMap(({ name }) =>
    (db.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[])
      .filter(({ table }) => table === parent)
      .map(({ from }) => `${name}.${from}`),
  );
  expect(referring.sort()).toEqual([...known].sort());
});
