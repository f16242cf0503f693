// What a kill -9 leaves: a lock that is free again, and a database that is of the old version or of the new one.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isSound, openDatabase, schemaVersion } from '../../../main/platform/database.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { acquireProfileLock } from '../../../main/platform/profile-lock.ts';
import { codeOf, unwrap } from '../../unit/platform/scratch.ts';
import { first, KEY, MOMENTS, ROWS, slow } from './kill-migrations.ts';

const root = mkdtempSync(join(tmpdir(), 'sociodesk-kill-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const now = () => new Date('2025-03-01T08:00:00Z');
const folder = () => mkdtempSync(join(root, 'p-'));

function start(...order: string[]): {
  process: ChildProcess;
  said: string[];
  until(word: string): Promise<void>;
  ended: Promise<void>;
} {
  const script = join(import.meta.dirname, 'owner-child.ts');
  const child = spawn(process.execPath, [script, ...order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout.on('data', (data: Buffer) => said.push(...data.toString('utf8').trim().split('\n')));
  const until = async (word: string) => {
    while (!said.includes(word) && child.exitCode === null) await pause(2);
  };
  return { process: child, said, until, ended };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('a profile has one owner, and a killed owner leaves it free', async () => {
  const dir = folder();
  const owner = start('lock', dir);
  await owner.until('held');
  expect(codeOf(acquireProfileLock(dir))).toBe('profileInUse');
  const second = start('lock', dir);
  await second.ended;
  expect(second.said).toEqual(['profileInUse']);
  owner.process.kill('SIGKILL');
  await owner.ended;
  const lock = unwrap(acquireProfileLock(dir));
  expect(codeOf(acquireProfileLock(dir))).toBe('profileInUse');
  lock.release();
  unwrap(acquireProfileLock(dir)).release();
});

it('a migration killed at any moment leaves the old version whole, or the new one, and goes through at the next start', async () => {
  const template = join(folder(), 'practice.db');
  const made = unwrap(openDatabase({ file: template, key: KEY }));
  unwrap(migrate(made, [first], { file: template, now }));
  made.close();
  for (let round = 0; round < 20; round += 1) {
    const dir = folder();
    const file = join(dir, 'practice.db');
    copyFileSync(template, file);
    // The first ones end between two statements, for certain; the others wherever the clock has them end.
    const within = round < MOMENTS;
    const run = start('migrate', dir, ...(within ? [String(round)] : []));
    await run.until('migrating');
    if (!within) {
      await pause((round - MOMENTS) * 14);
      run.process.kill('SIGKILL');
    }
    await run.ended;
    for (const name of readdirSync(dir))
      expect(readFileSync(join(dir, name)).includes('planted words')).toBe(false);
    const db = unwrap(openDatabase({ file, key: KEY }));
    const version = schemaVersion(db);
    const copies = readdirSync(dir).filter((name) => name.includes('before'));
    if (within) {
      expect(run.process.signalCode).toBe('SIGKILL');
      expect([version, copies]).toEqual([1, ['practice.db.before-2']]);
    }
    expect(isSound(db)).toBe(true);
    expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(ROWS);
    expect(db.pragma('table_info(note)')).toHaveLength(version === 1 ? 2 : 3);
    unwrap(migrate(db, [first, slow], { file, now }));
    unwrap(migrate(db, [first, slow], { file, now }));
    expect(schemaVersion(db)).toBe(2);
    expect(db.prepare('SELECT count(*) FROM note WHERE length > 0').pluck().get()).toBe(ROWS);
    expect(readdirSync(dir).filter((name) => name.includes('before'))).toEqual([]);
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
