// Opening encrypted files: what stands on the disk, and each way it can go wrong.
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  attempt,
  type Database,
  isSound,
  openDatabase,
  statement,
  transaction,
} from '../../../main/platform/database.ts';
import { fail } from '../../../preload/contract/result.ts';
import { codeOf, scratchDir, unwrap } from './scratch.ts';

const key = Buffer.alloc(32, 7);

function filled(dir: string, fileKey: Buffer | null = key): string {
  const file = join(dir, 'practice.db');
  const db = unwrap(openDatabase({ file, key: fileKey }));
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO note (text) VALUES (?)');
  transaction(db, () => {
    for (let i = 0; i < 400; i += 1) insert.run(`planted words number ${i}`);
  });
  db.close();
  return file;
}

const count = (db: Database) => db.prepare('SELECT count(*) FROM note').pluck().get();

describe('an encrypted database', () => {
  it('shows none of its text on the disk, while an unencrypted one does', () => {
    expect(readFileSync(filled(scratchDir())).includes('planted words')).toBe(false);
    expect(readFileSync(filled(scratchDir(), null)).includes('planted words')).toBe(true);
  });

  it('is readable by its owner only', () => {
    expect(statSync(filled(scratchDir())).mode & 0o077).toBe(0);
  });

  it('opens again with its key and syncs every commit', () => {
    const db = unwrap(openDatabase({ file: filled(scratchDir()), key }));
    expect(count(db)).toBe(400);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
    expect(isSound(db)).toBe(true);
    db.close();
  });

  it('refuses another key without touching the file', () => {
    const file = filled(scratchDir());
    const before = readFileSync(file);
    expect(codeOf(openDatabase({ file, key: Buffer.alloc(32, 8) }))).toBe('databaseWrongKey');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    ['a damaged first page', (file: string) => overwrite(file, 200)],
    ['a length that no page fits', (file: string) => truncateSync(file, 4096 * 2 + 100)],
  ])('is called corrupt with %s, not wrongly keyed', (_what, damage) => {
    const file = filled(scratchDir());
    damage(file);
    expect(codeOf(openDatabase({ file, key }))).toBe('databaseCorrupt');
  });

  it('is left untouched when a newer program wrote it', () => {
    const file = filled(scratchDir());
    const db = unwrap(openDatabase({ file, key }));
    db.pragma('user_version=99');
    db.close();
    const before = readFileSync(file);
    expect(codeOf(openDatabase({ file, key, newest: 3 }))).toBe('databaseFromFuture');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is not made where only reading was asked, and says when the folder does not exist', () => {
    const dir = scratchDir();
    expect(codeOf(openDatabase({ file: join(dir, 'none.db'), key, readonly: true }))).toBe('notFound');
    expect(codeOf(openDatabase({ file: join(dir, 'no', 'folder.db'), key }))).toBe('notWritable');
  });

  it('can be read beside its writer', () => {
    const file = filled(scratchDir());
    const writer = unwrap(openDatabase({ file, key }));
    const reader = unwrap(openDatabase({ file, key, readonly: true }));
    writer.exec("INSERT INTO note (text) VALUES ('more')");
    expect(count(reader)).toBe(401);
    expect(() => reader.exec('DELETE FROM note')).toThrow();
    reader.close();
    writer.close();
  });
});

describe('a transaction', () => {
  it('is undone by a failure and by an exception', () => {
    const db = unwrap(openDatabase({ file: filled(scratchDir()), key }));
    const refused = attempt(db, () => {
      db.exec('DELETE FROM note');
      return fail('conflict');
    });
    expect(codeOf(refused)).toBe('conflict');
    expect(() =>
      transaction(db, () => {
        db.exec('DELETE FROM note');
        throw new Error('bug');
      }),
    ).toThrow('bug');
    expect(count(db)).toBe(400);
    db.close();
  });
});

it('a prepared statement gives whole rows again, however it was last asked', () => {
  const db = unwrap(openDatabase({ file: filled(scratchDir()), key }));
  const ask = () => statement(db, 'SELECT text FROM note WHERE id = ?');
  const row = { text: 'planted words number 0' };
  expect(ask().get(1)).toEqual(row);
  expect(ask().pluck().get(1)).toBe(row.text);
  expect(ask().get(1)).toEqual(row);
  expect(ask().raw().get(1)).toEqual([row.text]);
  expect(ask().get(1)).toEqual(row);
  db.close();
});

function overwrite(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0x55, at, at + 64);
  writeFileSync(file, bytes);
}
