-- What hangs on a person in place of a number: presences and applicants. A person whom nothing names any more goes.

-- Persons behind presences and applicants: who it is hangs on the person, so that a replaced number changes one place. Persons are made
-- for numbers that nobody held; without a name they show nowhere as workers.
CREATE TABLE number_to_make (insz TEXT PRIMARY KEY, person_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO number_to_make (insz, person_id)
  SELECT insz, lower(substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(hex(randomblob(2)), 2, 3) || '-8'
      || substr(hex(randomblob(2)), 2, 3) || '-' || hex(randomblob(6)))
    FROM (SELECT insz, printf('%012x', unixepoch() * 1000) AS ms FROM (
      SELECT insz FROM presence
      UNION SELECT insz FROM applicant_request WHERE insz IS NOT NULL
      UNION SELECT approved_by FROM applicant_request WHERE approved_by IS NOT NULL AND approved_by <> 'other'
      UNION SELECT insz FROM applicant_candidate)
     WHERE insz NOT IN (SELECT insz FROM person_number));
INSERT INTO person (id, family_name, created_at)
  SELECT person_id, '', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM number_to_make;
INSERT INTO person_number (insz, person_id, known_from) SELECT insz, person_id, date('now') FROM number_to_make;
DROP TABLE number_to_make;

-- The number in a presence stays as what the service said under which it was registered.
ALTER TABLE presence ADD COLUMN person_id TEXT REFERENCES person (id);
UPDATE presence SET person_id = (SELECT person_id FROM person_number n WHERE n.insz = presence.insz);
-- What the service said of numbers that were replaced is taken in at the first start, as every such event is.
INSERT INTO number_event (id, kind, old_insz, new_insz, effective_date, origin, state, reason, at)
  SELECT 'presence.' || max(service_id), 'replacement', insz, current_insz, date('now'), 'service', 'quarantined', 'busy', max(read_at)
    FROM presence WHERE current_insz IS NOT NULL AND current_insz <> insz GROUP BY insz, current_insz;
DROP INDEX presence_worker;
DROP INDEX presence_site_day;
DROP INDEX presence_found;
DROP INDEX presence_found_all;
CREATE INDEX presence_person ON presence (person_id, registered_at);
CREATE INDEX presence_site_day ON presence (reference, registered_at, cancelled_at, type, person_id, employer_number);
CREATE INDEX presence_found ON presence (employer_id, registered_at, cancelled_at, validity, type, reference, person_id,
  employer_number);
CREATE INDEX presence_found_all ON presence (registered_at, employer_id, cancelled_at, validity, type, reference, person_id,
  employer_number);

-- Of whom it is asked, and who approved; `approved_by` says only that it was somebody else, whose number is not kept.
ALTER TABLE applicant_request ADD COLUMN person_id TEXT REFERENCES person (id);
ALTER TABLE applicant_request ADD COLUMN approved_person_id TEXT REFERENCES person (id);
UPDATE applicant_request SET person_id = (SELECT person_id FROM person_number n WHERE n.insz = applicant_request.insz),
    approved_person_id = (SELECT person_id FROM person_number n WHERE n.insz = applicant_request.approved_by)
  WHERE insz IS NOT NULL OR approved_by IS NOT NULL;
UPDATE applicant_request SET approved_by = NULL WHERE approved_by <> 'other';
ALTER TABLE applicant_candidate ADD COLUMN person_id TEXT REFERENCES person (id);
UPDATE applicant_candidate SET person_id = (SELECT person_id FROM person_number n WHERE n.insz = applicant_candidate.insz);
DROP INDEX applicant_request_board;
DROP INDEX applicant_request_employer;
DROP INDEX applicant_request_person;
ALTER TABLE applicant_request DROP COLUMN insz;
ALTER TABLE applicant_candidate DROP COLUMN insz;
CREATE INDEX applicant_request_board ON applicant_request (board, asked_at, employer_id, batch_id, label, name, service_id,
  person_id, approved_person_id);
CREATE INDEX applicant_request_employer ON applicant_request (employer_id, board, asked_at, batch_id, label, name, service_id,
  person_id, approved_person_id);
CREATE INDEX applicant_request_person ON applicant_request (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX applicant_request_approved ON applicant_request (approved_person_id) WHERE approved_person_id IS NOT NULL;
CREATE INDEX applicant_candidate_person ON applicant_candidate (person_id);
-- A request as it is read: with the numbers of now.
CREATE VIEW applicant_request_now AS
  SELECT id, employer_id, enterprise_number, mandatary_number, asked_as, client_reference, service_id, url, flexi_job, student_hours,
    language, state, board, label, name, asked_by, asked_at, expires_at, approved_at, ended_at, looked_at, failure, batch_id,
    batch_line, erased_at, revision, person_id, approved_person_id,
    (SELECT n.insz FROM person_number n WHERE n.person_id = r.person_id AND n.replaced_by IS NULL) AS insz,
    coalesce(approved_by, (SELECT n.insz FROM person_number n WHERE n.person_id = r.approved_person_id AND n.replaced_by IS NULL))
      AS approved_by
  FROM applicant_request r;
CREATE VIEW applicant_candidate_now AS
  SELECT employer_id, mandate_id, name, data_set, start_date, end_date, person_id,
    (SELECT n.insz FROM person_number n WHERE n.person_id = c.person_id AND n.replaced_by IS NULL) AS insz
  FROM applicant_candidate c;

-- A person whom nothing names any more goes, with every number: written to where something lets go of a person.
CREATE VIEW person_let_go AS SELECT id AS person_id FROM person WHERE 0;
CREATE TRIGGER person_let_go_gone INSTEAD OF INSERT ON person_let_go
WHEN NOT EXISTS (SELECT 1 FROM worker WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM register_line WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM register_act WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM presence WHERE person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM applicant_request WHERE person_id = new.person_id OR approved_person_id = new.person_id)
  AND NOT EXISTS (SELECT 1 FROM applicant_candidate WHERE person_id = new.person_id)
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
CREATE INDEX number_event_new ON number_event (new_insz) WHERE new_insz IS NOT NULL;
-- The line of an applicant that the app made itself goes with the last request of that person for that client; what somebody else
-- inserted stays.
CREATE VIEW applicant_let_go AS SELECT person_id, employer_id FROM applicant_request WHERE 0;
CREATE TRIGGER applicant_let_go_gone INSTEAD OF INSERT ON applicant_let_go
WHEN NOT EXISTS (SELECT 1 FROM applicant_request r WHERE r.employer_id = new.employer_id
    AND (r.person_id = new.person_id OR r.approved_person_id = new.person_id))
  AND NOT EXISTS (SELECT 1 FROM register_act a WHERE a.person_id = new.person_id AND a.employer_id = new.employer_id
    AND a.dossier_type = 'APPLICANT' AND a.id NOT LIKE 'applicant-%' AND a.event_id IS NULL)
BEGIN
  DELETE FROM register_line
    WHERE person_id = new.person_id AND employer_id = new.employer_id AND dossier_type = 'APPLICANT';
  DELETE FROM register_act
    WHERE person_id = new.person_id AND employer_id = new.employer_id AND dossier_type = 'APPLICANT';
END;
CREATE TRIGGER applicant_request_changed AFTER UPDATE OF person_id, approved_person_id ON applicant_request
WHEN old.person_id IS NOT new.person_id OR old.approved_person_id IS NOT new.approved_person_id
BEGIN
  INSERT INTO applicant_let_go VALUES (old.person_id, old.employer_id);
  INSERT INTO applicant_let_go VALUES (old.approved_person_id, old.employer_id);
  INSERT INTO person_let_go VALUES (old.person_id);
  INSERT INTO person_let_go VALUES (old.approved_person_id);
END;
CREATE TRIGGER applicant_request_gone AFTER DELETE ON applicant_request
BEGIN
  INSERT INTO applicant_let_go VALUES (old.person_id, old.employer_id);
  INSERT INTO applicant_let_go VALUES (old.approved_person_id, old.employer_id);
  INSERT INTO person_let_go VALUES (old.person_id);
  INSERT INTO person_let_go VALUES (old.approved_person_id);
END;
CREATE TRIGGER applicant_candidate_gone AFTER DELETE ON applicant_candidate
BEGIN INSERT INTO person_let_go VALUES (old.person_id); END;
