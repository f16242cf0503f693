// A profile: one folder (mode 0700) with `profile.json`, one encrypted database per environment and `settings.db`. The
// keys stand in the keychain; a database whose key is gone is reported, never replaced by an empty one.
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Clock } from './clock.ts';
import { type Database, databaseFailure, openDatabase } from './database.ts';
import type { Ids } from './ids.ts';
import type { Keychain } from './keychain.ts';
import { type Migration, migrate } from './migrate.ts';
import { environmentMigrations, settingsMigrations } from './migrations.ts';
import { acquireProfileLock, type ProfileLock } from './profile-lock.ts';

export type Profile = {
  id: string;
  dir: string;
  keychain: Keychain;
  /** False for a second process, which reads only. */
  owner: boolean;
  /** The database of one environment, migrated. The caller closes it. */
  openEnvironment(environment: string): Promise<Result<Database>>;
  openSettings(): Promise<Result<Database>>;
  /** Releases the lock; open databases are the caller's to close first. */
  close(): void;
};

export type ProfileOptions = {
  dir: string;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
  /** Makes the keychain of a service name such as `sociodesk/<profile id>`. */
  keychain(service: string): Keychain;
  /** Opens beside the owner without taking the lock; every database is then read-only. */
  readonly?: boolean;
};

const ENVIRONMENT = /^[a-z][a-z0-9-]{0,30}$/;

/** Names of other databases in the folder: an environment so named would take their place. */
export const isReservedName = (name: string): boolean => ['settings', 'practice-service'].includes(name);

/** Opens or creates a profile. Failures: profileInUse, databaseKeyLost, notWritable, notFound, keychain… */
export async function openProfile(options: ProfileOptions): Promise<Result<Profile>> {
  const readonly = options.readonly === true;
  let lock: ProfileLock | undefined;
  try {
    if (readonly && !existsSync(join(options.dir, 'profile.json'))) return fail('notFound');
    if (!readonly) {
      makeFolder(options.dir);
      const taken = acquireProfileLock(options.dir);
      if (!taken.ok) return taken;
      lock = taken.value;
    }
    const id = profileId(options);
    if (!id.ok) {
      lock?.release();
      return id;
    }
    const keychain = options.keychain(`sociodesk/${id.value}`);
    const open = (name: string, migrations: readonly Migration[]) =>
      openKeyed(options, keychain, name, migrations);
    return ok({
      id: id.value,
      dir: options.dir,
      keychain,
      owner: !readonly,
      openEnvironment: async (environment) =>
        ENVIRONMENT.test(environment) && !isReservedName(environment)
          ? open(environment, environmentMigrations())
          : fail('environmentUnknown'),
      openSettings: () => open('settings', settingsMigrations),
      close: () => lock?.release(),
    });
  } catch (error) {
    lock?.release();
    const known = databaseFailure(error);
    if (known === null) throw error;
    return known;
  }
}

/** One step at a time: `recursive` never ends under folders such as `/proc`, where nothing can be made. */
function makeFolder(dir: string): void {
  const stands = () => existsSync(dir) && statSync(dir).isDirectory();
  if (stands()) return;
  if (!existsSync(dirname(dir))) makeFolder(dirname(dir));
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!stands()) throw error;
  }
}

function profileId({ dir, clock, ids }: ProfileOptions): Result<string> {
  const file = join(dir, 'profile.json');
  if (existsSync(file)) {
    const id = readId(file);
    if (id !== null) return ok(id);
  }
  // Without the id the keychain entries cannot be found: a new one would orphan the databases that stand here.
  if (readdirSync(dir).some((name) => name.endsWith('.db'))) return fail('databaseKeyLost');
  const id = ids.newId();
  const half = `${file}.half`;
  writeFileSync(half, `${JSON.stringify({ id, created: clock.now().toISOString() })}\n`, {
    mode: 0o600,
    flush: true,
  });
  renameSync(half, file);
  return ok(id);
}

function readId(file: string): string | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content !== 'object' || content === null || !('id' in content)) return null;
    return typeof content.id === 'string' && /^[\w-]{1,64}$/.test(content.id) ? content.id : null;
  } catch {
    return null;
  }
}

async function openKeyed(
  options: ProfileOptions,
  keychain: Keychain,
  name: string,
  migrations: readonly Migration[],
): Promise<Result<Database>> {
  const file = join(options.dir, `${name}.db`);
  const exists = existsSync(file) && statSync(file).size > 0;
  const readonly = options.readonly === true;
  if (readonly && !exists) return fail('notFound');
  const key = await databaseKey(keychain, name, exists);
  if (!key.ok) return key;
  const newest = migrations.at(-1)?.version ?? 0;
  const opened = openDatabase({ file, key: key.value, readonly, newest });
  if (!opened.ok || readonly) return opened;
  const migrated = migrate(opened.value, migrations, { file, now: options.clock.now });
  const marked = migrated.ok && !exists ? await keychain.set(madeEntry(name), new Uint8Array([1])) : migrated;
  if (marked.ok) return opened;
  opened.value.close();
  return marked;
}

/** Says that a database once stood whole: if its file is gone later, something took it, and no empty one takes its place. */
const madeEntry = (name: string): string => `database/${name}/made`;

async function databaseKey(keychain: Keychain, name: string, fileExists: boolean): Promise<Result<Buffer>> {
  const entry = `database/${name}`;
  const found = await keychain.get(entry);
  if (!found.ok) return found;
  if (found.value !== null) {
    const made = fileExists ? ok(null) : await keychain.get(madeEntry(name));
    if (!made.ok) return made;
    return made.value === null
      ? ok(Buffer.from(found.value))
      : fail('databaseCorrupt', { details: { reason: 'missing' } });
  }
  if (fileExists) return fail('databaseKeyLost');
  const key = randomBytes(32);
  const kept = await keychain.set(entry, key);
  return kept.ok ? ok(key) : kept;
}
