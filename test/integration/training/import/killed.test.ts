// The program is killed while it reads a list, judges it or adds its drafts: nothing stays half, and the list says so.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../../main/platform/ids.ts';
import { applyList } from '../../../../main/training/import/apply-list.ts';
import { listLists } from '../../../../main/training/import/show-list.ts';
import { stageList } from '../../../../main/training/import/stage-list.ts';
import { sweepLists } from '../../../../main/training/import/sweep-lists.ts';
import { turnsOf } from '../../../../main/training/import/turns.ts';
import { cancelList } from '../../../../main/training/import/undo-list.ts';
import { newFolder, removeFolder } from '../../../support/application-bench.ts';
import { builtProcess } from '../../../support/built-processes.ts';
import type { ListKillOrder } from '../../../support/list-kill-child.ts';
import { type OpenProfile, openProfile } from '../../../support/seed-profile.ts';
import { listOf } from '../../../support/training-lists.ts';

const rows = 1_200;
let folder: string;
let order: Omit<ListKillOrder, 'act' | 'after' | 'importId'>;
let profile: OpenProfile;

const openAgain = async (): Promise<OpenProfile> => {
  const opened = openProfile({ file: order.file, key: Buffer.from(order.keyHex, 'hex') });
  await sweepLists(opened.session, turnsOf(opened.session));
  return opened;
};
beforeAll(async () => {
  folder = newFolder();
  order = { file: join(folder, 'practice.db'), keyHex: randomBytes(32).toString('hex'), list: '' };
  profile = await openAgain();
  const { insz } = profile.session.db.prepare('SELECT insz FROM person_number LIMIT 1').get() as {
    insz: string;
  };
  const lines = Array.from({ length: rows }, (_, at) => [insz, `Deel ${at}`, '3/2/2025', '2', 'weg']);
  order.list = listOf([['INSZ', 'Titel', 'Begindatum', 'Duur', 'Omschrijving'], ...lines]);
});
afterAll(async () => {
  await profile.close();
  removeFolder(folder);
});

/** Lets a process do it until it is that far and killed, and opens what it left. */
async function killed(act: ListKillOrder['act'], importId: string, after: number): Promise<void> {
  await profile.close();
  const child = spawn(process.execPath, [await builtProcess('list-kill-child')], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  child.stdin.write(`${JSON.stringify({ ...order, act, importId, after } satisfies ListKillOrder)}\n`);
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  profile = await openAgain();
}

const bytes = () => Buffer.from(order.list);
async function staged(): Promise<string> {
  const importId = newId();
  const list = {
    windowId: 'w1',
    name: 'lijst.csv',
    bytes: bytes(),
    sha256: importId,
    kind: 'csv',
    choice: {},
  } as const;
  const sheet = { at: 0, headingLine: null };
  const { employerId } = profile;
  const done = await stageList(profile.session, list, {
    importId,
    employerId,
    checkOnly: false,
    named: [],
    sheet,
  });
  expect(done.ok).toBe(true);
  return importId;
}
const shown = (importId: string) => listLists(profile.session, null).find(({ id }) => id === importId);
const kept = (importId: string): unknown[] =>
  profile.session.db
    .prepare('SELECT at, summary, hex(rows) FROM training_list_block WHERE import_id = ? ORDER BY at')
    .all(importId);
const drafts = (): number =>
  (profile.session.db.prepare('SELECT count(*) AS n FROM training').get() as { n: number }).n;

it('while it was read: no row of it is kept, the list says that it was cut off, and can be forgotten', async () => {
  const importId = newId();
  await killed('stage', importId, 0);
  expect(shown(importId)).toMatchObject({ state: 'cutOff', name: 'lijst.csv', cutOffAt: expect.any(String) });
  expect(kept(importId)).toEqual([]);
  await profile.close();
  profile = await openAgain();
  expect(shown(importId)?.state).toBe('cutOff');
  expect(await cancelList(profile.session, importId)).toEqual({ ok: true, value: {} });
  expect(shown(importId)).toBeUndefined();
});

it('while it was judged again: it is as it was', async () => {
  const importId = await staged();
  const before = [kept(importId), shown(importId)];
  await killed('judge', importId, 0);
  expect([kept(importId), shown(importId)]).toEqual(before);
  await cancelList(profile.session, importId);
});

it.each([250, rows])(
  'while its drafts were added, after %i rows: none stays, and it can be gone on with',
  async (after) => {
    const importId = await staged();
    await killed('apply', importId, after);
    expect(drafts()).toBe(0);
    expect(shown(importId)).toMatchObject({
      ...{ state: 'staged', cutOffAt: expect.any(String) },
      counts: { create: rows },
    });
    const run = { progress: () => undefined, signal: new AbortController().signal };
    expect(await applyList(profile.session, importId, 'leaveOut', run)).toMatchObject({
      value: { create: rows, there: 0 },
    });
    expect(drafts()).toBe(rows);
    expect(shown(importId)).toMatchObject({ state: 'done', cutOffAt: null });
    profile.session.db.prepare('DELETE FROM training').run();
  },
);
