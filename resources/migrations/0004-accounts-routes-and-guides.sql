-- Several certificates per account, rights and scopes as set, a route per service, signing requests that wait for their
-- answer, and how far each guide through access management and Chaman is.

-- Rights as ticked in Chaman (JSON list of right ids) and scopes set by a person (JSON object, service to scope text).
ALTER TABLE account ADD COLUMN rights TEXT NOT NULL DEFAULT '["careerProFlaDeclaration"]';
ALTER TABLE account ADD COLUMN scopes TEXT NOT NULL DEFAULT '{}';
-- Closed in Chaman: kept for the history, never used again.
ALTER TABLE account ADD COLUMN closed_at TEXT;

-- The one in use stands in `account.certificate_id`. Beside it: a staged one that will follow it, and former ones that are
-- kept until a person removes them.
CREATE TABLE account_certificate (
  account_id TEXT NOT NULL REFERENCES account (id),
  certificate_id TEXT NOT NULL REFERENCES certificate (id),
  role TEXT NOT NULL CHECK (role IN ('staged', 'former')),
  since TEXT NOT NULL,
  -- When a person said that Chaman holds it too, and when a token was last asked with it.
  added_in_chaman_at TEXT,
  tested_at TEXT,
  test_outcome TEXT CHECK (test_outcome IN ('ok', 'failed')),
  PRIMARY KEY (account_id, certificate_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_certificate_staged ON account_certificate (account_id) WHERE role = 'staged';

-- A signing request: its key stands in the keychain under `request/<id>`, the answer makes it a certificate.
CREATE TABLE certificate_request (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  enterprise_number TEXT NOT NULL,
  enterprise_name TEXT NOT NULL,
  key_kind TEXT NOT NULL CHECK (key_kind IN ('rsa2048', 'rsa3072', 'rsa4096', 'ecP384', 'ecP521')),
  request_der BLOB NOT NULL,
  public_key_sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ordered_at TEXT,
  answered_at TEXT,
  certificate_id TEXT REFERENCES certificate (id),
  removed_at TEXT
) STRICT, WITHOUT ROWID;
ALTER TABLE certificate ADD COLUMN request_id TEXT REFERENCES certificate_request (id);

-- Keychain entries that the database does not know yet or no longer: noted before, so that a start finds what a kill left.
CREATE TABLE keychain_removal (
  entry TEXT PRIMARY KEY,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE route_by_service (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  service TEXT NOT NULL CHECK (service IN ('fla', 'checkInAndOutAtWork', 'citizenData', 'dimona')),
  kind TEXT NOT NULL CHECK (kind IN ('own', 'mandatary', 'elsewhere')),
  account_id TEXT REFERENCES account (id),
  -- First day, and the first day on which it no longer counts.
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  CHECK ((kind = 'elsewhere') = (account_id IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO route_by_service SELECT id, employer_id, service, kind, account_id, valid_from, valid_to FROM route;
DROP TABLE route;
ALTER TABLE route_by_service RENAME TO route;
CREATE UNIQUE INDEX route_present ON route (employer_id, service) WHERE valid_to IS NULL;
-- The route of a day is asked for with every worker-year that is sent.
CREATE INDEX route_day ON route (employer_id, service, valid_from);
CREATE INDEX route_account ON route (account_id, employer_id) WHERE account_id IS NOT NULL;

ALTER TABLE mandate ADD COLUMN recorded_at TEXT NOT NULL DEFAULT '';
ALTER TABLE mandate ADD COLUMN removed_at TEXT;
ALTER TABLE mandate ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
CREATE INDEX mandate_employer ON mandate (employer_id, service_group, removed_at);
CREATE INDEX establishment_entity ON establishment (legal_entity_id);

-- Taking an employer away looks for trainings of it, removed ones too: once for each new employer of an undone import.
CREATE INDEX training_employer ON training (employer_id);

-- One way through access management and Chaman: for an enterprise in one quality towards one service.
CREATE TABLE guide (
  id TEXT PRIMARY KEY,
  -- The client employer it is for; null: our own enterprise.
  employer_id TEXT REFERENCES employer (id),
  enterprise_number TEXT NOT NULL,
  enterprise_name TEXT NOT NULL,
  quality TEXT NOT NULL CHECK (quality IN ('employerNsso', 'socialSecretariat', 'serviceProvider', 'trainingProvider')),
  -- What the person wants (JSON list of service ids) and the answers to the first question (JSON).
  services TEXT NOT NULL,
  answers TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('start', 'stop')),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  removed_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE INDEX guide_employer ON guide (employer_id) WHERE employer_id IS NOT NULL;

-- Only steps that are no longer open have a row; `notDone`: a person contradicts what the app saw by itself.
CREATE TABLE guide_step (
  guide_id TEXT NOT NULL REFERENCES guide (id),
  step TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'alreadyDone', 'waiting', 'notDone')),
  -- Whom it waits for, since which day; when it was done.
  person TEXT NOT NULL DEFAULT '',
  since TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (guide_id, step)
) STRICT, WITHOUT ROWID;

-- An import of employers from a list. Its rows stand here until it is done; afterwards only the refused ones, so that they
-- can be sent back, and what each employer was before, so that the whole import can be undone.
CREATE TABLE employer_import (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staged', 'done', 'undone')),
  -- JSON lists: the headings of the list, and the field that each column holds (null: none).
  headings TEXT NOT NULL,
  fields TEXT NOT NULL,
  -- JSON: how many rows were created, changed, the same, refused, left out; how many employers.
  counts TEXT NOT NULL DEFAULT '{}',
  staged_at TEXT NOT NULL,
  done_at TEXT,
  undone_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE employer_import_row (
  import_id TEXT NOT NULL REFERENCES employer_import (id),
  number INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  line INTEGER NOT NULL,
  -- JSON: the cells as they were read; what a person put right, by field.
  cells TEXT NOT NULL,
  fixed TEXT NOT NULL DEFAULT '{}',
  left_out INTEGER NOT NULL DEFAULT 0,
  -- Only of refused rows that stay after the import: JSON of the findings.
  findings TEXT,
  PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE employer_import_change (
  import_id TEXT NOT NULL REFERENCES employer_import (id),
  -- No reference: an employer that an undone import had added is gone.
  employer_id TEXT NOT NULL,
  -- JSON of the employer with its establishments, routes and mandates; null before where it was added.
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (import_id, employer_id)
) STRICT, WITHOUT ROWID;
