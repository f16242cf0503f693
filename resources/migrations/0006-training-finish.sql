-- What finishes the training part, a section per subject.

-- Sending: approval by two persons, sendings of a training provider, what was decided on filings.
-- Persons who prove who they are by a PIN, where several work under one account of the computer. Only its hash is kept.
CREATE TABLE approver (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- The name as it is compared: without case, signs of width and doubled blanks.
  name_key TEXT NOT NULL UNIQUE,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  -- Cost of scrypt (N) with which it was hashed.
  cost INTEGER NOT NULL,
  -- Wrong PINs in a row, and until when no further one is looked at.
  wrong INTEGER NOT NULL DEFAULT 0,
  wait_until TEXT,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Everybody who had a hand in what is to be sent, and everybody who approved it as it stands now. The subject is a
-- worker-year of the outbox or a session of a training provider.
CREATE TABLE approval_preparer (
  subject_id TEXT NOT NULL,
  name TEXT NOT NULL,
  os_account TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject_id, name, os_account)
) STRICT, WITHOUT ROWID;
CREATE TABLE approval_given (
  subject_id TEXT NOT NULL,
  name TEXT NOT NULL,
  os_account TEXT NOT NULL,
  -- The person whose PIN was given with it; '' without one.
  approver_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject_id, name, os_account, approver_id)
) STRICT, WITHOUT ROWID;
INSERT INTO approval_preparer (subject_id, name, os_account, at)
  SELECT item_id, prepared_by, prepared_account, prepared_at FROM outbox_approval;

-- A session put forward to be sent or withdrawn. Any change of the session takes it away again.
CREATE TABLE provider_approval (
  session_id TEXT PRIMARY KEY REFERENCES provider_session (id),
  withdraw INTEGER NOT NULL CHECK (withdraw IN (0, 1)),
  -- JSON: enterprise numbers of the participants' employers, as far as they are known here.
  employers TEXT NOT NULL DEFAULT '[]',
  prepared_by TEXT NOT NULL,
  prepared_account TEXT NOT NULL,
  prepared_at TEXT NOT NULL,
  approved_by TEXT,
  approved_account TEXT,
  approved_at TEXT
) STRICT, WITHOUT ROWID;

-- One sending of a session: filed, corrected or withdrawn, as it was then. A request sent again after a lost answer is the same.
CREATE TABLE provider_sending (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES provider_session (id),
  kind TEXT NOT NULL CHECK (kind IN ('filed', 'corrected', 'withdrawn')),
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  provider_name TEXT NOT NULL,
  provider_number TEXT NOT NULL,
  -- JSON: the fields and the participants that were sent, the enterprise numbers that they count for, what differs.
  fields TEXT NOT NULL,
  people TEXT NOT NULL,
  employers TEXT NOT NULL DEFAULT '[]',
  changes TEXT NOT NULL DEFAULT '[]',
  participants INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'sending' CHECK (state IN
    ('sending', 'unknown', 'accepted', 'acceptedWithWarnings', 'refused', 'notTaken')),
  superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
  request_hash TEXT NOT NULL,
  answer_hash TEXT,
  sent_at TEXT NOT NULL,
  answered_at TEXT,
  prepared_by TEXT NOT NULL DEFAULT '',
  approved_by TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_sending_session ON provider_sending (session_id, sent_at);
CREATE INDEX provider_sending_answered ON provider_sending (answered_at) WHERE answered_at IS NOT NULL;
-- What was answered before sendings were kept one by one: the last of each session.
INSERT INTO provider_sending (id, session_id, kind, title, year, provider_name, provider_number, fields, people,
    participants, state, request_hash, answer_hash, sent_at, answered_at)
  SELECT s.id, s.id, CASE WHEN s.state = 'withdrawn' THEN 'withdrawn' ELSE 'filed' END, s.title,
      CAST(substr(coalesce(s.start_date, s.answered_at), 1, 4) AS INTEGER), coalesce(a.enterprise_name, ''),
      coalesce(s.request_provider, ''),
      json_object('accountId', s.account_id, 'title', s.title, 'type', s.type, 'startDate', s.start_date,
        'endDate', s.end_date, 'durationMinutes', s.duration_minutes),
      CASE WHEN s.state = 'withdrawn' THEN '[]' ELSE s.people END,
      CASE WHEN s.state = 'withdrawn' THEN 0 ELSE json_array_length(s.people) END,
      CASE WHEN s.state IN ('accepted', 'acceptedWithWarnings', 'refused') THEN s.state
        WHEN instr(s.results, '"state":"refused"') > 0 THEN 'refused'
        WHEN instr(s.results, '"state":"acceptedWithWarnings"') > 0 THEN 'acceptedWithWarnings' ELSE 'accepted' END,
      s.request_hash, s.answer_hash, coalesce(s.sent_at, s.answered_at), s.answered_at
    FROM provider_session s LEFT JOIN account a ON a.id = s.account_id
   WHERE s.answer_hash IS NOT NULL AND s.request_hash IS NOT NULL AND s.answered_at IS NOT NULL
     AND s.state IN ('accepted', 'acceptedWithWarnings', 'refused', 'withdrawn', 'draft');

-- Each decision on what a provider filed: the filing itself shows only the last one.
CREATE TABLE provider_filing_decision (
  id TEXT PRIMARY KEY,
  filing_id TEXT NOT NULL REFERENCES provider_filing (id),
  decision TEXT NOT NULL CHECK (decision IN ('adopted', 'rejected')),
  reason TEXT NOT NULL DEFAULT '',
  -- JSON: what it said then.
  fields TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_filing_decision_filing ON provider_filing_decision (filing_id, decided_at);
CREATE INDEX provider_filing_training ON provider_filing (training_id) WHERE training_id IS NOT NULL;
INSERT INTO provider_filing_decision (id, filing_id, decision, reason, fields, decided_by, decided_at)
  SELECT id, id, decision, reason, coalesce(decided_fields, fields), '', decided_at
    FROM provider_filing WHERE decision IS NOT NULL AND decided_at IS NOT NULL;

-- JSON: how the set at the service differs from what was sent, as read once more after the answer.
ALTER TABLE outbox_item ADD COLUMN difference TEXT;

-- Import of trainings: when the program was closed in the middle of it, and how a text file was read, so that its refused
-- rows go back in the same form.
ALTER TABLE training_list ADD COLUMN cut_off_at TEXT;
ALTER TABLE training_list ADD COLUMN encoding TEXT;
ALTER TABLE training_list ADD COLUMN delimiter TEXT;

-- Rescue: runs over clients, begun at once or at a set hour, each client with its own end; and who accepted the notice.
-- Several worker-years of a client that fails or is given up stop no other client.
CREATE TABLE rescue_run (
  id TEXT PRIMARY KEY,
  -- The set hour; null where it was begun at once.
  due_at TEXT,
  -- JSON list of years.
  years TEXT NOT NULL,
  again TEXT NOT NULL CHECK (again IN ('none', 'failed', 'all')),
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  started_at TEXT,
  -- When it last went on by itself, after the program had been closed or cut off in the middle of it.
  resumed_at TEXT,
  -- The service could not be reached: not before this instant once more.
  wait_until TEXT,
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  ended_at TEXT,
  failure TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE rescue_run_client (
  run_id TEXT NOT NULL REFERENCES rescue_run (id) ON DELETE CASCADE,
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'givenUp')),
  failure TEXT,
  ended_at TEXT,
  PRIMARY KEY (run_id, employer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rescue_run_client_employer ON rescue_run_client (employer_id, run_id);
-- The notice before the first reading, once for each person of this environment.
CREATE TABLE rescue_notice (
  os_account TEXT NOT NULL,
  person TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  PRIMARY KEY (os_account, person)
) STRICT, WITHOUT ROWID;
-- Who settled a worker-year by hand, and when: that somebody looked and found nothing is an answer of its own.
ALTER TABLE rescue_year ADD COLUMN manual_by TEXT;
ALTER TABLE rescue_year ADD COLUMN manual_at TEXT;
