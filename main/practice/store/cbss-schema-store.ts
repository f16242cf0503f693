// The tables of the inscription service in practice's file: persons, who may call, inscriptions, and what happened for the files of a day.

export const CBSS_TABLES = `
CREATE TABLE IF NOT EXISTS cbss_person (
  ssin TEXT PRIMARY KEY, state TEXT NOT NULL, replaced_by TEXT, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cbss_application (
  urn TEXT PRIMARY KEY, enterprise_number TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cbss_context (
  code TEXT PRIMARY KEY, quality_code INTEGER, active INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cbss_inscription (
  owner TEXT NOT NULL, ssin TEXT NOT NULL, context TEXT NOT NULL, begin_date TEXT NOT NULL, end_date TEXT,
  PRIMARY KEY (owner, ssin, context, begin_date)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cbss_inscription_ssin ON cbss_inscription (ssin);
CREATE TABLE IF NOT EXISTS cbss_subscription (
  owner TEXT NOT NULL, flow TEXT NOT NULL, context TEXT NOT NULL, PRIMARY KEY (owner, flow, context)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cbss_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, mutation_id TEXT NOT NULL, type TEXT NOT NULL, effective_date TEXT NOT NULL,
  ssin TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cbss_event_owner (
  event_id INTEGER NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (owner, event_id)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cbss_file (
  owner TEXT NOT NULL, sequence INTEGER NOT NULL, name TEXT NOT NULL, created_at TEXT NOT NULL, last_event INTEGER NOT NULL,
  records INTEGER NOT NULL, file BLOB NOT NULL, voucher BLOB NOT NULL, PRIMARY KEY (owner, sequence)) STRICT, WITHOUT ROWID;
`;

export const CBSS_TABLE_NAMES = [
  'cbss_person',
  'cbss_application',
  'cbss_context',
  'cbss_inscription',
  'cbss_subscription',
  'cbss_event',
  'cbss_event_owner',
  'cbss_file',
] as const;
