-- What happened: a chain of hashes per employer and one for the app, with the personal part in a table of its own that
-- can be erased while the chain still verifies.

CREATE TABLE history_event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- `app` or an employer's id.
  chain TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('person', 'commandLine', 'app')),
  actor_name TEXT NOT NULL,
  actor_os_account TEXT NOT NULL,
  -- Internal ids only.
  subject_kind TEXT,
  subject_id TEXT,
  result TEXT NOT NULL,
  contract TEXT NOT NULL,
  app_version TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  payload_hmac TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (chain, position)
) STRICT;
CREATE INDEX history_event_at ON history_event (at);
CREATE INDEX history_event_subject ON history_event (subject_id) WHERE subject_id IS NOT NULL;

-- The last position and hash of each chain: a cut-off tail shows.
CREATE TABLE history_head (
  chain TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE history_payload (
  event_id TEXT PRIMARY KEY REFERENCES history_event (id),
  salt BLOB NOT NULL,
  payload TEXT NOT NULL,
  summary TEXT NOT NULL,
  -- What the search index was given: taking an entry out of it again needs the very same words.
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Erasing leaves a mark: when, under which rule.
CREATE TABLE retention_run (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  open INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE TABLE history_erased (
  event_id TEXT PRIMARY KEY REFERENCES history_event (id),
  retention_run_id TEXT NOT NULL REFERENCES retention_run (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER history_event_no_update BEFORE UPDATE ON history_event
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_event_no_delete BEFORE DELETE ON history_event
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_payload_no_update BEFORE UPDATE ON history_payload
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_erased_no_update BEFORE UPDATE ON history_erased
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_erased_no_delete BEFORE DELETE ON history_erased
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_head_no_delete BEFORE DELETE ON history_head
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
-- A payload goes only within a retention run that is open in the same transaction.
CREATE TRIGGER history_payload_no_delete BEFORE DELETE ON history_payload
WHEN NOT EXISTS (
  SELECT 1 FROM history_erased e JOIN retention_run r ON r.id = e.retention_run_id
  WHERE e.event_id = old.event_id AND r.open = 1)
BEGIN SELECT raise(ABORT, 'history is erased only by a retention run'); END;

-- Not `contentless_delete`: that only marks a row as gone and leaves its words in the index (FTS5 documentation, §4.4.3).
-- With `secure-delete` and the old words given, nothing of them stays.
CREATE VIRTUAL TABLE history_search USING fts5 (summary, words, tokenize = 'unicode61 remove_diacritics 2', content = '');
INSERT INTO history_search (history_search, rank) VALUES ('secure-delete', 1);
