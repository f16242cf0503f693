-- What is added to presences, a section per subject: nothing of what stood before is changed.

-- Comparison: what a client employer planned itself, to be laid beside its presences. Only who, where and when is kept.
CREATE TABLE planning (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
  -- Name of the file it came from.
  name TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  -- 1: on its days it counts in the place of plannings that were kept before it, as long as it is not removed.
  replaces INTEGER NOT NULL CHECK (replaces IN (0, 1)),
  stays INTEGER NOT NULL,
  workers INTEGER NOT NULL,
  kept_at TEXT NOT NULL,
  removed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX planning_employer ON planning (employer_id, kept_at);

CREATE TABLE planning_stay (
  planning_id TEXT NOT NULL REFERENCES planning (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  -- The day it was planned for; a night goes on after it.
  day TEXT NOT NULL,
  insz TEXT NOT NULL,
  -- Number of the declaration of works; null: the planning does not say where.
  reference TEXT,
  -- Milliseconds since the epoch.
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  -- Minutes of break within it; null: not said.
  pause INTEGER,
  PRIMARY KEY (planning_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX planning_stay_day ON planning_stay (planning_id, day);

-- What the columns of a client's lists held last time, by their headings; and the client's own numbers for its workers, as
-- a list showed them beside the INSZ.
CREATE TABLE planning_column (
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
  heading TEXT NOT NULL,
  field TEXT,
  PRIMARY KEY (employer_id, heading)
) STRICT, WITHOUT ROWID;
CREATE TABLE planning_worker_number (
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
  number TEXT NOT NULL,
  insz TEXT NOT NULL,
  PRIMARY KEY (employer_id, number)
) STRICT, WITHOUT ROWID;

-- Registration point ---------------------------------------------------------------------------------------------------

-- The point that this installation is; no row: it is none. Kept here so that it is one again after a restart.
CREATE TABLE registration_point (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  works_id TEXT NOT NULL REFERENCES works_declaration (id),
  -- Words separated by blanks.
  channels TEXT NOT NULL,
  languages TEXT NOT NULL,
  sound INTEGER NOT NULL,
  -- scrypt of the PIN that ends it, and what was tried in vain.
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  cost INTEGER NOT NULL,
  wrong INTEGER NOT NULL DEFAULT 0,
  wait_until TEXT,
  started_at TEXT NOT NULL
) STRICT;

-- With which badges are hashed: the text of a badge is never kept.
CREATE TABLE point_badge_salt (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  salt BLOB NOT NULL
) STRICT;
CREATE TABLE point_badge (
  employer_id TEXT NOT NULL REFERENCES employer (id),
  badge BLOB NOT NULL,
  insz TEXT NOT NULL,
  enrolled_at TEXT NOT NULL,
  PRIMARY KEY (employer_id, badge)
) STRICT, WITHOUT ROWID;

-- A worker's act, written down before it is sent: what a kill or a lost answer left open is asked about, never sent blindly.
CREATE TABLE point_registration (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  reference TEXT NOT NULL,
  insz TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('IN', 'OUT')),
  -- Milliseconds since the epoch, a whole second.
  moment INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('point', 'timeClock')),
  state TEXT NOT NULL CHECK (state IN ('open', 'registered', 'refused', 'notSent', 'notRegistered')),
  service_id INTEGER,
  -- Of the service's clock when it confirmed, in milliseconds.
  service_time INTEGER,
  code TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX point_registration_act ON point_registration (reference, insz, type, moment)
  WHERE state IN ('open', 'registered');
-- Whether an employer may be taken away is asked of the index.
CREATE INDEX point_registration_employer ON point_registration (employer_id);
CREATE INDEX point_registration_worker ON point_registration (insz, moment);
CREATE INDEX point_registration_service ON point_registration (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX point_registration_open ON point_registration (moment) WHERE state = 'open';

-- Looking up -----------------------------------------------------------------------------------------------------------

-- A site's day and what is searched are counted from these alone; the two that stood before are their beginnings.
CREATE INDEX presence_site_day ON presence (reference, registered_at, cancelled_at, type, insz, current_insz, employer_number);
CREATE INDEX presence_found ON presence (employer_id, registered_at, cancelled_at, validity, type, reference, insz, current_insz,
  employer_number);
CREATE INDEX presence_found_all ON presence (registered_at, employer_id, cancelled_at, validity, type, reference, insz,
  current_insz, employer_number);
CREATE INDEX presence_read ON presence (read_at);
DROP INDEX presence_site;
DROP INDEX presence_employer;

-- The last judgement that was one: while a registration is judged anew it is pending again.
ALTER TABLE presence ADD COLUMN judged TEXT CHECK (judged IN ('valid', 'invalid'));
UPDATE presence SET judged = validity WHERE validity <> 'pending';

-- When the service's judgement of a registration turned to another one.
CREATE TABLE presence_turn (
  service_id INTEGER NOT NULL REFERENCES presence (service_id) ON DELETE CASCADE,
  validity TEXT NOT NULL CHECK (validity IN ('valid', 'invalid')),
  turned_at TEXT NOT NULL,
  PRIMARY KEY (service_id, turned_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_turn_at ON presence_turn (turned_at);

-- What a person searches again and again, under a name; the filter as JSON.
CREATE TABLE presence_filter (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX presence_filter_name ON presence_filter (name COLLATE NOCASE) WHERE removed_at IS NULL;
