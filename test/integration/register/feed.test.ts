// The feed as it comes in: by commands, by a folder, cut off by a kill, and stopped by a person. Checked in a real thread.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exitOf, type Outcome } from '../../../main/cli/command.ts';
import { registerFeedCommands } from '../../../main/cli/register-feed.ts';
import { newId } from '../../../main/platform/ids.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { feedRun } from '../../../main/register/feed/feed-run.ts';
import { registerFeedHandlers } from '../../../main/register/feed/handlers.ts';
import { ok } from '../../../preload/contract/result.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';
import { builtProcess } from '../../support/built-processes.ts';
import { feedReceiver, type MadeFile, type MadeMutation, makeFeed } from '../../support/feed-files.ts';
import type { FeedKillOrder } from '../../support/feed-kill-child.ts';
import { type OpenProfile, openProfile, workers } from '../../support/seed-profile.ts';

const folder = newFolder();
afterAll(() => removeFolder(folder));

/** Writes a file and its voucher; the voucher last. */
function put(place: string, made: MadeFile): string {
  const { file, voucher } = makeFeed(made);
  mkdirSync(place, { recursive: true });
  for (const { name, bytes } of [file, voucher]) writeFileSync(join(place, name), bytes);
  return join(place, file.name);
}

describe('in the app', () => {
  let bench: AppBench;
  const texts = createTexts();
  beforeAll(async () => {
    bench = await openApp({ practice: 'none' });
    await bench.must('register.setOwner', { enterpriseNumber: feedReceiver });
  });
  afterAll(async () => {
    await bench.close();
    removeFolder(bench.profileDir);
  });

  async function run(...argv: string[]): Promise<Outcome & { exit: number }> {
    const [command] = registerFeedCommands;
    if (command === undefined) throw new Error('no command');
    const { values, positionals } = parseArgs({
      args: argv,
      options: command.options,
      allowPositionals: true,
    });
    const outcome = await command.run({
      app: {
        call: (name, input, files = {}) => {
          bench.app.terminal.offer('cli:test', files.read ?? [], files.saveTo ?? null);
          return bench.call(name, input);
        },
        close: async () => undefined,
      },
      ...{ values, words: positionals, language: 'en', newId },
      t: (key, params) => texts.t('en', key.includes(':') ? key : `cli:${key}`, params),
      progress: () => undefined,
      readInput: async () => '',
    });
    return { ...outcome, exit: exitOf(outcome) };
  }

  it('takes files by their number whatever the order in which they are named, each with its voucher', async () => {
    const place = join(folder, 'cli');
    const [first, second, fourth] = [1, 2, 4].map((sequence) => put(place, { sequence }));
    if (!first || !second || !fourth) throw new Error('no files');
    const done = await run(second, first.replace(/xml$/, 'voucher.xml'), fourth, first);
    expect(done.result).toMatchObject({
      value: {
        files: [
          { sequence: 1, outcome: 'applied' },
          { sequence: 2, outcome: 'applied' },
          { sequence: 4, outcome: 'held' },
        ],
      },
    });
    expect([done.exit, done.lines?.at(-1)]).toEqual([2, '1 file was not processed.']);
    const refused = await run(
      put(place, { sequence: 3, change: (xml) => xml.replace('<environment>T', '<environment>Q') }),
    );
    expect([refused.exit, refused.lines?.[0]]).toEqual([
      2,
      expect.stringMatching(/Refused\t.*form that was agreed.* Line 5, column \d+\.$/),
    ]);
    // The missing one, and the one that waited for it.
    expect((await run(put(place, { sequence: 3 }))).exit).toBe(0);
    expect(await bench.must('registerFeed.state', {})).toMatchObject({ lastSequence: 4, missing: [] });
    expect((await run(first)).lines?.[0]).toContain('Was processed before, skipped');
    expect(await run(join(place, 'nowhere.xml'))).toMatchObject({ exit: 1 });
    const link = first.replace('00000001', '00000009');
    symlinkSync(first, link);
    const linked = await run(link);
    expect(linked.exit).toBe(2);
    expect(linked.lines?.[0]).toContain('This is no ordinary file');
  });

  it('watches a folder: what has come to rest is taken, is left where it is, and is not taken twice', async () => {
    const place = join(folder, 'watched');
    mkdirSync(place);
    expect(await bench.call('registerFeed.watch', { place: 'watched' })).toMatchObject({
      failure: { code: 'invalidInput' },
    });
    expect(await bench.call('registerFeed.watch', { place: join(place, 'none') })).toMatchObject({
      failure: { code: 'notFound' },
    });
    await bench.must('registerFeed.watch', { place });
    expect((await bench.must('registerFeed.state', {})).watched).toEqual({ name: 'watched', readable: true });
    put(place, { sequence: 5 });
    await bench.must('registerFeed.look', {});
    await vi.waitFor(
      async () =>
        expect(await bench.must('registerFeed.state', {})).toMatchObject({ lastSequence: 5, jobId: null }),
      { timeout: 60_000 },
    );
    expect(readdirSync(place)).toHaveLength(2);
    await bench.must('registerFeed.look', {});
    expect(
      (await bench.must('registerFeed.files', {})).rows.filter(({ sequence }) => sequence === 5),
    ).toHaveLength(1);
    await bench.must('registerFeed.watch', { place: null });
    expect(await bench.call('registerFeed.look', {})).toMatchObject({ failure: { code: 'stateNotAllowed' } });
  });
});

describe('between two starts', () => {
  const file = join(folder, 'feed.db');
  const keyHex = randomBytes(32).toString('hex');
  let profile: OpenProfile;
  const open = (): OpenProfile => openProfile({ file, key: Buffer.from(keyHex, 'hex') });
  const fed = (sequence: number): MadeFile => ({
    sequence,
    mutations: Object.values(workers).map((insz) => ({
      ...{ type: 'NAME', insz, person: { lastName: `Deel ${sequence}`, givenNames: ['An'] } },
    })),
  });
  beforeAll(() => {
    profile = open();
    profile.session.db.exec(`UPDATE register_owner SET enterprise_number = '${feedReceiver}'`);
  });
  afterAll(() => profile.close());

  /** Lets a process take the file in until it is killed, and opens what it left. */
  async function killed(
    moment: FeedKillOrder['moment'],
    sequence: number,
    feed: MadeFile = fed(sequence),
  ): Promise<void> {
    await profile.close();
    const { file: made, voucher } = makeFeed(feed);
    const files = [made, voucher].map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
    const child = spawn(process.execPath, [await builtProcess('feed-kill-child')], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    child.stdin.write(`${JSON.stringify({ file, keyHex, moment, files } satisfies FeedKillOrder)}\n`);
    expect(await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))).toBe('SIGKILL');
    profile = open();
  }
  const left = () => ({
    files: profile.session.db.prepare('SELECT sequence, state FROM feed_file ORDER BY sequence').raw().all(),
    staged: profile.session.db.prepare('SELECT count(*) FROM feed_staged').pluck().get(),
    named: profile.session.db
      .prepare('SELECT last_name, count(*) FROM person_identity GROUP BY 1')
      .raw()
      .all(),
    open: profile.session.db.prepare(`SELECT count(*) FROM feed_task WHERE state = 'open'`).pluck().get(),
  });
  const persons = Object.keys(workers).length;

  it('killed while it is put away, a file is not begun', async () => {
    await killed('staging', 1);
    registerFeedHandlers(profile.session, true);
    expect(left()).toEqual({ files: [], staged: 0, named: [], open: 0 });
  });

  it('killed while it is made true, it waits whole and goes on at the next start', async () => {
    const before = left();
    await killed('applying', 1);
    expect(left()).toEqual({ ...before, files: [[1, 'staged']], staged: 1 });
    registerFeedHandlers(profile.session, true);
    await feedRun(profile.session).idle();
    expect(left()).toEqual({
      files: [[1, 'applied']],
      staged: 0,
      named: [['Deel 1', persons]],
      open: persons,
    });
  });

  it('killed with its last write, it only lacks that at the next start', async () => {
    await killed('done', 2);
    const waits = left();
    expect(waits).toMatchObject({
      files: [
        [1, 'applied'],
        [2, 'staged'],
      ],
      staged: 0,
    });
    registerFeedHandlers(profile.session, true);
    await feedRun(profile.session).idle();
    expect(left()).toEqual({
      ...waits,
      files: [
        [1, 'applied'],
        [2, 'applied'],
      ],
    });
    const counts = profile.session.db
      .prepare('SELECT counts FROM feed_file WHERE sequence = 2')
      .pluck()
      .get();
    expect(JSON.parse(String(counts))).toMatchObject({
      mutations: persons,
      changed: persons,
      tasks: persons,
    });
  });

  it('killed between two blocks, it goes on with the second to the end that it has without', async () => {
    const replaced: MadeMutation = { type: 'REPLACEMENT', insz: workers.fien, newInsz: '85070399768' };
    const feed = { sequence: 3, mutations: [...(fed(3).mutations ?? []), replaced] };
    const end = ({ session: { db } }: OpenProfile) => ({
      counts: JSON.parse(
        String(db.prepare('SELECT counts FROM feed_file WHERE sequence = 3').pluck().get()),
      ) as unknown,
      tasks: db
        .prepare('SELECT kind, person_id, state FROM feed_task ORDER BY kind, person_id, id')
        .raw()
        .all(),
      identities: db.prepare('SELECT * FROM person_identity').raw().all(),
      numbers: db.prepare('SELECT * FROM person_number').raw().all(),
      acts: db.prepare("SELECT count(*) FROM history_event WHERE kind = 'register.fed'").pluck().get(),
    });
    await profile.close();
    copyFileSync(file, join(folder, 'unharmed.db'));
    await killed('between', 3, feed);
    expect(left()).toMatchObject({ staged: 1, named: [['Deel 2', persons]] });
    expect(end(profile).counts).toMatchObject({ counts: { replaced: 1, changed: 0 } });
    registerFeedHandlers(profile.session, true);
    await feedRun(profile.session).idle();
    expect(left()).toMatchObject({ staged: 0, named: [['Deel 3', persons]] });
    const unharmed = openProfile({ file: join(folder, 'unharmed.db'), key: Buffer.from(keyHex, 'hex') });
    const { file: made, voucher } = makeFeed(feed);
    feedRun(unharmed.session).give(
      [made, voucher].map(({ name, bytes }) => ({ name, bytes: bytes.length, read: async () => ok(bytes) })),
      'watched',
    );
    await feedRun(unharmed.session).idle();
    expect(end(profile)).toEqual(end(unharmed));
    await unharmed.close();
  });

  it('stopped while it is checked, nothing of it is there; stopped while it is made true, it waits', async () => {
    const { session } = profile;
    const run = feedRun(session);
    const { file: made, voucher } = makeFeed(fed(4));
    const given = [made, voucher].map(({ name, bytes }) => ({ name, bytes: bytes.length }));
    const stopAt = async (stop: (name: string) => boolean): Promise<void> => {
      const begun = run.give(
        given.map((one) => ({
          ...one,
          read: async () => {
            if (stop(one.name)) session.jobs.cancel(run.jobId() ?? '');
            return ok(one.name === made.name ? made.bytes : voucher.bytes);
          },
        })),
        'page',
      );
      expect(begun.ok).toBe(true);
      await run.idle();
    };
    const before = left();
    await stopAt((name) => name === made.name);
    expect(left()).toEqual(before);
    session.db.function('stop_now', () => void session.jobs.cancel(run.jobId() ?? ''));
    session.db.exec(
      `CREATE TEMP TRIGGER stop_here AFTER UPDATE OF state ON main.feed_file WHEN NEW.state = 'staged'
        BEGIN SELECT stop_now(); END`,
    );
    await stopAt(() => false);
    session.db.exec('DROP TRIGGER stop_here');
    expect(left()).toMatchObject({
      files: [...before.files, [4, 'staged']],
      named: [['Deel 3', persons]],
    });
    const resumed = registerFeedHandlers(session, false)['registerFeed.resume'];
    expect(await resumed({}, { windowId: 'w', traceId: 't' })).toMatchObject({ ok: true });
    await run.idle();
    expect(left()).toMatchObject({ staged: 0, named: [['Deel 4', persons]] });
  });
});
