// Appends events together with a row of their own until it is killed; says so once it has begun, and once the
// first stands.
import { join } from 'node:path';
import { appendEvent } from '../../../main/history/append-event.ts';
import { openDatabase, transaction } from '../../../main/platform/database.ts';
import { newId } from '../../../main/platform/ids.ts';
import { migrate } from '../../../main/platform/migrate.ts';
import { environmentMigrations } from '../../../main/platform/migrations.ts';

const [dir = ''] = process.argv.slice(2);
const file = join(dir, 'practice.db');
const opened = openDatabase({ file, key: Buffer.alloc(32, 5) });
if (!opened.ok) throw new Error(opened.failure.code);
const db = opened.value;
const migrated = migrate(db, environmentMigrations(), { file, now: () => new Date() });
if (!migrated.ok) throw new Error(migrated.failure.code);
const act = db.prepare('INSERT INTO setting (name, value) VALUES (?, ?)');
process.stdout.write('appending\n');
for (let acts = 0; ; acts += 1) {
  if (acts === 1) process.stdout.write('appended\n');
  transaction(db, () => {
    const id = newId();
    act.run(id, 'an act');
    appendEvent(db, {
      id,
      employerId: null,
      kind: 'test.acted',
      at: new Date().toISOString(),
      actor: { kind: 'app', name: '', osAccount: '' },
      subject: null,
      result: 'done',
      contract: '',
      appVersion: '0',
      summary: `act ${id}`,
      payload: { id },
    });
  });
}
