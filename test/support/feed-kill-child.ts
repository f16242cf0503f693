// A process that takes a file of the feed in and is killed in the middle of it: by itself, so that the moment is always the same.
import { createInterface } from 'node:readline';
import { feedRun } from '../../main/register/feed/feed-run.ts';
import { ok } from '../../preload/contract/result.ts';
import { openProfile } from './seed-profile.ts';

export type FeedKillOrder = {
  file: string;
  keyHex: string;
  /** `staging`: with the last block that is put away; `applying`: with that task; `between`: with what a later block says first; `done`: with the last write of all. */
  moment: 'staging' | 'applying' | 'between' | 'done';
  files: { name: string; base64: string }[];
};

const triggers: Record<FeedKillOrder['moment'], string> = {
  staging: 'AFTER INSERT ON main.feed_staged',
  applying: `AFTER INSERT ON main.feed_task WHEN (SELECT count(*) FROM main.feed_task) >= 2`,
  between: `AFTER INSERT ON main.feed_task WHEN NEW.kind = 'name'
    AND EXISTS (SELECT 1 FROM main.feed_file WHERE id = NEW.file_id AND counts IS NOT NULL)`,
  done: `AFTER UPDATE OF state ON main.feed_file WHEN NEW.state = 'applied'`,
};

async function work({ file, keyHex, moment, files }: FeedKillOrder): Promise<void> {
  const { session } = openProfile({ file, key: Buffer.from(keyHex, 'hex') });
  session.db.function('end_now', () => void process.kill(process.pid, 'SIGKILL'));
  session.db.exec(`CREATE TEMP TRIGGER end_here ${triggers[moment]} BEGIN SELECT end_now(); END`);
  const given = files.map(({ name, base64 }) => {
    const bytes = Buffer.from(base64, 'base64');
    return { name, bytes: bytes.length, read: async () => ok(bytes) };
  });
  const run = feedRun(session);
  run.give(given, 'watched');
  await run.idle();
  process.stdout.write('done\n');
}

createInterface({ input: process.stdin }).once('line', (line) => {
  void work(JSON.parse(line) as FeedKillOrder);
});
