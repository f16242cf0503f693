// A process for the kill tests: takes a profile's lock, or migrates a database, and says how far it got.
import { join } from 'node:path';
import { openDatabase } from '../../../main/platform/database.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { acquireProfileLock } from '../../../main/platform/profile-lock.ts';
import { first, KEY, slow } from './kill-migrations.ts';

const [action = '', dir = ''] = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);

if (action === 'lock') {
  const lock = acquireProfileLock(dir);
  say(lock.ok ? 'held' : lock.failure.code);
  if (lock.ok) setInterval(() => undefined, 1000);
} else {
  const file = join(dir, 'practice.db');
  const opened = openDatabase({ file, key: KEY });
  if (!opened.ok) throw new Error(opened.failure.code);
  say('migrating');
  const done = migrate(opened.value, [first, slow], { file, now: () => new Date() });
  opened.value.close();
  say(done.ok ? 'migrated' : done.failure.code);
}
