// A profile: its keys, its lock, and what it refuses to do when a key is gone.
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../../main/platform/clock.ts';
import { countingIds } from '../../../main/platform/ids.ts';
import { memoryBackend } from '../../../main/platform/keychain.ts';
import { partedKeychain } from '../../../main/platform/keychain-entries.ts';
import { openProfile, type ProfileOptions } from '../../../main/platform/profile.ts';
import { codeOf, scratchDir, unwrap } from './scratch.ts';

function options(dir = join(scratchDir(), 'profile')) {
  const backend = memoryBackend();
  const services: string[] = [];
  const given: ProfileOptions = {
    dir,
    clock: fixedClock('2025-03-01T08:00:00Z'),
    ids: countingIds('profile'),
    keychain(service) {
      services.push(service);
      return partedKeychain(backend);
    },
  };
  return { given, backend, services, dir };
}

describe('a profile', () => {
  it('is made for its owner only, holds no secret in its own file, and opens again as the same', async () => {
    const { given, services, dir, backend } = options();
    const profile = unwrap(await openProfile(given));
    const db = unwrap(await profile.openEnvironment('practice'));
    db.exec("INSERT INTO setting VALUES ('a', 'b')");
    db.close();
    unwrap(await profile.openSettings()).close();
    profile.close();
    for (const name of ['', 'profile.json', 'profile.lock', 'practice.db', 'settings.db'])
      expect(statSync(join(dir, name)).mode & 0o077, name).toBe(0);
    expect([...backend.entries.keys()].sort()).toEqual([
      'database/practice',
      'database/practice/made',
      'database/settings',
      'database/settings/made',
    ]);
    expect(JSON.parse(readFileSync(join(dir, 'profile.json'), 'utf8'))).toEqual({
      id: 'profile-1',
      created: '2025-03-01T08:00:00.000Z',
    });
    const again = unwrap(await openProfile(given));
    const reopened = unwrap(await again.openEnvironment('practice'));
    expect(reopened.prepare('SELECT value FROM setting').pluck().get()).toBe('b');
    reopened.close();
    again.close();
    expect(services).toEqual(['sociodesk/profile-1', 'sociodesk/profile-1']);
  });

  it('never puts an empty database in the place of one that is gone or was emptied', async () => {
    const { given, dir } = options();
    const profile = unwrap(await openProfile(given));
    const file = join(dir, 'practice.db');
    unwrap(await profile.openEnvironment('practice')).close();
    rmSync(file);
    expect(codeOf(await profile.openEnvironment('practice'))).toBe('databaseCorrupt');
    expect(readdirSync(dir)).not.toContain('practice.db');
    writeFileSync(file, '');
    expect(codeOf(await profile.openEnvironment('practice'))).toBe('databaseCorrupt');
    expect(statSync(file).size).toBe(0);
    profile.close();
  });

  it('makes again a database whose first start was cut off before it stood', async () => {
    const { given, dir, backend } = options();
    const profile = unwrap(await openProfile(given));
    unwrap(await profile.openEnvironment('practice')).close();
    backend.entries.delete('database/practice/made');
    writeFileSync(join(dir, 'practice.db'), '');
    unwrap(await profile.openEnvironment('practice')).close();
    profile.close();
  });

  it('gives each environment a key of its own', async () => {
    const { given, dir } = options();
    const profile = unwrap(await openProfile(given));
    for (const name of ['practice', 'simulation']) unwrap(await profile.openEnvironment(name)).close();
    copyFileSync(join(dir, 'practice.db'), join(dir, 'simulation.db'));
    expect(codeOf(await profile.openEnvironment('simulation'))).toBe('databaseWrongKey');
    expect(codeOf(await profile.openEnvironment('../practice'))).toBe('environmentUnknown');
    expect(codeOf(await profile.openEnvironment('settings'))).toBe('environmentUnknown');
    profile.close();
  });

  it('never puts a new empty database over one whose key is gone', async () => {
    const { given, dir, backend } = options();
    const profile = unwrap(await openProfile(given));
    unwrap(await profile.openEnvironment('practice')).close();
    backend.entries.clear();
    const before = readFileSync(join(dir, 'practice.db'));
    expect(codeOf(await profile.openEnvironment('practice'))).toBe('databaseKeyLost');
    expect(backend.entries.size).toBe(0);
    expect(readFileSync(join(dir, 'practice.db')).equals(before)).toBe(true);
    profile.close();
  });

  it.each(['lost', 'damaged'])(
    'says that the keys are lost when its own file is %s, and makes no new one',
    async (what) => {
      const { given, dir } = options();
      const profile = unwrap(await openProfile(given));
      unwrap(await profile.openEnvironment('practice')).close();
      profile.close();
      if (what === 'lost') rmSync(join(dir, 'profile.json'));
      else writeFileSync(join(dir, 'profile.json'), '{"id":');
      expect(codeOf(await openProfile(given))).toBe('databaseKeyLost');
      expect(readdirSync(dir).includes('profile.json')).toBe(what === 'damaged');
      // The refusal has let go of the lock.
      expect(codeOf(await openProfile(given))).toBe('databaseKeyLost');
    },
  );

  it('has one owner; a second process may only read', async () => {
    const { given } = options();
    expect(codeOf(await openProfile({ ...given, readonly: true }))).toBe('notFound');
    const owner = unwrap(await openProfile(given));
    unwrap(await owner.openEnvironment('practice')).close();
    expect(codeOf(await openProfile(given))).toBe('profileInUse');
    const reader = unwrap(await openProfile({ ...given, readonly: true }));
    expect(reader.owner).toBe(false);
    const db = unwrap(await reader.openEnvironment('practice'));
    expect(() => db.exec("INSERT INTO setting VALUES ('a', 'b')")).toThrow();
    db.close();
    owner.close();
    unwrap(await openProfile(given)).close();
  });
});
