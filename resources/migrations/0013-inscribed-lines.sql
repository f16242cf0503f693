-- Which register lines the inscription service knows: lines made before the connection was on, or by a worker's period, are not told to
-- it by themselves, and its feed leaves those persons out.

-- What the service last said that it has of a person in a role, for all clients together, as it knows the organisation and no clients.
-- A line is known there where one of these holds all of its days. Gone with the connection that it was said through.
CREATE TABLE register_inscribed (
  person_id TEXT NOT NULL REFERENCES person (id),
  owner_id TEXT NOT NULL,
  dossier_type TEXT NOT NULL,
  begin_date TEXT NOT NULL,
  end_date TEXT,
  PRIMARY KEY (person_id, owner_id, dossier_type, begin_date),
  FOREIGN KEY (owner_id, dossier_type) REFERENCES dossier_type (owner_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_inscribed_type ON register_inscribed (owner_id, dossier_type);

-- Lines that could not be inscribed, and why. One row per line, of its last try.
CREATE TABLE register_inscription_refused (
  person_id TEXT NOT NULL REFERENCES person (id),
  employer_id TEXT NOT NULL REFERENCES employer (id),
  owner_id TEXT NOT NULL,
  dossier_type TEXT NOT NULL,
  begin_date TEXT NOT NULL,
  end_date TEXT,
  -- JSON of what was asked besides the days: once it is other than it would be now, somebody put it right and it is asked again.
  asked TEXT NOT NULL,
  -- A code of the register or of failures, and the names of fields that it is about.
  code TEXT NOT NULL,
  fields TEXT NOT NULL DEFAULT '',
  -- 1: the service understood and refused, so that the same is not asked again by itself.
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, employer_id, owner_id, dossier_type, begin_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_inscription_refused_employer ON register_inscription_refused (employer_id);

-- The last time that all of them were inscribed. `running` after a kill: it goes on at the next start.
CREATE TABLE register_inscribing (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done')),
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL,
  -- Also those that were refused before.
  again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)),
  total INTEGER NOT NULL DEFAULT 0,
  inscribed INTEGER NOT NULL DEFAULT 0,
  already INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  -- Why it stopped by itself: a code of failures.
  failure TEXT
) STRICT;

-- 1: the certificate of the application is shown to the gateway when the connection is made, too (contract §12, optional).
ALTER TABLE cbss_profile ADD COLUMN client_tls INTEGER NOT NULL DEFAULT 0 CHECK (client_tls IN (0, 1));

-- Whom a kept exchange names: by number (eleven digits), or where it names somebody without one by name (`name:PEETERS,Jan`).
CREATE TABLE cbss_exchange_person (
  named TEXT NOT NULL COLLATE NOCASE,
  exchange_id TEXT NOT NULL REFERENCES cbss_exchange (id) ON DELETE CASCADE,
  PRIMARY KEY (named, exchange_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cbss_exchange_person_exchange ON cbss_exchange_person (exchange_id);
-- Of what was kept until now: the number that was asked, and those that the answer spoke of.
INSERT OR IGNORE INTO cbss_exchange_person (named, exchange_id)
  SELECT substr(request, instr(request, '<ssin>') + 6, 11), id FROM cbss_exchange WHERE instr(request, '<ssin>') > 0
  UNION SELECT json_extract(outcome, '$.number.insz'), id FROM cbss_exchange
   WHERE json_extract(outcome, '$.number.insz') IS NOT NULL
  UNION SELECT json_extract(outcome, '$.number.replaces'), id FROM cbss_exchange
   WHERE json_extract(outcome, '$.number.replaces') IS NOT NULL
  UNION SELECT json_extract(p.value, '$.insz'), e.id FROM cbss_exchange e, json_each(e.outcome, '$.persons') p
   WHERE json_extract(p.value, '$.insz') IS NOT NULL;

-- With the erasure of a person, whichever way it comes about, goes what was said about him or her to the service and by it. Numbers go
-- before the person.
CREATE TRIGGER person_number_gone BEFORE DELETE ON person_number
BEGIN
  DELETE FROM cbss_exchange WHERE id IN (SELECT exchange_id FROM cbss_exchange_person WHERE named = old.insz);
END;
CREATE TRIGGER person_gone BEFORE DELETE ON person
BEGIN
  DELETE FROM register_inscribed WHERE person_id = old.id;
  DELETE FROM register_inscription_refused WHERE person_id = old.id;
  DELETE FROM cbss_exchange WHERE id IN (SELECT exchange_id FROM cbss_exchange_person
    WHERE named IN ('name:' || old.family_name || ',', 'name:' || old.family_name || ','
      || substr(old.given_name || ' ', 1, instr(old.given_name || ' ', ' ') - 1)));
END;
