-- Lists of trainings on their way in, what is brought home from the service before it ends, the training account of a
-- worker, sessions of a training provider, and approval before sending.

-- Import of trainings, intake sheets.
CREATE TABLE training_list (
  id TEXT PRIMARY KEY,
  -- Null: a column of the list says it row by row. No reference: the list may outlive the client.
  employer_id TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('csv', 'xlsx')),
  content_sha256 TEXT NOT NULL,
  -- 1: only judged, never to be done.
  check_only INTEGER NOT NULL DEFAULT 0,
  -- `applying`: some of its drafts may be there already, each with its line, so that going on adds none twice.
  state TEXT NOT NULL CHECK (state IN ('reading', 'staged', 'applying', 'done', 'undone')),
  -- JSON: the columns with what each holds; how many rows became what; the kinds of problems.
  columns TEXT NOT NULL DEFAULT '[]',
  counts TEXT NOT NULL DEFAULT '{}',
  problems TEXT NOT NULL DEFAULT '{"rows":0,"kinds":[]}',
  staged_at TEXT NOT NULL,
  done_at TEXT,
  undone_at TEXT
) STRICT, WITHOUT ROWID;
-- Rows some hundreds to a block: deflated JSON of the rows as read, put right and judged, and how many are what.
CREATE TABLE training_list_block (
  import_id TEXT NOT NULL REFERENCES training_list (id),
  at INTEGER NOT NULL,
  summary TEXT NOT NULL,
  rows BLOB NOT NULL,
  PRIMARY KEY (import_id, at)
) STRICT;
-- What a heading meant the last time in the lists of a client employer; employer '' for lists of many.
CREATE TABLE training_list_heading (
  employer_id TEXT NOT NULL,
  heading TEXT NOT NULL,
  field TEXT,
  used_at TEXT NOT NULL,
  PRIMARY KEY (employer_id, heading)
) STRICT, WITHOUT ROWID;

-- Rescue of what stands at the service. No employer is named as a foreign key: what was brought home outlives the client.
CREATE TABLE rescue_client (
  employer_id TEXT PRIMARY KEY,
  begun_at TEXT NOT NULL,
  -- When the service last gave its list of workers, and the hash of all its pages.
  listed_at TEXT,
  list_hash TEXT,
  failure TEXT,
  -- Steps of the manual way that a person ticked off (JSON).
  steps TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;

-- A worker of the client as the service, the register or both know him or her.
CREATE TABLE rescue_worker (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES rescue_client (employer_id),
  worker_id TEXT REFERENCES worker (id) ON DELETE SET NULL,
  insz TEXT NOT NULL,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  at_service INTEGER NOT NULL DEFAULT 0 CHECK (at_service IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX rescue_worker_employer ON rescue_worker (employer_id);
CREATE INDEX rescue_worker_worker ON rescue_worker (worker_id);

-- `asked`: the request is under way, or was at a kill. Reading changes nothing, so it is simply asked again.
CREATE TABLE rescue_year (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES rescue_client (employer_id),
  rescue_worker_id TEXT NOT NULL REFERENCES rescue_worker (id),
  year INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'asked', 'found', 'empty', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  answered_at TEXT,
  answer_hash TEXT,
  failure TEXT,
  -- Trainings in the last answer.
  records INTEGER NOT NULL DEFAULT 0,
  -- How a person left it in the manual way.
  manual TEXT NOT NULL DEFAULT 'open' CHECK (manual IN ('open', 'saved', 'nothing')),
  UNIQUE (rescue_worker_id, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX rescue_year_employer ON rescue_year (employer_id, state, records, manual);

-- What was read, whole. Only ever added to: an answer of later stands beside the one of before.
CREATE TABLE rescue_answer (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES rescue_client (employer_id),
  -- Null for the list of workers.
  year_id TEXT REFERENCES rescue_year (id),
  part TEXT NOT NULL CHECK (part IN ('employees', 'trainings', 'rights', 'credit')),
  source TEXT NOT NULL CHECK (source IN ('api', 'list')),
  read_at TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rescue_answer_year ON rescue_answer (year_id, part);
CREATE INDEX rescue_answer_employer ON rescue_answer (employer_id, part);

-- Documents kept as evidence: nothing is read out of them.
CREATE TABLE rescue_evidence (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES rescue_client (employer_id),
  year_id TEXT REFERENCES rescue_year (id),
  name TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  hash TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rescue_evidence_employer ON rescue_evidence (employer_id);

CREATE TABLE rescue_adoption (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES rescue_client (employer_id),
  at TEXT NOT NULL,
  adopted INTEGER NOT NULL,
  undone_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE rescue_adopted (
  adoption_id TEXT NOT NULL REFERENCES rescue_adoption (id),
  training_id TEXT NOT NULL,
  PRIMARY KEY (adoption_id, training_id)
) STRICT, WITHOUT ROWID;

-- Training account, completeness, certificates that end.

-- What the account of a client's workers names besides what the employer itself holds.
CREATE TABLE training_agreement (
  employer_id TEXT PRIMARY KEY REFERENCES employer (id) ON DELETE CASCADE,
  joint_committee TEXT NOT NULL DEFAULT '',
  -- Registration number of the sector agreement.
  agreement_number TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Of one worker: working regime in hundredths of an hour a week (Q: the worker, S: full time), the joint committee where it
-- is not the employer's, and the budget of an employability measure.
CREATE TABLE training_worker_facts (
  worker_id TEXT PRIMARY KEY REFERENCES worker (id) ON DELETE CASCADE,
  regime_q_hundredths INTEGER,
  regime_s_hundredths INTEGER,
  joint_committee TEXT NOT NULL DEFAULT '',
  budget_initial_cents INTEGER,
  budget_remaining_cents INTEGER,
  budget_last_day TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK ((regime_q_hundredths IS NULL) = (regime_s_hundredths IS NULL))
) STRICT, WITHOUT ROWID;

-- Who has something registered in which quarter, from the index alone, in the order of workers.
CREATE INDEX training_quarter ON training (year, worker_id, start_date, status, state, withdraw, duration_minutes, removed_at)
  WHERE removed_at IS NULL;
CREATE INDEX worker_period ON worker (employer_id, id, start_date, end_date);
-- Certificates that end, of each worker together: which one has taken over from which is seen without the wide rows.
CREATE INDEX training_certificate ON training (worker_id, certificate_valid_until, certificate_obtained, withdraw, state,
  certificate_name, title, employer_id, removed_at) WHERE removed_at IS NULL AND certificate_valid_until IS NOT NULL;

-- Sessions of a training provider, and what providers filed.
CREATE TABLE provider_session (
  id TEXT PRIMARY KEY,
  account_id TEXT REFERENCES account (id),
  -- Fixed for the life of the session: corrections go under the same one.
  external_reference TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT 'formal' CHECK (type IN ('formal', 'informal')),
  start_date TEXT,
  end_date TEXT,
  duration_minutes INTEGER,
  -- JSON list of the participants, as typed.
  people TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN
    ('draft', 'sending', 'unknown', 'accepted', 'acceptedWithWarnings', 'refused', 'withdrawn')),
  -- Frozen before it leaves; after a lost answer this and nothing else is sent again. The provider's number is that of the
  -- account at that moment.
  request_provider TEXT,
  request_body TEXT,
  request_hash TEXT,
  answer_hash TEXT,
  -- JSON: the answer for each participant, by number.
  results TEXT NOT NULL DEFAULT '{}',
  failure TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  sent_at TEXT,
  answered_at TEXT,
  -- 1 once the service took any participant.
  stands INTEGER NOT NULL DEFAULT 0,
  removed_at TEXT,
  updated_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_session_updated ON provider_session (updated_at, id) WHERE removed_at IS NULL;

CREATE TABLE provider_filing (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  worker_id TEXT REFERENCES worker (id),
  insz TEXT NOT NULL,
  year INTEGER NOT NULL,
  external_reference TEXT NOT NULL,
  provider_number TEXT NOT NULL,
  provider_name TEXT NOT NULL,
  -- JSON of the training's fields as the service shows them.
  fields TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  gone_at TEXT,
  decision TEXT CHECK (decision IN ('adopted', 'rejected')),
  reason TEXT NOT NULL DEFAULT '',
  decided_at TEXT,
  -- What it said when it was decided on (JSON).
  decided_fields TEXT,
  training_id TEXT REFERENCES training (id),
  UNIQUE (employer_id, year, insz, external_reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_filing_worker ON provider_filing (worker_id, year) WHERE worker_id IS NOT NULL;
CREATE TABLE provider_reading (
  employer_id TEXT NOT NULL REFERENCES employer (id),
  year INTEGER NOT NULL,
  read_at TEXT NOT NULL,
  PRIMARY KEY (employer_id, year)
) STRICT, WITHOUT ROWID;


-- Approval, schedule and receipts of the outbox.
-- Where two persons are asked for: who put it in the outbox, and who let it go or sent it back.
CREATE TABLE outbox_approval (
  item_id TEXT PRIMARY KEY REFERENCES outbox_item (id),
  prepared_by TEXT NOT NULL,
  prepared_account TEXT NOT NULL,
  prepared_at TEXT NOT NULL,
  approved_by TEXT,
  approved_account TEXT,
  approved_at TEXT
) STRICT, WITHOUT ROWID;
-- Not before this day in Belgium; and held back until a person lets it go.
ALTER TABLE outbox_item ADD COLUMN not_before TEXT;
ALTER TABLE outbox_item ADD COLUMN held INTEGER NOT NULL DEFAULT 0;


-- Deadlines per client.
-- What is still to be filed, by the day on which it ended: counted from the index alone, which an expression in it prevents.
CREATE INDEX training_due ON training (employer_id, end_date, start_date, state, removed_at)
  WHERE removed_at IS NULL AND state IN ('draft', 'ready', 'sending', 'refused', 'unknown');
CREATE INDEX worker_start ON worker (start_date, employer_id);
