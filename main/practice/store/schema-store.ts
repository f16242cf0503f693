// The tables of practice's file, and the steps that bring a file of an earlier day up to them.
import { CBSS_TABLE_NAMES, CBSS_TABLES } from './cbss-schema-store.ts';
import type { Connection } from './file-store.ts';

const TABLES = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS employer (
  enterprise_number TEXT PRIMARY KEY, name TEXT NOT NULL, qualities TEXT NOT NULL, fte REAL NOT NULL,
  weekly_hours REAL NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS worker (
  insz TEXT PRIMARY KEY, given_name TEXT NOT NULL, family_name TEXT NOT NULL, state TEXT NOT NULL,
  replaced_by TEXT) STRICT;
CREATE TABLE IF NOT EXISTS employment (
  enterprise_number TEXT NOT NULL, insz TEXT NOT NULL, start_date TEXT NOT NULL, end_date TEXT,
  fraction REAL NOT NULL, PRIMARY KEY (enterprise_number, insz)) STRICT;
CREATE TABLE IF NOT EXISTS mahis_mandate (
  id TEXT PRIMARY KEY, mandator TEXT NOT NULL, mandatary TEXT NOT NULL, service_group TEXT NOT NULL,
  start_quarter TEXT NOT NULL, end_quarter TEXT, state TEXT NOT NULL, mandator_agreed INTEGER NOT NULL,
  mandatary_agreed INTEGER NOT NULL, same_group INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS person (
  insz TEXT PRIMARY KEY, given_name TEXT NOT NULL, family_name TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS role (
  insz TEXT NOT NULL, enterprise_number TEXT NOT NULL, kind TEXT NOT NULL, quality TEXT NOT NULL,
  technical_channels INTEGER NOT NULL, PRIMARY KEY (insz, enterprise_number, kind, quality)) STRICT;
CREATE TABLE IF NOT EXISTS registration (
  enterprise_number TEXT PRIMARY KEY, outsourced_to TEXT, registered_on TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS quality_contact (
  enterprise_number TEXT NOT NULL, quality TEXT NOT NULL, email TEXT NOT NULL,
  PRIMARY KEY (enterprise_number, quality)) STRICT;
CREATE TABLE IF NOT EXISTS circle_of_trust (
  enterprise_number TEXT PRIMARY KEY, accepted_by TEXT NOT NULL, accepted_on TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sender (
  enterprise_number TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, email TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account (
  client_id TEXT PRIMARY KEY, enterprise_number TEXT NOT NULL, quality TEXT NOT NULL, name TEXT NOT NULL,
  rights TEXT NOT NULL, state TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account_certificate (
  client_id TEXT NOT NULL REFERENCES account (client_id) ON DELETE CASCADE, fingerprint TEXT NOT NULL,
  name TEXT NOT NULL, pem TEXT NOT NULL, file_name TEXT NOT NULL DEFAULT '', PRIMARY KEY (client_id, fingerprint)) STRICT;
CREATE TABLE IF NOT EXISTS token (
  hash TEXT PRIMARY KEY, client_id TEXT NOT NULL, scopes TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS used_assertion (
  client_id TEXT NOT NULL, jti_hash TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (client_id, jti_hash)) STRICT;
CREATE TABLE IF NOT EXISTS training (
  id TEXT NOT NULL, enterprise_number TEXT NOT NULL, insz TEXT NOT NULL, year INTEGER NOT NULL,
  external_reference TEXT NOT NULL, body TEXT NOT NULL, channel TEXT NOT NULL, filed_on TEXT NOT NULL,
  UNIQUE (enterprise_number, insz, year, external_reference)) STRICT;
CREATE TABLE IF NOT EXISTS training_right (
  enterprise_number TEXT NOT NULL, insz TEXT NOT NULL, year INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (enterprise_number, insz, year)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS provider_session (
  provider TEXT NOT NULL, provider_reference TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (provider, provider_reference)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS provider_part (
  provider TEXT NOT NULL, provider_reference TEXT NOT NULL, insz TEXT NOT NULL, enterprise_number TEXT NOT NULL,
  year INTEGER NOT NULL, external_reference TEXT NOT NULL, body TEXT NOT NULL, filed_on TEXT NOT NULL,
  PRIMARY KEY (provider, provider_reference, insz)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS works_declaration (
  reference TEXT PRIMARY KEY, declarant TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS presence (
  id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, insz TEXT NOT NULL, employer TEXT NOT NULL,
  reference TEXT NOT NULL, registered_at INTEGER NOT NULL, created_at INTEGER NOT NULL, channel TEXT NOT NULL,
  sender TEXT NOT NULL, client_id TEXT NOT NULL, place TEXT NOT NULL, client_reference TEXT, validity TEXT NOT NULL,
  validated_at INTEGER, remarks TEXT NOT NULL, due_at INTEGER, cancel_reason TEXT, cancelled_at INTEGER) STRICT;
CREATE INDEX IF NOT EXISTS presence_employer ON presence (employer, registered_at);
CREATE INDEX IF NOT EXISTS presence_site ON presence (reference, registered_at);
CREATE INDEX IF NOT EXISTS presence_worker ON presence (insz, registered_at);
CREATE INDEX IF NOT EXISTS presence_due ON presence (due_at) WHERE due_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS presence_judgement (
  presence_id INTEGER NOT NULL, at INTEGER NOT NULL, validity TEXT NOT NULL, remarks TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS presence_judgement_of ON presence_judgement (presence_id);
CREATE TABLE IF NOT EXISTS citizen_request (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, request_id TEXT NOT NULL UNIQUE, enterprise_number TEXT NOT NULL, mandatary TEXT,
  data_sets TEXT NOT NULL, insz TEXT, language TEXT, client_reference TEXT, state TEXT NOT NULL, created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, used_by TEXT) STRICT;
CREATE INDEX IF NOT EXISTS citizen_request_of ON citizen_request (enterprise_number, state);
CREATE INDEX IF NOT EXISTS citizen_request_open ON citizen_request (expires_at) WHERE state = 'open';
CREATE TABLE IF NOT EXISTS citizen_mandate (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, mandate_id TEXT NOT NULL UNIQUE, request_id TEXT NOT NULL, insz TEXT NOT NULL,
  enterprise_number TEXT NOT NULL, mandatary TEXT, data_set TEXT NOT NULL, state TEXT NOT NULL, start_date TEXT NOT NULL,
  end_date TEXT NOT NULL, revoked_at INTEGER) STRICT;
CREATE INDEX IF NOT EXISTS citizen_mandate_of ON citizen_mandate (enterprise_number, state);
CREATE INDEX IF NOT EXISTS citizen_mandate_by ON citizen_mandate (insz);
CREATE INDEX IF NOT EXISTS citizen_mandate_request ON citizen_mandate (request_id);
CREATE TABLE IF NOT EXISTS citizen_facts (insz TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS ledger (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, client_id TEXT NOT NULL, method TEXT NOT NULL,
  path TEXT NOT NULL, operation TEXT NOT NULL, body_sha256 TEXT NOT NULL, status INTEGER NOT NULL,
  committed INTEGER NOT NULL, effects TEXT NOT NULL, trace_id TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS commit_count (
  subject TEXT NOT NULL, external_reference TEXT NOT NULL, commits INTEGER NOT NULL,
  PRIMARY KEY (subject, external_reference)) STRICT, WITHOUT ROWID;
`;

/** What a reset may leave: the senders, the accounts and their certificates. */
export const ACCOUNT_TABLES = ['sender', 'account', 'account_certificate'] as const;

/** Every table; those that refer to another stand before it, so that all can be emptied in this order. */
export const TABLE_NAMES = [
  'setting',
  'employer',
  'worker',
  'employment',
  'mahis_mandate',
  'person',
  'role',
  'registration',
  'quality_contact',
  'circle_of_trust',
  'sender',
  'account_certificate',
  'account',
  'token',
  'used_assertion',
  'training',
  'training_right',
  'provider_session',
  'provider_part',
  'presence_judgement',
  'presence',
  'works_declaration',
  'citizen_mandate',
  'citizen_request',
  'citizen_facts',
  'ledger',
  'commit_count',
  ...CBSS_TABLE_NAMES,
] as const;

const columnsOf = (database: Connection, table: string): string[] =>
  (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);

/** Earlier files kept one mandate per pair of enterprises, for the training account only. */
const takeOverMandates = (database: Connection): void => {
  if (columnsOf(database, 'mandate').length === 0) return;
  database.exec(`
    INSERT OR IGNORE INTO mahis_mandate
      SELECT mandator || '-' || mandatary, mandator, mandatary, 'fla', start_quarter, end_quarter, state, 1, 1, 0 FROM mandate;
    DROP TABLE mandate;`);
};

const addFileNames = (database: Connection): void => {
  if (columnsOf(database, 'account_certificate').includes('file_name')) return;
  database.exec(`ALTER TABLE account_certificate ADD COLUMN file_name TEXT NOT NULL DEFAULT ''`);
};

/** Lays the tables that are missing, as one transaction: a file of an earlier day keeps all that it holds. */
export const layTables = (database: Connection): void => {
  database.transaction(() => {
    database.exec(TABLES + CBSS_TABLES);
    addFileNames(database);
    takeOverMandates(database);
  })();
};
