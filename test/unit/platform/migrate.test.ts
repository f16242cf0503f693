// Migrations: copies, checksums, refusal of what is newer, and an old version that stays when one fails.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase, schemaVersion } from '../../../main/platform/database.ts';
import { type Migration, migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';
import { codeOf, scratchDir, unwrap } from './scratch.ts';

const key = Buffer.alloc(32, 3);
const now = () => new Date('2025-03-01T08:00:00Z');
const first: Migration = {
  version: 1,
  name: 'one',
  sql: "CREATE TABLE a (b TEXT) STRICT; INSERT INTO a VALUES ('kept');",
};
const second: Migration = {
  version: 2,
  name: 'two',
  sql: "ALTER TABLE a ADD COLUMN c TEXT; UPDATE a SET c = 'new';",
};
const broken: Migration = {
  version: 2,
  name: 'broken',
  sql: 'ALTER TABLE a ADD COLUMN c TEXT; INSERT INTO nowhere VALUES (1);',
};

function opened(dir: string) {
  const file = join(dir, 'practice.db');
  return { file, db: unwrap(openDatabase({ file, key })) };
}

describe('migrating', () => {
  it('builds the whole schema from the files in resources', () => {
    const { db, file } = opened(scratchDir());
    const list = environmentMigrations();
    expect(unwrap(migrate(db, list, { file, now })).to).toBe(list.length);
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'person_number'").pluck().get()).toBe(
      1,
    );
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  it('keeps an encrypted copy of the file as it was, until the next start went well', () => {
    const dir = scratchDir();
    const { db, file } = opened(dir);
    unwrap(migrate(db, [first], { file, now }));
    writeFileSync(`${file}.before-2.half`, 'cut off');
    const report = unwrap(migrate(db, [first, second], { file, now }));
    expect(report.copy).toBe(`${file}.before-2`);
    expect(readFileSync(`${file}.before-2`).includes('kept')).toBe(false);
    const copy = unwrap(openDatabase({ file: `${file}.before-2`, key, readonly: true }));
    expect(schemaVersion(copy)).toBe(1);
    expect(copy.prepare('SELECT b FROM a').pluck().get()).toBe('kept');
    copy.close();
    unwrap(migrate(db, [first, second], { file, now }));
    expect(readdirSync(dir).filter((name) => name.includes('before'))).toEqual([]);
    db.close();
  });

  it('leaves the old version and the copy when a migration fails', () => {
    const { db, file } = opened(scratchDir());
    unwrap(migrate(db, [first], { file, now }));
    const result = migrate(db, [first, broken], { file, now });
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'migrationFailed', details: { version: 2 } },
    });
    expect(schemaVersion(db)).toBe(1);
    expect(db.prepare('SELECT * FROM a').all()).toEqual([{ b: 'kept' }]);
    unwrap(migrate(db, [first, second], { file, now }));
    expect(db.prepare('SELECT c FROM a').pluck().get()).toBe('new');
    db.close();
  });

  it('refuses a file from the future and one whose applied migrations differ from ours', () => {
    const { db, file } = opened(scratchDir());
    unwrap(migrate(db, [first, second], { file, now }));
    expect(codeOf(migrate(db, [first], { file, now }))).toBe('databaseFromFuture');
    const altered = { ...first, sql: `${first.sql} -- later thoughts` };
    expect(codeOf(migrate(db, [altered, second], { file, now }))).toBe('migrationFailed');
    db.close();
  });

  it('treats line ends alike', () => {
    const { db, file } = opened(scratchDir());
    const lines = { ...first, sql: first.sql.replace('; ', ';\n') };
    unwrap(migrate(db, [lines], { file, now }));
    expect(migrate(db, [{ ...lines, sql: lines.sql.replaceAll('\n', '\r\n') }], { file, now }).ok).toBe(true);
    db.close();
  });

  it('refuses a migration that leaves a reference to nothing', () => {
    const { db, file } = opened(scratchDir());
    const dangling = {
      version: 1,
      name: 'd',
      sql: 'CREATE TABLE p (id TEXT PRIMARY KEY); CREATE TABLE q (p TEXT REFERENCES p (id)); INSERT INTO q VALUES (7);',
    };
    expect(codeOf(migrate(db, [dangling], { file, now }))).toBe('migrationFailed');
    expect(schemaVersion(db)).toBe(0);
    db.close();
  });
});
