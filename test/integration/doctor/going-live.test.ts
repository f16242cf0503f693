// Official facts that a person enters: kept, at once in use, told in the history, reset; never by a file for production.
// And the notice on liability, which main itself demands.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { terminalSender } from '../../../main/application/owner-socket.ts';
import type { HostPort } from '../../../main/platform/session.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';
import { sessionOf } from './doctor-bench.ts';

const folder = newFolder();
let bench: AppBench;

beforeEach(async () => {
  windowHost = {};
  bench = await openApp({ environmentName: 'production' });
});
afterEach(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});
afterAll(() => removeFolder(folder));

const environment = 'production';
const factOf = async (name: string) => {
  const { rows } = await bench.must('goLive.show', { environment });
  return rows.find((row) => row.name === name);
};
/** An address in the domain that the program came with. */
const official = async (path: string): Promise<string> => {
  const shipped = (await factOf('fla.baseUrl'))?.shipped ?? '';
  return `${new URL(shipped).origin}${path}`;
};
const enter = (name: string, value: string | null) =>
  bench.must('goLive.save', { environment, changes: [{ name, value }] });

/** What the window's host can do besides. */
let windowHost: Partial<HostPort> = {};

/** As a page asks: trusted, but with no more than a page's word. */
async function onPage(name: string, input: object, windowId = 'main'): Promise<unknown> {
  bench.app.attachHost({ ...bench.app.terminal, ...windowHost }, () => true);
  const sender = { windowId, origin: 'app://sociodesk', topFrame: true };
  return JSON.parse(await bench.app.dispatch(sender, JSON.stringify({ name, input })));
}

describe('going live', () => {
  it('uses what was entered at once, says so, and keeps it for the next opening', async () => {
    const value = await official('/REST/fla/official');
    expect(await enter('fla.baseUrl', `  ${value} `)).toEqual({ saved: true, problems: [] });
    expect(sessionOf(bench).environment.services.fla.baseUrl).toEqual({ value, status: 'entered' });
    await bench.close();
    bench = await openApp({
      profileDir: bench.profileDir,
      keys: bench.keychain,
      environmentName: 'production',
    });
    expect(sessionOf(bench).environment.services.fla.baseUrl).toEqual({ value, status: 'entered' });
    expect(await factOf('fla.baseUrl')).toMatchObject({ entered: value, certainty: 'assumed' });
    const { rows } = await bench.must('settings.addresses', {});
    expect(rows.find((row) => row.environment === environment && row.what === 'fla.baseUrl')?.certainty).toBe(
      'entered',
    );
  });

  it('tells who changed what in the history, and goes back to what the program came with', async () => {
    const shipped = (await factOf('fla.baseUrl'))?.shipped;
    const value = await official('/REST/fla/official');
    await enter('fla.baseUrl', value);
    const { rows } = await bench.must('history.search', { kinds: ['settings.addressesEntered'] });
    const { payload } = await bench.must('history.show', { id: rows[0]?.id ?? '' });
    expect(payload).toMatchObject({
      environment,
      changes: [{ name: 'fla.baseUrl', value, before: shipped }],
    });
    await bench.must('goLive.reset', { environment });
    expect(sessionOf(bench).environment.services.fla.baseUrl).toMatchObject({
      value: shipped,
      status: 'assumed',
    });
    expect((await bench.must('goLive.show', { environment })).changed).toBeNull();
  });

  it('refuses the whole of it when one value is wrong, and takes another domain only from who may confirm it', async () => {
    const value = await official('/REST/fla/official');
    const changes = [
      { name: 'fla.baseUrl', value },
      { name: 'dimona.baseUrl', value: 'https://127.0.0.1/dimona' },
      { name: 'made.up', value: 'x' },
    ];
    expect(await bench.must('goLive.save', { environment, changes })).toEqual({
      saved: false,
      problems: [
        { name: 'dimona.baseUrl', rule: 'noLoopback' },
        { name: 'made.up', rule: 'unknownFact' },
      ],
    });
    expect((await factOf('fla.baseUrl'))?.entered).toBeNull();
    const other = { environment, changes: [{ name: 'fla.baseUrl', value: 'https://fla.example.org/v1' }] };
    expect((await bench.must('goLive.save', other)).problems).toEqual([
      { name: 'fla.baseUrl', rule: 'otherDomain' },
    ]);
    expect((await bench.must('goLive.enter', other)).problems).toEqual([
      { name: 'fla.baseUrl', rule: 'otherDomain' },
    ]);
    expect((await bench.must('goLive.enter', { ...other, confirmed: true })).saved).toBe(true);
  });

  it('lets no page confirm for the person: neither in the call nor by the command line’s way in', async () => {
    const foreign = [{ name: 'fla.baseUrl', value: 'https://fla.example.org/v1' }];
    expect(await onPage('goLive.save', { environment, changes: foreign, confirmed: true })).toMatchObject({
      failure: { code: 'invalidInput' },
    });
    expect(await onPage('goLive.enter', { environment, changes: foreign, confirmed: true })).toMatchObject({
      failure: { code: 'notSupportedHere' },
    });
    const here = [{ name: 'fla.baseUrl', value: 'http://127.0.0.1:4711/fla' }];
    expect(await onPage('goLive.save', { environment: 'acceptance', changes: here })).toMatchObject({
      value: { saved: false, problems: [{ name: 'fla.baseUrl', rule: 'loopbackByFile' }] },
    });
    expect((await factOf('fla.baseUrl'))?.entered).toBeNull();
  });

  it('takes another domain from a file that the person picked in that window: that value and no other', async () => {
    const file = join(folder, 'elsewhere.json');
    const value = 'https://fla.example.org/v1';
    writeFileSync(file, JSON.stringify({ services: { fla: { baseUrl: value } } }));
    windowHost = {
      readSelection: async () => ({ ok: true, value: { name: 'elsewhere.json', bytes: readFileSync(file) } }),
    };
    const selectionId = sessionOf(bench).ids.newId();
    const read = await onPage('goLive.readFile', { environment, selectionId });
    expect(read).toMatchObject({ value: { problems: [], elsewhere: ['fla.example.org'] } });
    const save = (windowId: string, changed: string) =>
      onPage('goLive.save', { environment, changes: [{ name: 'fla.baseUrl', value: changed }] }, windowId);
    const refused = { value: { saved: false, problems: [{ rule: 'otherDomain' }] } };
    expect(await save('other', value)).toMatchObject(refused);
    expect(await save('main', `${value}/more`)).toMatchObject(refused);
    expect(await save('main', value)).toMatchObject({ value: { saved: true } });
    expect((await factOf('fla.baseUrl'))?.entered).toBe(value);
  });

  it('judges a value as its field is left, as a page would be answered at saving, and keeps nothing', async () => {
    const check = (value: string) =>
      onPage('goLive.check', { environment, changes: [{ name: 'fla.baseUrl', value }] });
    const refused = (rule: string) => ({ value: { problems: [{ name: 'fla.baseUrl', rule }] } });
    expect(await check('https://localhost:9000/x')).toMatchObject(refused('noLoopback'));
    expect(await check('https://fla.example.org/v1')).toMatchObject(refused('otherDomain'));
    expect(await check(await official('/REST/fla/official'))).toMatchObject({ value: { problems: [] } });
    expect((await factOf('fla.baseUrl'))?.entered).toBeNull();
  });

  it('refuses a token address at another host than the audience, and takes both together', async () => {
    const tokenUrl = (await official('/REST/oauth/v6/token')).replace('services.', 'oauth.');
    expect((await enter('oauth.tokenUrl', tokenUrl)).problems).toEqual([
      { name: 'oauth.tokenUrl', rule: 'hostsDiffer' },
    ]);
    expect((await enter('oauth.audience', tokenUrl)).problems).toEqual([
      { name: 'oauth.audience', rule: 'hostsDiffer' },
    ]);
    const changes = ['oauth.tokenUrl', 'oauth.audience'].map((name) => ({ name, value: tokenUrl }));
    expect((await bench.must('goLive.save', { environment, changes })).saved).toBe(true);
    expect((await enter('oauth.audience', null)).problems).toEqual([
      { name: 'oauth.audience', rule: 'hostsDiffer' },
    ]);
  });

  it('reads a file of the shape of the program’s own list and keeps nothing yet', async () => {
    const file = join(folder, 'official.json');
    const value = await official('/REST/fla/official');
    const entry = {
      services: {
        fla: { baseUrl: { value, status: 'public' } },
        dimona: { baseUrl: 'http://dimona.example.org/v2' },
      },
      templates: { applicantLink: 'https://www.example.org/{id}' },
      issuers: ['Example CA 2022', 'Example CA 2025'],
    };
    writeFileSync(file, JSON.stringify({ [environment]: entry }));
    const selectionId = sessionOf(bench).ids.newId();
    bench.app.terminal.offer('cli:test', [{ selectionId, path: file }], null);
    const read = await bench.must('goLive.readFile', { environment, selectionId });
    expect(read.changes.map(({ name }) => name)).toEqual([
      'fla.baseUrl',
      'dimona.baseUrl',
      'templates.applicantLink',
      'issuers',
    ]);
    expect(read.problems).toEqual([{ name: 'dimona.baseUrl', rule: 'httpsOnly' }]);
    expect((await factOf('fla.baseUrl'))?.entered).toBeNull();
  });

  it('takes templates and issuers, which then count when certificates are judged', async () => {
    await enter('issuers', 'Example CA 2022\nExample CA 2025');
    expect(sessionOf(bench).environment.issuers?.value).toContain('Example CA 2025');
    const link = `${await official('/a/')}{id}`;
    await enter('templates.applicantLink', link);
    expect(sessionOf(bench).environment.templates?.applicantLink).toEqual({ value: link, status: 'entered' });
  });

  it('leaves practice alone, and a file given at the start still gives no production', async () => {
    const refused = await bench.call('goLive.show', { environment: 'practice' });
    expect(!refused.ok && refused.failure.code).toBe('stateNotAllowed');
    const file = join(folder, 'environments.json');
    const stated = { value: 'https://services.example.org/token', status: 'public' };
    const fla = { baseUrl: stated, scopes: { employer: null, mandatary: null, trainingProvider: null } };
    const entry = { kind: 'production', oauth: { tokenUrl: stated, audience: stated }, services: { fla } };
    writeFileSync(file, JSON.stringify({ production: entry }));
    await expect(openApp({ environmentsFile: file })).rejects.toThrow('environmentRefused');
  });
});

describe('the notice on liability', () => {
  const send = () => bench.call('outbox.send', { confirmed: true });

  it('is demanded by main before anything is sent in production, once, and stands in the history', async () => {
    for (const name of ['outbox.send', 'outbox.resume', 'outbox.resolve'] as const) {
      const json = JSON.stringify({ name, input: name === 'outbox.send' ? { confirmed: true } : {} });
      const refused = JSON.parse(await bench.app.dispatch(terminalSender('cli:test'), json));
      expect(refused.failure.code).toBe('liabilityNotAccepted');
    }
    expect(await bench.must('goLive.liability', {})).toEqual({ needed: true, accepted: null });
    await bench.must('goLive.acceptLiability', { accepted: true });
    await bench.must('goLive.acceptLiability', { accepted: true });
    const sent = await send();
    expect(sent.ok ? '' : sent.failure.code).not.toBe('liabilityNotAccepted');
    const { rows } = await bench.must('history.search', { kinds: ['settings.liabilityAccepted'] });
    expect(rows).toHaveLength(1);
    await bench.close();
    bench = await openApp({
      profileDir: bench.profileDir,
      keys: bench.keychain,
      environmentName: 'production',
    });
    expect((await bench.must('goLive.liability', {})).needed).toBe(false);
  });

  it('is demanded also where production’s addresses were entered for another environment', async () => {
    const other = await openApp({ environmentName: 'acceptance' });
    const { rows } = await other.must('goLive.show', { environment: 'production' });
    const fla = rows.find(({ name }) => name === 'fla.baseUrl')?.shipped ?? '';
    expect((await other.must('goLive.liability', {})).needed).toBe(false);
    const changes = [{ name: 'fla.baseUrl', value: `${fla}/x` }];
    expect((await other.must('goLive.save', { environment: 'acceptance', changes })).saved).toBe(true);
    expect((await other.must('goLive.liability', {})).needed).toBe(true);
    const refused = await other.call('outbox.send', { confirmed: true });
    expect(!refused.ok && refused.failure.code).toBe('liabilityNotAccepted');
    await other.must('goLive.acceptLiability', { accepted: true });
    const sent = await other.call('outbox.send', { confirmed: true });
    expect(sent.ok ? '' : sent.failure.code).not.toBe('liabilityNotAccepted');
    await other.close();
    removeFolder(other.profileDir);
  });

  it('is never asked for elsewhere', async () => {
    const other = await openApp({ practice: 'none' });
    expect((await other.must('goLive.liability', {})).needed).toBe(false);
    const accepted = await other.call('goLive.acceptLiability', { accepted: true });
    expect(!accepted.ok && accepted.failure.code).toBe('stateNotAllowed');
    await other.close();
    removeFolder(other.profileDir);
  });
});
