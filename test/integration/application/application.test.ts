// The app as a whole: what it answers at once, what it says when its data cannot be opened, who owns a profile.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { terminalHost } from '../../../main/application/terminal-host.ts';
import { createApplication } from '../../../main/application.ts';
import { sayAlreadyOpen } from '../../../main/host/already-open.ts';
import { memoryKeychain } from '../../../main/platform/keychain-entries.ts';
import { ok } from '../../../preload/contract/result.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

const open: AppBench[] = [];
const start = async (...given: Parameters<typeof openApp>): Promise<AppBench> => {
  const bench = await openApp(...given);
  open.push(bench);
  return bench;
};
afterEach(async () => {
  for (const bench of open.splice(0)) {
    await bench.close();
    removeFolder(bench.profileDir);
  }
});
const berk = { name: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };
const restart = async (bench: AppBench): Promise<AppBench> => {
  await bench.close();
  open.splice(open.indexOf(bench), 1);
  return start({ profileDir: bench.profileDir, keys: bench.keychain });
};

describe('the app', () => {
  it('answers before any practice service runs', async () => {
    const bench = await start({ practice: 'none' });
    const state = await bench.must('app.state', {});
    expect(state).toMatchObject({
      environment: { name: 'practice' },
      practiceDate: '2025-03-01',
      firstRun: true,
    });
    expect(await bench.call('practice.faults', {})).toMatchObject({
      failure: { code: 'serviceUnavailable' },
    });
  });

  it('keeps employers, workers and choices over a restart', async () => {
    let bench = await start();
    const { id } = await bench.must('employer.add', berk);
    await bench.must('settings.update', {
      language: 'fr',
      theme: 'dark',
      personName: 'An',
      employerId: id,
      firstRunDone: true,
    });
    await bench.must('practice.setDate', { date: '2025-06-02' });
    bench = await restart(bench);
    expect(await bench.must('app.state', {})).toMatchObject({
      language: 'fr',
      theme: 'dark',
      personName: 'An',
      employerId: id,
      practiceDate: '2025-06-02',
      firstRun: false,
      counts: { employers: 1 },
    });
    const { rows } = await bench.must('history.search', { kinds: ['employer.added'] });
    expect(rows[0]).toMatchObject({ employerId: id, actor: { kind: 'commandLine' } });
  });

  it('keeps the data of one environment out of another', async () => {
    const bench = await start();
    await bench.must('employer.add', berk);
    expect(
      await bench.call('settings.chooseEnvironment', { name: 'simulation', confirmed: false }),
    ).toMatchObject({
      failure: { code: 'stateNotAllowed' },
    });
    await bench.must('settings.chooseEnvironment', { name: 'simulation', confirmed: true });
    expect((await bench.must('employer.list', {})).total).toBe(0);
    expect((await bench.must('app.state', {})).practiceDate).toBeNull();
    await bench.must('settings.chooseEnvironment', { name: 'practice', confirmed: true });
    expect((await bench.must('employer.list', {})).total).toBe(1);
    await bench.must('practice.addSamples', {});
  });

  it('refuses a change that was made on an old version', async () => {
    const bench = await start({ practice: 'none' });
    const { id } = await bench.must('employer.add', berk);
    const change = { id, expectedRevision: 1, name: 'De Berk' };
    await bench.must('employer.update', change);
    expect(await bench.call('employer.update', change)).toMatchObject({ failure: { code: 'conflict' } });
    expect(await bench.call('employer.add', berk)).toMatchObject({ failure: { code: 'alreadyExists' } });
  });

  it('makes one person of the same number at two employers', async () => {
    const bench = await start({ practice: 'none' });
    const first = await bench.must('employer.add', berk);
    const second = await bench.must('employer.add', { name: 'Zalen', enterpriseNumber: '1999999250' });
    const worker = {
      insz: '01.02.03-996.45',
      familyName: 'Bensoltane',
      givenName: 'Rania',
      startDate: '2022-09-01',
    };
    await bench.must('worker.add', { employerId: first.id, ...worker });
    await bench.must('worker.add', { employerId: second.id, ...worker });
    const { rows } = await bench.must('worker.list', { text: '010203' });
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(1);
    expect(await bench.call('worker.add', { employerId: first.id, ...worker })).toMatchObject({
      failure: { code: 'alreadyExists' },
    });
  });

  it('tells a second one that the profile is in use, and lets it read beside the first', async () => {
    const bench = await start({ practice: 'none' });
    await bench.must('employer.add', berk);
    const { profileDir, keychain } = bench;
    const second = await createApplication({ profileDir, keychain: () => keychain });
    expect(second).toMatchObject({ ok: false, failure: { code: 'profileInUse' } });
    const reader = await openApp({ profileDir, keys: keychain, readonly: true, practice: 'none' });
    expect((await reader.must('employer.list', {})).total).toBe(1);
    const refused = await reader.call('employer.add', { name: 'Zalen', enterpriseNumber: '1999999250' });
    expect(refused).toMatchObject({ failure: { code: 'profileInUse' } });
    await reader.close();
    // Started without a terminal: the open window comes forward, and what is said stands in its language.
    let forward = 0;
    const comeForward = async () => {
      forward += 1;
      return ok({});
    };
    bench.app.attachHost({ ...terminalHost(), comeForward }, () => false);
    await bench.must('settings.update', { language: 'fr' });
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await sayAlreadyOpen(profileDir);
    const sentences = said.mock.calls.join('');
    said.mockRestore();
    expect([forward, sentences]).toEqual([1, expect.stringContaining('Sociodesk est déjà ouvert')]);
  });

  it('refuses callers that no host vouches for', async () => {
    const bench = await start({ practice: 'none' });
    const sender = { windowId: 'cli:x', origin: 'https://127.0.0.1', topFrame: true };
    const answer = await bench.app.dispatch(sender, '{"name":"app.state","input":{}}');
    expect(JSON.parse(answer)).toMatchObject({ failure: { code: 'untrustedSender' } });
  });
});

describe('the rescue screen', () => {
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

  it.each([
    ['databaseKeyLost', async (bench: AppBench) => void (await bench.keychain.delete('database/practice'))],
    [
      'databaseWrongKey',
      async (bench: AppBench) => void (await bench.keychain.set('database/practice', new Uint8Array(32))),
    ],
    ['databaseCorrupt', async (bench: AppBench) => damage(join(bench.profileDir, 'practice.db'))],
  ])('says %s, leaves the file as it is and writes nothing', async (code, harm) => {
    let bench = await start({ practice: 'none' });
    await bench.must('employer.add', berk);
    await bench.close();
    await harm(bench);
    const file = join(bench.profileDir, 'practice.db');
    const before = digest(file);
    open.splice(open.indexOf(bench), 1);
    bench = await start({ profileDir: bench.profileDir, keys: bench.keychain });
    expect((await bench.must('app.state', {})).rescue).toEqual({ code, file: 'practice.db' });
    expect(await bench.call('employer.list', {})).toMatchObject({ failure: { code: 'readOnly' } });
    await bench.must('settings.update', { language: 'de' });
    expect((await bench.must('app.state', {})).language).toBe('de');
    expect(await bench.call('settings.update', { personName: 'An' })).toMatchObject({
      failure: { code: 'readOnly' },
    });
    expect(digest(file)).toBe(before);
  });

  it('shows when the keychain itself is missing', async () => {
    const none = () =>
      Promise.resolve({
        ok: false as const,
        failure: { code: 'keychainMissing' as const, retry: 'safe' as const, traceId: '' },
      });
    const bench = await start({
      keys: { ...memoryKeychain(), get: none, set: none },
      profileDir: newFolder(),
    });
    expect((await bench.must('app.state', {})).rescue).toMatchObject({ code: 'keychainMissing' });
  });
});

/** Overwrites the first page behind its salt, as a bad disk might. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 64, 2_048);
  writeFileSync(file, bytes);
}
