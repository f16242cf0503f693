// Two migrations for the kill tests: one that makes many rows, one that takes long enough to be killed in the middle.
import type { Migration } from '../../../main/platform/migrate.ts';

export const KEY = Buffer.alloc(32, 9);
export const ROWS = 40_000;

export const first: Migration = {
  version: 1,
  name: 'many-rows',
  sql: `CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO note (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
      SELECT 'planted words ' || i FROM n;`,
};

export const slow: Migration = {
  version: 2,
  name: 'rebuild',
  sql: `CREATE TABLE note_new (id INTEGER PRIMARY KEY, text TEXT NOT NULL, length INTEGER NOT NULL) STRICT;
    INSERT INTO note_new SELECT id, text, length(text) FROM note;
    DROP TABLE note;
    ALTER TABLE note_new RENAME TO note;
    CREATE INDEX note_text ON note (text);`,
};

/** After how many of its statements the migration that takes long can be ended: before the first, after each. */
export const MOMENTS = slow.sql.split(';').length;

/** The migration that takes long, with a call of `end_here()` after so many of its statements. */
export const endedAfter = (statements: number): Migration => ({
  ...slow,
  sql: slow.sql.split(';').toSpliced(statements, 0, 'SELECT end_here()').join(';'),
});
