// A profile for tests of numbers that were replaced, with persons of numbers that nobody has; each test begins with it as it was.
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { applyNumberEvent, type NumberEvent } from '../../../main/register/numbers/apply-number-event.ts';
import { personOfNumber } from '../../../main/register/numbers/number-chain.ts';
import { readInsz } from '../../../preload/rules/identifiers/insz.ts';
import type { Period } from '../../../preload/rules/register/periods.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';
import { unwrap } from '../platform/scratch.ts';

let profile: OpenProfile;
export const opened = (): OpenProfile => profile;
export const changed = vi.fn();

/** To be called once by the file of tests. */
export function bindNumbers(): void {
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
}

/** Numbers of nobody that differ by their serial. */
export function number(serial: number): string {
  const base = `${850703 + (Math.floor(serial / 900) % 20)}${String((serial % 900) + 1).padStart(3, '0')}`;
  const insz = `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;
  if (readInsz(insz) === null) throw new Error(`no number: ${insz}`);
  return insz;
}
export const [A, B, C, D, X] = [number(0), number(1), number(2), number(3), number(4)];

let events = 0;
export const replaced = (oldInsz: string, newInsz: string, eventId = `e${++events}`): NumberEvent => ({
  ...{ eventId, kind: 'replacement', oldInsz, newInsz, effectiveDate: '2026-11-29', origin: 'feed' },
});
export const cancelled = (oldInsz: string): NumberEvent => ({
  ...replaced(oldInsz, ''),
  kind: 'cancellation',
  newInsz: null,
});
export const apply = (event: NumberEvent) => unwrap(applyNumberEvent(profile.session, event));

/** A person with lines; the number must be nobody's. */
export function person(
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
export const rows = <T = unknown>(sql: string, ...values: unknown[]): T[] =>
  profile.session.db.prepare(sql).all(...values) as T[];

/** Lines under a number, as `begin..end`, by type. */
export function lines(insz: string, type = 'EMPLOYEE'): string[] {
  const known = personOfNumber(profile.session.db, insz);
  if (known === null) return [];
  return rows<{ line: string }>(
    `SELECT begin_date || '..' || coalesce(end_date, '') AS line FROM register_line WHERE person_id = ? AND dossier_type = ?
      ORDER BY employer_id, begin_date`,
    ...[known.personId, type],
  ).map(({ line }) => line);
}
export const span = (text: string): Period => ({ begin: text.slice(0, 10), end: text.slice(12) || null });
