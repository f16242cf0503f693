-- The register of trainings, its edit log for undo, and the crash-safe outbox.

CREATE TABLE training (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  year INTEGER NOT NULL,
  -- Our own id at the service, fixed for the life of the record: what makes sending it twice harmless.
  external_reference TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT 'formal' CHECK (type IN ('formal', 'informal')),
  status TEXT NOT NULL DEFAULT 'completed' CHECK (status IN ('reserved', 'completed', 'notAttended', 'unsuitable')),
  start_date TEXT,
  end_date TEXT,
  duration_minutes INTEGER,
  deducted_minutes INTEGER,
  counts_for_training_right INTEGER NOT NULL DEFAULT 1,
  leave_scheme TEXT NOT NULL DEFAULT 'none' CHECK (leave_scheme IN ('none', 'vov', 'bev')),
  certificate_obtained INTEGER NOT NULL DEFAULT 0,
  certificate_valid_until TEXT,
  certificate_name TEXT NOT NULL DEFAULT '',
  provider_kind TEXT CHECK (provider_kind IN ('internal', 'external')),
  provider_name TEXT NOT NULL DEFAULT '',
  provider_enterprise_number TEXT NOT NULL DEFAULT '',
  language TEXT CHECK (language IN ('nl', 'fr', 'de', 'en')),
  cost_cents INTEGER,
  financed_by TEXT CHECK (financed_by IN ('employer', 'sectorFund', 'region', 'employee')),
  sector_training_code TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN
    ('draft', 'ready', 'sending', 'accepted', 'acceptedWithWarnings', 'refused', 'unknown', 'superseded', 'withdrawn')),
  -- The fields as the service last accepted them (JSON); null when it never did.
  accepted_fields TEXT,
  -- Removed after it was accepted: leaves the set at the next sending.
  withdraw INTEGER NOT NULL DEFAULT 0,
  -- Whether a rule or the service's last answer stops it, for counting without running the rules.
  to_fix INTEGER NOT NULL DEFAULT 0,
  -- Anomalies of the service's last answer (JSON).
  anomalies TEXT,
  import_id TEXT,
  import_line INTEGER,
  removed_at TEXT,
  updated_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (worker_id, year, external_reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_employer_year ON training (employer_id, year, state) WHERE removed_at IS NULL;
-- `removed_at` stands in them too, so that the counts of every start come from the index alone.
CREATE INDEX training_state ON training (state, start_date, removed_at) WHERE removed_at IS NULL;
CREATE INDEX training_to_fix ON training (to_fix, removed_at) WHERE removed_at IS NULL AND to_fix = 1;
-- Counts, sums and the usual orders of a page are answered from an index alone: rows are wide, and encrypted.
-- `removed_at` stands in them because SQLite reads the row for a column of the condition, even an implied one.
CREATE INDEX training_count ON training (year, employer_id, state, to_fix, worker_id, duration_minutes, removed_at)
  WHERE removed_at IS NULL;
CREATE INDEX training_start ON training (year, start_date, id, employer_id, state, to_fix, worker_id, removed_at)
  WHERE removed_at IS NULL;
CREATE INDEX training_worker ON training (worker_id, year, start_date, id, employer_id, state, to_fix, removed_at)
  WHERE removed_at IS NULL;
CREATE INDEX person_name ON person (family_name COLLATE NOCASE, given_name COLLATE NOCASE);
CREATE INDEX training_import ON training (import_id, import_line) WHERE import_id IS NOT NULL;

-- Days carried over into a year, as the employer's own account says.
CREATE TABLE training_carry_over (
  worker_id TEXT NOT NULL REFERENCES worker (id),
  year INTEGER NOT NULL,
  days_hundredths INTEGER NOT NULL,
  PRIMARY KEY (worker_id, year)
) STRICT, WITHOUT ROWID;

-- Each change with its inverse, per window, so that undo and redo survive a restart of the page.
CREATE TABLE edit_log (
  id INTEGER PRIMARY KEY,
  window_id TEXT NOT NULL,
  at TEXT NOT NULL,
  forward TEXT NOT NULL,
  backward TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX edit_log_window ON edit_log (window_id, id);

CREATE TABLE outbox_item (
  id TEXT PRIMARY KEY,
  service TEXT NOT NULL CHECK (service IN ('fla')),
  employer_id TEXT NOT NULL REFERENCES employer (id),
  worker_id TEXT NOT NULL REFERENCES worker (id),
  year INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('ready', 'sending', 'accepted', 'acceptedWithWarnings', 'refused', 'unknown', 'superseded', 'withdrawn')),
  priority INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  queued_at TEXT NOT NULL,
  sent_at TEXT,
  answered_at TEXT,
  next_attempt_at TEXT,
  -- Frozen before the request leaves: what is sent again after a lost answer is this and nothing else.
  request_body TEXT,
  request_hash TEXT,
  -- What the service showed before, so that a later reading can tell whether the request took effect.
  state_before TEXT,
  kept_titles TEXT,
  answer_hash TEXT,
  failure TEXT,
  needs_decision INTEGER NOT NULL DEFAULT 0,
  -- A person saw that others changed what we had filed, and chose to send our set all the same.
  overrule INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_item_state ON outbox_item (state, priority, queued_at);
CREATE INDEX outbox_item_employer ON outbox_item (employer_id, state);
CREATE INDEX outbox_item_worker_year ON outbox_item (worker_id, year);
-- At most one open item for a worker-year: the queue can never send two sets over each other.
CREATE UNIQUE INDEX outbox_item_open ON outbox_item (service, worker_id, year)
  WHERE state IN ('ready', 'sending', 'unknown');

CREATE TABLE outbox_record (
  item_id TEXT NOT NULL REFERENCES outbox_item (id),
  training_id TEXT NOT NULL REFERENCES training (id),
  -- The training as it was when it was queued: later edits do not slip into this sending.
  fields TEXT NOT NULL,
  withdraw INTEGER NOT NULL DEFAULT 0,
  -- 1: a person submitted it. 0: it was accepted before and only rides along, because the whole set is replaced.
  submitted INTEGER NOT NULL DEFAULT 1,
  result TEXT CHECK (result IN ('accepted', 'acceptedWithWarnings', 'refused', 'unknown', 'notAnswered')),
  anomalies TEXT,
  PRIMARY KEY (item_id, training_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_record_training ON outbox_record (training_id);

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  failure TEXT
) STRICT, WITHOUT ROWID;
