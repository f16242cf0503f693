// The twelfth migration hangs plannings, clients' own numbers, badges and acts at a point on persons, by where their numbers lead.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../main/platform/database.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import { idSchema } from '../../../preload/contract/call.ts';
import { scratchDir, unwrap } from './scratch.ts';

it('finds or makes one person for all numbers that lead to one, and keeps every row with who it was', () => {
  const file = join(scratchDir(), 'practice.db');
  const db = unwrap(openDatabase({ file, key: Buffer.alloc(32, 7) }));
  const all = environmentMigrations();
  const now = () => new Date('2026-11-30T08:00:00Z');
  unwrap(migrate(db, all.slice(0, 11), { file, now }));
  const point = `INSERT INTO point_registration (id, employer_id, reference, insz, type, moment, origin, state) VALUES`;
  const event = 'INSERT INTO number_alias (old_insz, new_insz, effective_date, event_id) VALUES';
  // Held: H1, replaced by H2. Known to have been replaced, held by nobody: K by H2; A by B by C. Of which nothing is known: N.
  const [H1, H2, K] = ['85070399768', '90021599868', '01020399645'];
  const [A, B, C, N] = ['01020399744', '01010199768', '01010199797', '01010199669'];
  db.exec(`
    INSERT INTO legal_entity (id, enterprise_number, name) VALUES ('l', '0999999130', 'De Berk');
    INSERT INTO employer (id, legal_entity_id, created_at) VALUES ('e', 'l', '');
    INSERT INTO person (id, family_name, created_at) VALUES ('p', 'Bensoltane', '');
    INSERT INTO person_number (insz, person_id, known_from) VALUES ('${H2}', 'p', '');
    INSERT INTO person_number (insz, person_id, known_from, replaced_by) VALUES ('${H1}', 'p', '', '${H2}');
    ${event} ('${H1}', '${H2}', '', '1'), ('${K}', '${H2}', '', '2'), ('${A}', '${B}', '', '3'), ('${B}', '${C}', '', '4');
    INSERT INTO worker (id, employer_id, person_id, start_date) VALUES ('w', 'e', 'p', '2024-01-01');
    INSERT INTO planning (id, employer_id, name, first_day, last_day, replaces, stays, workers, kept_at)
      VALUES ('pl', 'e', 'week.csv', '2026-11-23', '2026-11-24', 1, 4, 4, '');
    INSERT INTO planning_stay VALUES ('pl', 1, '2026-11-23', '${H1}', 'R', 1, 2, 30), ('pl', 2, '2026-11-23', '${K}', NULL, 1, 2, NULL),
      ('pl', 3, '2026-11-24', '${A}', NULL, 3, 4, NULL), ('pl', 4, '2026-11-24', '${N}', NULL, 3, 4, NULL);
    INSERT INTO planning_worker_number VALUES ('e', '7', '${K}'), ('e', '8', '${C}');
    INSERT INTO point_badge VALUES ('e', x'01', '${H1}', '2026-01-01'), ('e', x'02', '${B}', '2026-01-02');
    ${point} ('a1', 'e', 'R', '${H1}', 'IN', 1000, 'point', 'registered'), ('a2', 'e', 'R', '${N}', 'IN', 1000, 'point', 'open');`);
  unwrap(migrate(db, all, { file, now }));
  const rows = (sql: string) => db.prepare(sql).raw().all();
  const holder = (insz: string) =>
    String(db.prepare('SELECT person_id FROM person_number WHERE insz = ?').pluck().get(insz));
  const [chain, unknown] = [holder(A), holder(N)];
  for (const id of [chain, unknown]) expect(idSchema.safeParse(id).success).toBe(true);
  expect(new Set(['p', chain, unknown]).size).toBe(3);
  expect(
    rows('SELECT number, day, person_id, reference, from_at, to_at, pause FROM planning_stay ORDER BY 1'),
  ).toEqual([
    [1, '2026-11-23', 'p', 'R', 1, 2, 30],
    [2, '2026-11-23', 'p', null, 1, 2, null],
    [3, '2026-11-24', chain, null, 3, 4, null],
    [4, '2026-11-24', unknown, null, 3, 4, null],
  ]);
  expect(rows('SELECT number, person_id FROM planning_worker_number ORDER BY 1')).toEqual([
    ['7', 'p'],
    ['8', chain],
  ]);
  expect(rows('SELECT hex(badge), person_id, enrolled_at FROM point_badge ORDER BY 1')).toEqual([
    ['01', 'p', '2026-01-01'],
    ['02', chain, '2026-01-02'],
  ]);
  expect(rows('SELECT id, insz, person_id, state FROM point_registration ORDER BY 1')).toEqual([
    ['a1', H1, 'p', 'registered'],
    ['a2', N, unknown, 'open'],
  ]);
  expect(
    rows(`SELECT insz, replaced_by FROM person_number WHERE person_id = '${chain}' ORDER BY insz`),
  ).toEqual(
    [
      [A, B],
      [B, C],
      [C, null],
    ].toSorted(([one], [other]) => String(one).localeCompare(String(other))),
  );
  expect(rows("SELECT count(*) FROM person WHERE family_name = ''")).toEqual([[2]]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  // Once nothing names them any more they go, and only they.
  db.exec("DELETE FROM planning WHERE id = 'pl'; DELETE FROM point_registration");
  expect(rows('SELECT id FROM person ORDER BY 1')).toEqual([[chain], ['p']].toSorted());
  db.exec('DELETE FROM planning_worker_number; DELETE FROM point_badge');
  expect(rows('SELECT id FROM person')).toEqual([['p']]);
  db.close();
});
