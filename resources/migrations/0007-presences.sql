-- Declarations of works with their sites, and what the service knows of the presences registered there.

CREATE TABLE works_declaration (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  -- Thirteen characters, without I and O.
  reference TEXT NOT NULL,
  -- As the office calls the site.
  name TEXT NOT NULL,
  street TEXT NOT NULL DEFAULT '',
  house_number TEXT NOT NULL DEFAULT '',
  post_code TEXT NOT NULL DEFAULT '',
  municipality TEXT NOT NULL DEFAULT '',
  -- Decimal degrees; both or neither.
  latitude REAL,
  longitude REAL,
  -- First and last day on which the declaration counts, as far as they are known.
  start_date TEXT,
  end_date TEXT,
  -- The address behind the official QR code, byte for byte as it was read; null: only the number is known.
  url TEXT,
  -- Whom workers can call, for the poster.
  contact TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  removed_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX works_declaration_reference ON works_declaration (employer_id, reference) WHERE removed_at IS NULL;
CREATE INDEX works_declaration_employer ON works_declaration (employer_id);
CREATE INDEX works_declaration_of ON works_declaration (reference);

CREATE TABLE works_subcontractor (
  works_id TEXT NOT NULL REFERENCES works_declaration (id),
  enterprise_number TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  start_date TEXT,
  end_date TEXT,
  PRIMARY KEY (works_id, enterprise_number)
) STRICT, WITHOUT ROWID;

-- A registration as the service showed it last. The number is the service's own.
CREATE TABLE presence (
  service_id INTEGER PRIMARY KEY,
  -- The client employer for whom it was looked up; a subcontractor's stands under its declarant.
  employer_id TEXT NOT NULL REFERENCES employer (id),
  -- Enterprise number or, of a foreign employer, its VAT number.
  employer_number TEXT NOT NULL,
  reference TEXT NOT NULL,
  insz TEXT NOT NULL,
  -- The number that replaced it since, as the service says.
  current_insz TEXT,
  type TEXT NOT NULL CHECK (type IN ('IN', 'OUT')),
  -- Milliseconds since the epoch.
  registered_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  validity TEXT NOT NULL CHECK (validity IN ('pending', 'valid', 'invalid')),
  validated_at INTEGER,
  cancelled_at INTEGER,
  cancel_reason TEXT,
  read_at TEXT NOT NULL
) STRICT;
CREATE INDEX presence_site ON presence (reference, registered_at);
CREATE INDEX presence_employer ON presence (employer_id, registered_at);
CREATE INDEX presence_worker ON presence (insz, registered_at);
CREATE INDEX presence_pending ON presence (created_at) WHERE validity = 'pending';

CREATE TABLE presence_remark (
  service_id INTEGER NOT NULL REFERENCES presence (service_id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('blocking', 'nonBlocking')),
  PRIMARY KEY (service_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_remark_code ON presence_remark (code);

-- What was looked up when: what is not here was never asked, which is something else than "nobody was there".
CREATE TABLE presence_look_up (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer (id),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  with_subcontractors INTEGER NOT NULL,
  found INTEGER NOT NULL,
  asked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_look_up_of ON presence_look_up (employer_id, asked_at);
