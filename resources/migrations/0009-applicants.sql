-- Applicants: access that was asked before a contract, what came of it, and the answers that may be kept for a time.

CREATE TABLE applicant_batch (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX applicant_batch_employer ON applicant_batch (employer_id);

-- One request. Our own reference is written down before it leaves: a lost answer is found by it.
CREATE TABLE applicant_request (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  enterprise_number TEXT NOT NULL,
  -- Who asks for the employer; null: the employer itself.
  mandatary_number TEXT,
  -- In which capacity: an agency asks for a client.
  asked_as TEXT NOT NULL CHECK (asked_as IN ('employer', 'mandatary', 'agency')),
  client_reference TEXT NOT NULL UNIQUE,
  -- The service's own number and link, byte for byte; null until it answered.
  service_id TEXT UNIQUE,
  url TEXT,
  flexi_job INTEGER NOT NULL CHECK (flexi_job IN (0, 1)),
  student_hours INTEGER NOT NULL CHECK (student_hours IN (0, 1)),
  language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'asking', 'unknown', 'notMade', 'open', 'awaitingAcceptance', 'approved', 'refused',
    'expired', 'withdrawn', 'direct', 'ended')),
  -- Column of the board, kept with the state so that a page of it is read from an index.
  board TEXT NOT NULL CHECK (board IN ('asked', 'approved', 'read', 'refused', 'expired', 'withdrawn', 'ended')),
  label TEXT NOT NULL DEFAULT '',
  -- Asked for by number, and who approved: both go when the answer goes.
  insz TEXT,
  approved_by TEXT,
  name TEXT,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  expires_at TEXT,
  approved_at TEXT,
  ended_at TEXT,
  looked_at TEXT,
  -- JSON of the failure where it was not made.
  failure TEXT,
  batch_id TEXT REFERENCES applicant_batch (id),
  batch_line INTEGER,
  erased_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK (flexi_job + student_hours > 0)
) STRICT, WITHOUT ROWID;
-- A page of the board, its counts and its search are read from these alone.
CREATE INDEX applicant_request_board ON applicant_request (board, asked_at, employer_id, batch_id, label, name, service_id, insz,
  approved_by);
CREATE INDEX applicant_request_employer ON applicant_request (employer_id, board, asked_at, batch_id, label, name, service_id, insz,
  approved_by);
CREATE INDEX applicant_request_batch ON applicant_request (batch_id, board) WHERE batch_id IS NOT NULL;
CREATE INDEX applicant_request_open ON applicant_request (state, employer_id)
  WHERE state IN ('waiting', 'asking', 'unknown', 'open', 'awaitingAcceptance', 'approved', 'direct');
CREATE INDEX applicant_request_person ON applicant_request (insz) WHERE insz IS NOT NULL;

-- Of each data set, as the service shows it.
CREATE TABLE applicant_access (
  request_id TEXT NOT NULL REFERENCES applicant_request (id) ON DELETE CASCADE,
  data_set TEXT NOT NULL CHECK (data_set IN ('flexiJobEligibility', 'studentWorkHours')),
  service_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('awaitingAcceptance', 'active', 'revoked', 'renounced', 'expired')),
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  revoked_at TEXT,
  PRIMARY KEY (request_id, data_set)
) STRICT, WITHOUT ROWID;
CREATE INDEX applicant_access_end ON applicant_access (end_date) WHERE state = 'active';

-- The last answer of each data set and nothing before it. The row goes when it is erased; that it was read stands in the history.
CREATE TABLE applicant_answer (
  request_id TEXT NOT NULL REFERENCES applicant_request (id) ON DELETE CASCADE,
  data_set TEXT NOT NULL CHECK (data_set IN ('flexiJobEligibility', 'studentWorkHours')),
  read_at TEXT NOT NULL,
  -- 0: asked for, and not open.
  opened INTEGER NOT NULL CHECK (opened IN (0, 1)),
  -- JSON of the answer as the contract has it; null where it was not open or is hidden.
  value TEXT,
  PRIMARY KEY (request_id, data_set)
) STRICT, WITHOUT ROWID;
CREATE INDEX applicant_answer_read ON applicant_answer (read_at);

-- What the employer ticked beside an answer. No person stands in it.
CREATE TABLE applicant_advice (
  request_id TEXT NOT NULL REFERENCES applicant_request (id) ON DELETE CASCADE,
  line TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  PRIMARY KEY (request_id, line)
) STRICT, WITHOUT ROWID;

-- Approvals of which the service does not say to which request they belong, until a person does.
CREATE TABLE applicant_candidate (
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
  mandate_id TEXT NOT NULL,
  insz TEXT NOT NULL,
  name TEXT,
  data_set TEXT NOT NULL,
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  PRIMARY KEY (employer_id, mandate_id)
) STRICT, WITHOUT ROWID;

-- Refusals are counted, and nothing more of them is kept.
CREATE TABLE applicant_refusals (
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
  month TEXT NOT NULL,
  refusals INTEGER NOT NULL,
  PRIMARY KEY (employer_id, month)
) STRICT, WITHOUT ROWID;

-- The proof of each erasure: which ones it were stands in the history as a digest.
CREATE TABLE applicant_erasure (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('keepDays', 'revoked', 'renounced', 'accessEnded', 'refused', 'byHand')),
  answers INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX applicant_erasure_at ON applicant_erasure (at);
