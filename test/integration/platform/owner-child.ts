// A process for the kill tests: takes a profile's lock, or migrates a database, and says how far it got. Told after how many
// statements, it kills itself in the middle of the migration.
import { join } from 'node:path';
import { openDatabase } from '../../../main/platform/database.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { acquireProfileLock } from '../../../main/platform/profile-lock.ts';
import { endedAfter, first, KEY, slow } from './kill-migrations.ts';

const [action = '', dir = '', statements] = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);

if (action === 'lock') {
  const lock = acquireProfileLock(dir);
  say(lock.ok ? 'held' : lock.failure.code);
  if (lock.ok) setInterval(() => undefined, 1000);
} else {
  const file = join(dir, 'practice.db');
  const opened = openDatabase({ file, key: KEY });
  if (!opened.ok) throw new Error(opened.failure.code);
  opened.value.function('end_here', () => process.kill(process.pid, 'SIGKILL'));
  say('migrating');
  const last = statements === undefined ? slow : endedAfter(Number(statements));
  const done = migrate(opened.value, [first, last], { file, now: () => new Date() });
  opened.value.close();
  say(done.ok ? 'migrated' : done.failure.code);
}
