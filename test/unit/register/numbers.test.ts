// A number that became another one: all that hung on it hangs on the present one, in whatever order the events arrive.
import { expect, it } from 'vitest';
import { applyNumberEvents, type NumberEvent } from '../../../main/register/numbers/apply-number-event.ts';
import { personOfNumber, resolveNumber } from '../../../main/register/numbers/number-chain.ts';
import { movePeriods, type Period } from '../../../preload/rules/register/periods.ts';
import { addEmployer, hetPark } from '../../support/seed-profile.ts';
import { unwrap } from '../platform/scratch.ts';
import {
  A,
  apply,
  B,
  bindNumbers,
  C,
  cancelled,
  changed,
  D,
  lines,
  number,
  opened,
  person,
  replaced,
  rows,
  span,
  X,
} from './number-bench.ts';

bindNumbers();

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
  expect(personOfNumber(opened().session.db, A)).toEqual({ personId: to, insz: B, replaced: true });
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
  const other = addEmployer(opened().session.db, { enterpriseNumber: hetPark, name: 'Park' });
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
  for (const insz of [A, B, C]) expect(personOfNumber(opened().session.db, insz)?.insz).toBe(C);
});

it('keeps the person whom somebody named, also where the new number was known before by itself', () => {
  const { db } = opened().session;
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
  // In the history of the client, under the name of the person.
  const { employerId } = opened();
  const replacement = "SELECT chain, subject_id FROM history_event WHERE kind = 'register.replaced'";
  expect(rows(replacement)).toEqual([{ chain: employerId, subject_id: id }]);
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
  expect(personOfNumber(opened().session.db, A)?.insz).toBe(number(10));
});

it('R-g: leaves lines where they are, and flags them, when the new number is cancelled; and moves them once that is replaced', () => {
  const id = person(A, [{ begin: '2024-01-01', end: null }]);
  apply(cancelled(B));
  expect(apply(replaced(A, B))).toMatchObject({ state: 'applied', review: true });
  expect(personOfNumber(opened().session.db, A)?.insz).toBe(A);
  expect(rows('SELECT review FROM register_line WHERE person_id = ?', id)).toEqual([
    { review: 'replacedByCancelled' },
  ]);
  apply(replaced(B, C));
  expect(personOfNumber(opened().session.db, A)?.insz).toBe(C);
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
  const outcomes = unwrap(applyNumberEvents(opened().session, all));
  expect(outcomes).toMatchObject({ applied: 203, quarantined: 1, known: 0, replayed: 0 });
  expect(personOfNumber(opened().session.db, A)?.insz).toBe(C);
  expect(resolveNumber(opened().session.db, number(100))?.insz).toBe(number(101));
  expect(resolveNumber(opened().session.db, X)?.cancelled).toBe(true);
  expect(unwrap(applyNumberEvents(opened().session, all)).replayed).toBe(204);
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
      if (given.has(at)) expect(personOfNumber(opened().session.db, number(at))?.insz).toBe(end);
    expect(rows('SELECT DISTINCT person_id FROM register_line').length).toBe(given.size === 0 ? 0 : 1);
    expect(opened().session.db.pragma('foreign_key_check')).toEqual([]);
  },
);
