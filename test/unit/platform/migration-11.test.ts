// The tenth and eleventh migrations keep a register, hang presences and applicants on persons, and makes those whom nobody here knew.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../main/platform/database.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import { idSchema } from '../../../preload/contract/call.ts';
import { scratchDir, unwrap } from './scratch.ts';

it('keeps who it was of every presence, request and approval, and inserts who works for a client', () => {
  const file = join(scratchDir(), 'practice.db');
  const db = unwrap(openDatabase({ file, key: Buffer.alloc(32, 7) }));
  const all = environmentMigrations();
  const now = () => new Date('2026-11-30T08:00:00Z');
  unwrap(migrate(db, all.slice(0, 9), { file, now }));
  const request = `INSERT INTO applicant_request (id, employer_id, enterprise_number, asked_as, client_reference, flexi_job, student_hours,
    language, state, board, asked_by, asked_at, insz, approved_by) VALUES`;
  const presence = `INSERT INTO presence (service_id, employer_id, employer_number, reference, insz, current_insz, type, registered_at,
    created_at, channel, validity, read_at) VALUES`;
  db.exec(`
    INSERT INTO legal_entity (id, enterprise_number, name) VALUES ('l', '0999999130', 'De Berk');
    INSERT INTO employer (id, legal_entity_id, created_at) VALUES ('e', 'l', '');
    INSERT INTO person (id, family_name, created_at) VALUES ('p', 'Bensoltane', '');
    INSERT INTO person_number (insz, person_id, known_from) VALUES ('01020399645', 'p', '');
    INSERT INTO worker (id, employer_id, person_id, start_date, end_date) VALUES ('w', 'e', 'p', '2024-01-01', '2025-01-01');
    ${presence} (1, 'e', '0999999130', 'R', '01020399645', NULL, 'IN', 1, 1, '', 'valid', '');
    ${presence} (2, 'e', '0999999130', 'R', '85070399768', '90021599868', 'IN', 2, 2, '', 'valid', '');
    ${request} ('r1', 'e', '', 'employer', 'c1', 1, 0, 'nl', 'approved', 'approved', '', '', '85070399768', '85070399768');
    ${request} ('r2', 'e', '', 'employer', 'c2', 1, 0, 'nl', 'approved', 'approved', '', '', NULL, 'other');
    INSERT INTO applicant_candidate (employer_id, mandate_id, insz, data_set, start_date, end_date)
      VALUES ('e', 'm', '01010199797', 'd', '', '');`);
  unwrap(migrate(db, all, { file, now }));
  const rows = (sql: string) => db.prepare(sql).raw().all();
  const [[unnamed] = []] = rows(
    "SELECT person_id FROM person_number WHERE insz = '85070399768'",
  ) as string[][];
  expect(idSchema.safeParse(unnamed).success).toBe(true);
  expect(rows('SELECT service_id, person_id FROM presence ORDER BY 1')).toEqual([
    [1, 'p'],
    [2, unnamed],
  ]);
  expect(rows('SELECT id, insz, approved_by, person_id FROM applicant_request_now ORDER BY 1')).toEqual([
    ['r1', '85070399768', '85070399768', unnamed],
    ['r2', null, 'other', null],
  ]);
  expect(rows('SELECT insz FROM applicant_candidate_now')).toEqual([['01010199797']]);
  // What the service said of a number is taken in at the first start.
  expect(rows('SELECT old_insz, new_insz, state, reason FROM number_event')).toEqual([
    ['85070399768', '90021599868', 'quarantined', 'busy'],
  ]);
  expect(rows('SELECT person_id, dossier_type, begin_date, end_date FROM register_line')).toEqual([
    ['p', 'EMPLOYEE', '2024-01-01', '2025-01-01'],
  ]);
  expect(rows("SELECT count(*) FROM person WHERE family_name = ''")).toEqual([[2]]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});
