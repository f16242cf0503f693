-- The person register: which persons an organisation knows, for which client, in which role and period, whatever their number is
-- today; where numbers went; and what authentic sources say of a person.

-- Who keeps the register: an organisation by its enterprise number. `own` is this installation's; its number is asked for when it
-- is first needed.
CREATE TABLE register_owner (
  id TEXT PRIMARY KEY,
  enterprise_number TEXT UNIQUE,
  name TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
INSERT INTO register_owner (id) VALUES ('own');

-- Roles that are defined before a line may name them (N4). The service knows a role as a context or as a quality code.
CREATE TABLE dossier_type (
  owner_id TEXT NOT NULL REFERENCES register_owner (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  inscription_context TEXT,
  quality_code INTEGER,
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (owner_id, code),
  CHECK (inscription_context IS NULL OR quality_code IS NULL)
) STRICT, WITHOUT ROWID;
-- The app names these itself, in the four languages; `name` is for types that an organisation adds.
INSERT INTO dossier_type (owner_id, code, inscription_context, position) VALUES
  ('own', 'EMPLOYEE', 'EMPLOYEE', 1),
  ('own', 'APPLICANT', 'APPLICANT', 2),
  ('own', 'ON_SITE', 'ON_SITE', 3),
  ('own', 'TRAINEE', 'TRAINEE', 4);

-- Days that a person is known for a client in a role. Lines of one key never overlap (I1). The key holds no number.
CREATE TABLE register_line (
  person_id TEXT NOT NULL REFERENCES person (id),
  employer_id TEXT NOT NULL REFERENCES employer (id),
  owner_id TEXT NOT NULL,
  dossier_type TEXT NOT NULL,
  begin_date TEXT NOT NULL,
  -- Null: until further notice.
  end_date TEXT,
  -- How the number and the identity were checked: by an authentic source, or by what is known here alone.
  verified_by TEXT NOT NULL DEFAULT 'ownRecords' CHECK (verified_by IN ('authenticSource', 'ownRecords')),
  -- Why somebody must look at it (R-g, R-i); null: nobody must.
  review TEXT CHECK (review IN ('numberCancelled', 'replacedByCancelled')),
  PRIMARY KEY (person_id, employer_id, owner_id, dossier_type, begin_date),
  FOREIGN KEY (owner_id, dossier_type) REFERENCES dossier_type (owner_id, code),
  CHECK (end_date IS NULL OR end_date >= begin_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_line_employer ON register_line (employer_id, dossier_type, begin_date, end_date, person_id);
CREATE INDEX register_line_review ON register_line (review) WHERE review IS NOT NULL;
-- The list begins at the few lines that end or begin around a day, as it may not read a million lines for a page. There is none by owner
-- or type alone: with it a look-up of one person could walk all lines of a type.
CREATE INDEX register_line_end ON register_line (end_date);
CREATE INDEX register_line_begin ON register_line (begin_date);

-- What was done to lines: never changed, never taken away but with the person's erasure (D-h, R-h). One row per key and act.
CREATE TABLE register_act (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'delete', 'restore', 'replace', 'cancel', 'fromWorker', 'merge')),
  person_id TEXT NOT NULL REFERENCES person (id),
  employer_id TEXT NOT NULL REFERENCES employer (id),
  owner_id TEXT NOT NULL,
  dossier_type TEXT NOT NULL,
  -- The event of a feed that it followed from.
  event_id TEXT,
  -- JSON: the number as it was given and, where it went elsewhere, the present one; the period asked for; codes of warnings.
  asked TEXT NOT NULL,
  -- JSON arrays of {begin, end}.
  lines_before TEXT NOT NULL,
  lines_after TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX register_act_person ON register_act (person_id, at);
CREATE INDEX register_act_employer ON register_act (employer_id, at);
CREATE INDEX register_act_at ON register_act (at);
CREATE INDEX register_act_event ON register_act (event_id) WHERE event_id IS NOT NULL;
CREATE TRIGGER register_act_kept BEFORE UPDATE OF id, at, actor, kind, employer_id, owner_id, dossier_type, event_id, asked,
  lines_before, lines_after ON register_act
BEGIN SELECT raise(ABORT, 'acts of the register are not changed'); END;

-- Asked for while the authentic source could not be reached: never a line before it answered (N8).
CREATE TABLE register_pending (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  owner_id TEXT NOT NULL,
  dossier_type TEXT NOT NULL,
  insz TEXT NOT NULL,
  begin_date TEXT NOT NULL,
  end_date TEXT,
  -- JSON of the identity fields that were given.
  identity TEXT,
  asked_at TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX register_pending_employer ON register_pending (employer_id);

-- Where a number went, whether or not somebody here holds it: a later event finds its way in any order (R-e).
CREATE TABLE number_alias (
  old_insz TEXT PRIMARY KEY,
  new_insz TEXT NOT NULL,
  effective_date TEXT NOT NULL,
  event_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX number_alias_new ON number_alias (new_insz);

-- Numbers that stand for nobody any more and were not replaced.
CREATE TABLE number_cancelled (
  insz TEXT PRIMARY KEY,
  effective_date TEXT NOT NULL,
  event_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every event about a number, once (R-d). Quarantined: nothing was done, and somebody must look (R-f).
CREATE TABLE number_event (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('replacement', 'cancellation')),
  old_insz TEXT NOT NULL,
  new_insz TEXT,
  effective_date TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('feed', 'service', 'person')),
  state TEXT NOT NULL CHECK (state IN ('applied', 'known', 'quarantined', 'dismissed')),
  reason TEXT CHECK (reason IN ('cycle', 'itself', 'invalidNumber', 'chainTooLong', 'contradicts', 'busy')),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX number_event_open ON number_event (at) WHERE state = 'quarantined';
CREATE INDEX number_event_old ON number_event (old_insz);

-- What an authentic source last said of a person, apart from the names that clerks keep.
CREATE TABLE person_identity (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  last_name TEXT NOT NULL,
  given_names TEXT NOT NULL DEFAULT '',
  -- `yyyy-mm-dd`, with 00 where the month or day is not known.
  birth_date TEXT,
  gender_code INTEGER CHECK (gender_code IN (0, 1, 2)),
  register TEXT CHECK (register IN ('RR', 'BIS', 'RAD')),
  decease_date TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('service', 'feed')),
  as_of TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The daily mutation feed: one row for each file that was taken in or refused.
CREATE TABLE feed_file (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES register_owner (id),
  name TEXT NOT NULL,
  -- As the voucher has it; null where that could not be read.
  sequence INTEGER,
  -- Who sends, as the header has it: an enterprise number or `sector/institution`.
  sender TEXT,
  sha256 TEXT,
  reference_date TEXT,
  -- Instant of the file itself, UTC.
  created_at TEXT,
  bytes INTEGER,
  records INTEGER,
  -- Mutations that say the same once more.
  repeated INTEGER NOT NULL DEFAULT 0,
  taken_at TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('watched', 'page', 'commandLine')),
  -- `staging`: being put away; a start that finds it removes it. `staged`: sound, and not wholly made true yet: it is the next, or an
  -- earlier one is missing.
  state TEXT NOT NULL CHECK (state IN ('staging', 'staged', 'applied', 'refused')),
  -- JSON: the code of the refusal, where in the file, and what was expected and found.
  refused TEXT,
  -- JSON: what became of the mutations; while it is made true, what became of those that were so far.
  counts TEXT,
  applied_at TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX feed_file_sequence ON feed_file (owner_id, sequence) WHERE state IN ('staged', 'applied');
CREATE UNIQUE INDEX feed_file_refused ON feed_file (owner_id, name) WHERE state = 'refused';

-- Mutations that were read and are not made true yet, some hundreds to a row (JSON, packed with deflate): those of numbers first (F5).
-- Gone once they are.
CREATE TABLE feed_staged (
  file_id TEXT NOT NULL REFERENCES feed_file (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (file_id, position)
) STRICT, WITHOUT ROWID;

-- What a mutation asks of somebody, and what was done with it.
CREATE TABLE feed_task (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES feed_file (id),
  kind TEXT NOT NULL CHECK (kind IN ('replaced', 'cancelled', 'name', 'birth', 'gender', 'decease', 'address', 'registerChange',
    'dimona')),
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  -- Of an event about a number: the row of `number_event`.
  event_id TEXT,
  -- JSON of a Dimona; null for all else, whose data stand with the person.
  dimona TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'settled', 'takenOver', 'superseded', 'none')),
  settled_at TEXT,
  settled_by TEXT,
  -- JSON: the names as they were before they were taken over.
  before TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_task_open ON feed_task (kind, id) WHERE state = 'open';
CREATE INDEX feed_task_person ON feed_task (person_id, kind);
CREATE INDEX feed_task_file ON feed_task (file_id);

-- A worker of a client is known for that client as of now.
INSERT INTO register_line (person_id, employer_id, owner_id, dossier_type, begin_date, end_date)
  SELECT person_id, employer_id, 'own', 'EMPLOYEE', start_date, end_date FROM worker
   WHERE end_date IS NULL OR end_date >= start_date;
INSERT INTO register_act (id, at, actor, kind, person_id, employer_id, owner_id, dossier_type, asked, lines_before, lines_after)
  SELECT 'from-worker-' || id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'update', 'fromWorker', person_id, employer_id, 'own', 'EMPLOYEE',
    '{}', '[]', json_array(json_object('begin', start_date, 'end', end_date)) FROM worker
   WHERE end_date IS NULL OR end_date >= start_date;

-- Workbench: the steps by which an organisation is admitted to CBSSInscription, as somebody here says that they were done.
CREATE TABLE cbss_admission (
  step TEXT PRIMARY KEY CHECK (step IN ('hosting', 'certificate', 'urn', 'permission', 'contexts', 'support')),
  done_on TEXT NOT NULL,
  reference TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- The connector to the inscription service: who asks, under which authorisations, and what was asked. Never a key: it stays where
-- certificates are kept. One profile.
CREATE TABLE cbss_profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('practice', 'gateway')),
  is_on INTEGER NOT NULL DEFAULT 0 CHECK (is_on IN (0, 1)),
  endpoint TEXT,
  test_endpoint TEXT,
  certificate_id TEXT REFERENCES certificate (id),
  urn TEXT,
  -- JSON: an enterprise number, or sector and institution.
  identification TEXT,
  legal_context TEXT,
  -- JSON, by authorisation.
  legal_contexts TEXT NOT NULL DEFAULT '{}',
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX cbss_profile_certificate ON cbss_profile (certificate_id);
CREATE TABLE cbss_authorisation (
  name TEXT PRIMARY KEY CHECK (name IN ('search', 'create', 'correct', 'subscribe')),
  reference TEXT NOT NULL,
  given_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE cbss_subscription (
  flow TEXT NOT NULL,
  -- Empty: for all contexts.
  inscription_context TEXT NOT NULL DEFAULT '',
  since TEXT NOT NULL,
  PRIMARY KEY (flow, inscription_context)
) STRICT, WITHOUT ROWID;
-- Kept for some weeks: written before the message leaves, completed by its answer.
CREATE TABLE cbss_exchange (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  operation TEXT NOT NULL,
  ticket TEXT NOT NULL,
  address TEXT NOT NULL,
  -- The message as it left last, signature and all.
  request TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  milliseconds INTEGER,
  http_status INTEGER,
  response BLOB,
  -- Null: no answer was settled, as after a kill.
  layer TEXT CHECK (layer IN ('transport', 'platform', 'cbss', 'business')),
  code TEXT,
  -- JSON as the contract has it.
  outcome TEXT
) STRICT;
CREATE INDEX cbss_exchange_at ON cbss_exchange (at);
CREATE INDEX cbss_exchange_ticket ON cbss_exchange (ticket);
