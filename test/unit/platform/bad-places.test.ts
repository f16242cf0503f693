// Places where no profile can stand, and parts of one that are not what they should be: a failure, never an exception.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../../main/platform/clock.ts';
import { openDatabase, storageFailure } from '../../../main/platform/database.ts';
import { countingIds } from '../../../main/platform/ids.ts';
import { memoryKeychain } from '../../../main/platform/keychain-entries.ts';
import { serveLocalSocket } from '../../../main/platform/local-socket.ts';
import { openLog } from '../../../main/platform/log.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { openProfile } from '../../../main/platform/profile.ts';
import { codeOf, scratchDir, unwrap } from './scratch.ts';

const open = (dir: string) =>
  openProfile({
    dir,
    clock: fixedClock('2025-03-01T08:00:00Z'),
    ids: countingIds('profile'),
    keychain: () => memoryKeychain(),
  });

describe('a profile cannot be made', () => {
  it('where a file bears its name', async () => {
    const file = join(scratchDir(), 'taken');
    writeFileSync(file, '');
    expect(codeOf(await open(file))).toBe('notWritable');
    expect(codeOf(await open(join(file, 'below')))).toBe('notWritable');
  });

  it('under a name longer than the system takes', async () => {
    expect(codeOf(await open(join(scratchDir(), 'd'.repeat(300))))).toBe('notWritable');
  });

  it.runIf(process.platform === 'linux')('where the system lets nothing be made', async () => {
    expect(codeOf(await open('/proc/sociodesk'))).toBe('notWritable');
  });
});

describe('a profile opens all the same', () => {
  it('in a folder several levels below one that stands', async () => {
    unwrap(await open(join(scratchDir(), 'a', 'b', 'c'))).close();
  });

  it('when its log has no place: the lines are lost and nothing else', () => {
    const dir = join(scratchDir(), 'logs');
    writeFileSync(dir, '');
    expect(() => openLog(dir).info('started')).not.toThrow();
  });

  it('when a folder stands where its socket belongs: only the socket is missing', async () => {
    const dir = scratchDir();
    mkdirSync(join(dir, 'owner.sock', 'below'), { recursive: true });
    expect(codeOf(await serveLocalSocket(dir, async (json) => json))).toBe('notWritable');
  });
});

it('a database whose list of migrations is damaged is said to be damaged', () => {
  const file = join(scratchDir(), 'a.db');
  const db = unwrap(openDatabase({ file, key: null }));
  db.exec('CREATE TABLE schema_migration (version INTEGER, checksum TEXT); PRAGMA user_version=1');
  db.close();
  const bytes = readFileSync(file);
  // The table stands on the second page of the file.
  writeFileSync(file, bytes.fill(0x7f, 4096));
  const again = unwrap(openDatabase({ file, key: null }));
  const answer = migrate(again, [{ version: 1, name: 'one', sql: '' }], { file, now: () => new Date(0) });
  again.close();
  expect(codeOf(answer)).toBe('databaseCorrupt');
});

it('only what the disk or SQLite said counts as bad luck in a handler', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  expect(storageFailure(coded('ENOSPC'))?.failure.code).toBe('diskFull');
  expect(storageFailure(coded('SQLITE_CORRUPT_INDEX'))?.failure.code).toBe('databaseCorrupt');
  for (const bug of ['ENOENT', 'EINVAL', 'SQLITE_CONSTRAINT']) expect(storageFailure(coded(bug))).toBeNull();
});
