-- The tables that everything hangs on. A person is apart from the numbers that he or she has had; no other table is
-- keyed by INSZ. Ids are UUIDv7 text; instants UTC text; days yyyy-mm-dd; durations minutes; money cents.

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One number per kind of thing that changes; `changed` events carry it.
CREATE TABLE revision (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL DEFAULT '',
  language TEXT CHECK (language IN ('nl', 'fr', 'de', 'en')),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every number a person has had. Exactly one has `replaced_by` null: the present one.
CREATE TABLE person_number (
  insz TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  known_from TEXT NOT NULL,
  replaced_by TEXT REFERENCES person_number (insz)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_number_person ON person_number (person_id);
CREATE UNIQUE INDEX person_number_present ON person_number (person_id) WHERE replaced_by IS NULL;

-- An enterprise as the Crossroads Bank knows it, apart from what it is to us. Some employers have no such number.
CREATE TABLE legal_entity (
  id TEXT PRIMARY KEY,
  enterprise_number TEXT UNIQUE,
  nsso_number TEXT UNIQUE,
  foreign_vat_number TEXT UNIQUE,
  name TEXT NOT NULL,
  CHECK (coalesce(enterprise_number, nsso_number, foreign_vat_number) IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE establishment (
  id TEXT PRIMARY KEY,
  legal_entity_id TEXT NOT NULL REFERENCES legal_entity (id),
  establishment_number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an enterprise is to us: a client employer.
CREATE TABLE employer (
  id TEXT PRIMARY KEY,
  legal_entity_id TEXT NOT NULL UNIQUE REFERENCES legal_entity (id),
  language TEXT NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'fr', 'de', 'en')),
  size_bracket TEXT NOT NULL DEFAULT 'unknown' CHECK (size_bracket IN ('under10', 'from10to19', 'from20', 'unknown')),
  full_time_weekly_minutes INTEGER NOT NULL DEFAULT 2280,
  sector_days_hundredths INTEGER,
  assigned_clerk TEXT,
  archived_at TEXT,
  created_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE worker (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  start_date TEXT NOT NULL,
  end_date TEXT,
  employment_hundredths INTEGER NOT NULL DEFAULT 100,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (employer_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX worker_person ON worker (person_id);

-- The container and its password stand in the keychain under `certificate/<id>`; here is only what is public.
CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  enterprise_number TEXT,
  enterprise_name TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('imported', 'generated')),
  certificate_der BLOB NOT NULL,
  fingerprint_sha256 TEXT NOT NULL UNIQUE,
  not_before TEXT NOT NULL,
  not_after TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('usable', 'usableUntil', 'notUsable')),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT, WITHOUT ROWID;

-- A technical account in Chaman: an enterprise in one quality.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  enterprise_number TEXT NOT NULL,
  enterprise_name TEXT NOT NULL,
  quality TEXT NOT NULL CHECK (quality IN ('employerNsso', 'socialSecretariat', 'serviceProvider', 'trainingProvider')),
  client_id TEXT NOT NULL,
  certificate_id TEXT REFERENCES certificate (id),
  last_check_at TEXT,
  last_check_outcome TEXT CHECK (last_check_outcome IN ('ok', 'warning', 'failed')),
  removed_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_client ON account (client_id) WHERE removed_at IS NULL;

-- By which way an employer's data reach a service, from which day.
CREATE TABLE route (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  service TEXT NOT NULL CHECK (service IN ('fla')),
  kind TEXT NOT NULL CHECK (kind IN ('own', 'mandatary', 'elsewhere')),
  account_id TEXT REFERENCES account (id),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  CHECK ((kind = 'elsewhere') = (account_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX route_present ON route (employer_id, service) WHERE valid_to IS NULL;

-- A mandate as a person recorded it: no call reads it, the service's answer confirms or refutes it.
CREATE TABLE mandate (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  mandatary_enterprise_number TEXT NOT NULL,
  service_group TEXT NOT NULL,
  start_quarter TEXT NOT NULL,
  end_quarter TEXT,
  last_answer TEXT CHECK (last_answer IN ('confirmed', 'refuted')),
  last_answer_at TEXT
) STRICT, WITHOUT ROWID;
