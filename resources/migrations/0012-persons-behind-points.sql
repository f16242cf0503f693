-- Plannings, the clients' own numbers for their workers, badges and what was registered at a point hang on a person, no longer on a
-- number: a replaced number changes one place here too.

-- Where each number leads that is named so far: from it along its replacements, as the register knows them.
CREATE TABLE number_step (insz TEXT NOT NULL, at TEXT NOT NULL, step INTEGER NOT NULL, PRIMARY KEY (insz, step)) STRICT, WITHOUT ROWID;
INSERT INTO number_step (insz, at, step)
  WITH RECURSIVE along (insz, at, step) AS (
    SELECT insz, insz, 0 FROM (
      SELECT insz FROM planning_stay
      UNION SELECT insz FROM planning_worker_number
      UNION SELECT insz FROM point_badge
      UNION SELECT insz FROM point_registration)
    UNION ALL
    SELECT l.insz, a.new_insz, l.step + 1 FROM along l JOIN number_alias a ON a.old_insz = l.at
      WHERE l.step < 10 AND NOT EXISTS (SELECT 1 FROM number_cancelled c WHERE c.insz = a.new_insz))
  SELECT insz, at, step FROM along;

-- Persons are made where nobody here holds a number of the way, one for all ways with the same end.
CREATE TABLE number_to_make (insz TEXT PRIMARY KEY, person_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO number_to_make (insz, person_id)
  SELECT insz, lower(substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(hex(randomblob(2)), 2, 3) || '-8'
      || substr(hex(randomblob(2)), 2, 3) || '-' || hex(randomblob(6)))
    FROM (SELECT DISTINCT at AS insz, printf('%012x', unixepoch() * 1000) AS ms FROM number_step s
      WHERE step = (SELECT max(step) FROM number_step t WHERE t.insz = s.insz)
        AND NOT EXISTS (SELECT 1 FROM number_step t JOIN person_number n ON n.insz = t.at WHERE t.insz = s.insz));
INSERT INTO person (id, family_name, created_at)
  SELECT person_id, '', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM number_to_make;
INSERT INTO person_number (insz, person_id, known_from, replaced_by)
  SELECT DISTINCT s.at, m.person_id, date('now'), CASE WHEN s.at = m.insz THEN NULL
      ELSE (SELECT new_insz FROM number_alias WHERE old_insz = s.at) END
    FROM number_to_make m JOIN number_step e ON e.at = m.insz JOIN number_step s ON s.insz = e.insz AND s.step <= e.step;
CREATE TABLE number_person (insz TEXT PRIMARY KEY, person_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO number_person (insz, person_id)
  SELECT insz, (SELECT n.person_id FROM number_step t JOIN person_number n ON n.insz = t.at WHERE t.insz = s.insz
      ORDER BY t.step LIMIT 1)
    FROM number_step s WHERE step = 0;

CREATE TABLE planning_stay_of_person (
  planning_id TEXT NOT NULL REFERENCES planning (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  -- The day it was planned for; a night goes on after it.
  day TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  -- Number of the declaration of works; null: the planning does not say where.
  reference TEXT,
  -- Milliseconds since the epoch.
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  -- Minutes of break within it; null: not said.
  pause INTEGER,
  PRIMARY KEY (planning_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO planning_stay_of_person
  SELECT s.planning_id, s.number, s.day, n.person_id, s.reference, s.from_at, s.to_at, s.pause
    FROM planning_stay s JOIN number_person n ON n.insz = s.insz;
DROP TABLE planning_stay;
ALTER TABLE planning_stay_of_person RENAME TO planning_stay;
CREATE INDEX planning_stay_day ON planning_stay (planning_id, day);
CREATE INDEX planning_stay_person ON planning_stay (person_id);

CREATE TABLE planning_number_of_person (
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
  number TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (employer_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO planning_number_of_person
  SELECT w.employer_id, w.number, n.person_id FROM planning_worker_number w JOIN number_person n ON n.insz = w.insz;
DROP TABLE planning_worker_number;
ALTER TABLE planning_number_of_person RENAME TO planning_worker_number;
CREATE INDEX planning_worker_number_person ON planning_worker_number (person_id);

CREATE TABLE point_badge_of_person (
  employer_id TEXT NOT NULL REFERENCES employer (id),
  badge BLOB NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  enrolled_at TEXT NOT NULL,
  PRIMARY KEY (employer_id, badge)
) STRICT, WITHOUT ROWID;
INSERT INTO point_badge_of_person
  SELECT b.employer_id, b.badge, n.person_id, b.enrolled_at FROM point_badge b JOIN number_person n ON n.insz = b.insz;
DROP TABLE point_badge;
ALTER TABLE point_badge_of_person RENAME TO point_badge;
CREATE INDEX point_badge_person ON point_badge (person_id);

-- The number of an act stays as what was sent: the service is asked about it by that.
ALTER TABLE point_registration ADD COLUMN person_id TEXT REFERENCES person (id);
UPDATE point_registration SET person_id = (SELECT person_id FROM number_person n WHERE n.insz = point_registration.insz);
DROP INDEX point_registration_worker;
CREATE INDEX point_registration_person ON point_registration (person_id, moment);
DROP TABLE number_person;
DROP TABLE number_to_make;
DROP TABLE number_step;

-- A person whom nothing names any more goes: now also by what hangs on persons from here on.
DROP TRIGGER person_let_go_gone;
CREATE TRIGGER person_let_go_gone INSTEAD OF INSERT ON person_let_go
WHEN NOT EXISTS (SELECT 1 FROM worker WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM register_line WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM register_act WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM presence WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM applicant_request WHERE person_id = new.person_id OR approved_person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM applicant_candidate WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM planning_stay WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM planning_worker_number WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM point_badge WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM point_registration WHERE person_id = new.person_id)
BEGIN
  DELETE FROM number_event WHERE old_insz IN (SELECT insz FROM person_number WHERE person_id = new.person_id)
    OR new_insz IN (SELECT insz FROM person_number WHERE person_id = new.person_id);
  DELETE FROM number_alias WHERE old_insz IN (SELECT insz FROM person_number WHERE person_id = new.person_id)
    OR new_insz IN (SELECT insz FROM person_number WHERE person_id = new.person_id);
  DELETE FROM number_cancelled WHERE insz IN (SELECT insz FROM person_number WHERE person_id = new.person_id);
  UPDATE person_number SET replaced_by = insz WHERE person_id = new.person_id;
  DELETE FROM person_number WHERE person_id = new.person_id;
  DELETE FROM person WHERE id = new.person_id;
END;
CREATE TRIGGER planning_stay_gone AFTER DELETE ON planning_stay
BEGIN INSERT INTO person_let_go VALUES (old.person_id); END;
CREATE TRIGGER planning_worker_number_gone AFTER DELETE ON planning_worker_number
BEGIN INSERT INTO person_let_go VALUES (old.person_id); END;
CREATE TRIGGER planning_worker_number_changed AFTER UPDATE OF person_id ON planning_worker_number
WHEN old.person_id IS NOT new.person_id
BEGIN INSERT INTO person_let_go VALUES (old.person_id); END;
CREATE TRIGGER point_badge_gone AFTER DELETE ON point_badge
BEGIN INSERT INTO person_let_go VALUES (old.person_id); END;
CREATE TRIGGER point_registration_gone AFTER DELETE ON point_registration
BEGIN INSERT INTO person_let_go VALUES (old.person_id); END;
