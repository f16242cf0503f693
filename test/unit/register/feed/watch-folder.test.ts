// The folder in which files arrive: what is still on its way is left until it has come to rest, and what is no ordinary file is refused.
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { feedRun } from '../../../../main/register/feed/feed-run.ts';
import { writeSetting } from '../../../../main/register/feed/file-store.ts';
import { folderLook } from '../../../../main/register/feed/watch-folder.ts';
import { newFolder, removeFolder } from '../../../support/application-bench.ts';
import { type MadeFile, makeFeed } from '../../../support/feed-files.ts';
import { openFeed } from './feed-bench.ts';

const folder = newFolder();
afterAll(() => removeFolder(folder));

/** Writes a file and its voucher; the voucher last. */
function put(place: string, made: MadeFile): string {
  const { file, voucher } = makeFeed(made);
  mkdirSync(place, { recursive: true });
  for (const { name, bytes } of [file, voucher]) writeFileSync(join(place, name), bytes);
  return join(place, file.name);
}

it('a pair that still grows is not taken before it has come to rest', async () => {
  const bench = openFeed();
  const { session } = bench;
  const place = join(folder, 'growing');
  writeSetting(session.db, 'place', place);
  const looking = folderLook(session);
  const path = put(place, {});
  expect(await looking.look()).toBe(true);
  writeFileSync(path, 'half');
  expect(await looking.look()).toBe(true);
  const files = () => session.db.prepare('SELECT state FROM feed_file').pluck().all();
  expect([files(), feedRun(session).jobId()]).toEqual([[], null]);
  expect(await looking.look()).toBe(false);
  await feedRun(session).idle();
  expect(files()).toEqual(['refused']);
  // Whole at last: taken again by itself.
  put(place, {});
  expect(await looking.look()).toBe(true);
  expect(await looking.look()).toBe(false);
  await feedRun(session).idle();
  expect(files()).toEqual(['applied']);
  await bench.close();
});

it('a link is not followed, whatever it leads to, and nothing of that is told', async () => {
  const bench = openFeed();
  const { session } = bench;
  const place = join(folder, 'linked');
  writeSetting(session.db, 'place', place);
  const looking = folderLook(session);
  const path = put(place, {});
  const elsewhere = join(folder, 'elsewhere.xml');
  renameSync(path, elsewhere);
  symlinkSync(elsewhere, path);
  expect(await looking.look(true)).toBe(false);
  await feedRun(session).idle();
  expect(
    session.db.prepare("SELECT bytes, refused ->> 'code' AS code FROM feed_file WHERE sequence = 1").get(),
  ).toEqual({ bytes: null, code: 'notOrdinary' });
  await bench.close();
});
