// A process that reads a list, judges it again or adds its drafts, and is killed in the middle of it: by itself, so that the
// moment is always the same.
import { createInterface } from 'node:readline';
import { applyList } from '../../main/training/import/apply-list.ts';
import { findList } from '../../main/training/import/list-store.ts';
import { judgeAgain, stageList } from '../../main/training/import/stage-list.ts';
import { ok } from '../../preload/contract/result.ts';
import { openProfile } from './seed-profile.ts';

export type ListKillOrder = {
  file: string;
  keyHex: string;
  importId: string;
  act: 'stage' | 'judge' | 'apply';
  list: string;
  /** Drafts are added until so many rows are done; else with the last write. */
  after: number;
};

async function work({ file, keyHex, importId, act, list, after }: ListKillOrder): Promise<void> {
  const { session, employerId } = openProfile({ file, key: Buffer.from(keyHex, 'hex') });
  const run = {
    signal: new AbortController().signal,
    progress(done: number): void {
      if (act === 'apply' && done >= after) end();
    },
  };
  const end = (): void => void process.kill(process.pid, 'SIGKILL');
  session.db.function('end_now', end);
  // With the last write: rows of a list that is read stand there by then, those of one that is judged again are in its hands.
  if (act !== 'apply')
    session.db.exec(`CREATE TEMP TRIGGER last_write AFTER UPDATE OF counts ON main.training_list
      BEGIN SELECT end_now(); END`);
  const bytes = Buffer.from(list);
  const opened = {
    windowId: 'w1',
    name: 'lijst.csv',
    bytes,
    sha256: importId,
    kind: 'csv',
    choice: {},
  } as const;
  const staging = { importId, employerId, checkOnly: false, named: [], sheet: { at: 0, headingLine: null } };
  const record = findList(session.db, importId);
  const fields = (record?.columns ?? []).map(({ field }) => (field === 'description' ? null : field));
  const done =
    act === 'stage'
      ? await stageList(session, opened, staging, run)
      : act === 'apply'
        ? await applyList(session, importId, 'leaveOut', run)
        : record === null
          ? ok({})
          : await judgeAgain(session, record, { fields, change: null }, run);
  process.stdout.write(done.ok ? 'done\n' : `${done.failure.code}\n`);
}

createInterface({ input: process.stdin }).once('line', (line) => {
  void work(JSON.parse(line) as ListKillOrder);
});
