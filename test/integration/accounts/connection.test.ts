// Tokens and the check of the whole chain, against the real practice service.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccount } from '../../../main/accounts/account-store.ts';
import { scopeFor } from '../../../main/accounts/scope-of-service.ts';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { callPractice } from '../../../main/settings/practice-api.ts';
import { type AppBench, connect, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };
/** Port 1 of this machine: nobody answers there. */
const at = (path: string) => ({ value: `https://127.0.0.1:1${path}`, status: 'practice' });
const nowhere = {
  kind: 'practice',
  oauth: { tokenUrl: at('/token'), audience: at('/token') },
  services: {
    fla: { baseUrl: at('/fla'), scopes: { employer: null, mandatary: null, trainingProvider: null } },
  },
  practice: { adminUrl: at('/admin').value, adminToken: 'x', chamanUrl: at('/chaman').value },
};

let bench: AppBench;
let ids: { certificateId: string; accountId: string };

beforeAll(async () => {
  bench = await openApp();
  ids = await connect(bench);
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

const session = () => {
  const open = bench.app.session();
  if (open === null) throw new Error('nothing is open');
  return open;
};
const scope = () => {
  const account = findAccount(session().db, ids.accountId);
  return account ? scopeFor(session().environment, account, 'fla') : null;
};
const admin = (method: 'PUT' | 'DELETE' | 'POST', path: string, body?: unknown) =>
  callPractice(session(), 'admin', method, path, body);
const test = () => bench.must('account.test', { id: ids.accountId });

describe('account.test', () => {
  it('finds every link in order and gives validity and scope, never a token', async () => {
    const tested = await test();
    expect(tested.outcome).toBe('ok');
    expect(tested.steps.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'certificate ok',
      'clientId ok',
      'network ok',
      'tls ok',
      'clock ok',
      'token ok',
      'scope ok',
      'service ok',
    ]);
    expect(tested.token).toEqual({ expiresInSeconds: 600, scope: scope() });
  });

  it('tells that the account is switched off in Chaman, and stops there', async () => {
    const { rows } = await bench.must('account.list', {});
    const path = `/accounts/${rows[0]?.clientId}`;
    await callPractice(session(), 'chaman', 'PATCH', path, { state: 'disabled' });
    const tested = await test();
    await callPractice(session(), 'chaman', 'PATCH', path, { state: 'active' });
    expect(tested.outcome).toBe('failed');
    expect(tested.token).toBeNull();
    expect(tested.steps.at(-1)).toMatchObject({ id: 'service', outcome: 'notReached' });
    const { rows: after } = await bench.must('account.list', {});
    expect(after[0]?.lastCheck?.outcome).toBe('failed');
  });

  it('works with a clock that is ten minutes slow, and says so', async () => {
    const slow = { ...systemClock, now: () => new Date(Date.now() - 600_000) };
    const other = await openApp({ clock: slow });
    const { accountId } = await connect(other);
    const tested = await other.must('account.test', { id: accountId });
    await other.close();
    removeFolder(other.profileDir);
    expect(tested.outcome).toBe('warning');
    expect(tested.steps.find(({ id }) => id === 'clock')).toMatchObject({ key: 'clockBehind' });
    expect(tested.token?.expiresInSeconds).toBe(600);
  });

  it('names the broken link when the service cannot be reached', async () => {
    const folder = newFolder();
    const environmentsFile = join(folder, 'environments.json');
    writeFileSync(environmentsFile, JSON.stringify({ practice: nowhere }));
    const other = await openApp({ environmentsFile });
    const made = { ...klaver, name: 'Klaver', keyKind: 'ecP384' } as const;
    const { id: certificateId } = await other.must('certificate.generate', made);
    const clientId = 'self_service_chaman_100001_abcdefghij';
    const account = { ...klaver, name: 'Klaver', quality: 'employerNsso', certificateId, clientId } as const;
    const { id } = await other.must('account.add', account);
    const tested = await other.must('account.test', { id });
    expect(tested.steps.find(({ outcome }) => outcome === 'failed')).toMatchObject({ key: 'networkRefused' });
    expect((await other.must('app.state', {})).online).toBe('offline');
    await other.close();
    removeFolder(other.profileDir);
    removeFolder(folder);
  });

  it('says that the keychain lost the certificate', async () => {
    const other = await openApp();
    const lost = await connect(other);
    await other.keychain.delete(`certificate/${lost.certificateId}`);
    const reopened = await reopen(other);
    const { steps } = await reopened.must('account.test', { id: lost.accountId });
    expect(steps[0]).toMatchObject({ id: 'certificate', outcome: 'failed', key: 'certificateGone' });
    await reopened.close();
    removeFolder(reopened.profileDir);
  });
});

async function reopen(bench: AppBench): Promise<AppBench> {
  await bench.close();
  return openApp({ profileDir: bench.profileDir, keys: bench.keychain });
}

describe('tokenSource', () => {
  it('shares one request among all who ask at once, and holds the token', async () => {
    const source = tokenSource(session());
    source.forget();
    const all = await Promise.all([1, 2, 3, 4].map(() => source.token(ids.accountId, scope())));
    const values = all.map((one) => (one.ok ? one.value.value.reveal() : one.failure.code));
    expect(new Set(values).size).toBe(1);
    const later = await source.token(ids.accountId, scope());
    expect(later.ok && later.value.value.reveal()).toBe(values[0]);
  });

  it('asks anew when told that the held token no longer counts', async () => {
    const source = tokenSource(session());
    const first = await source.token(ids.accountId, scope());
    const second = await source.token(ids.accountId, scope(), { fresh: true });
    expect(first.ok && second.ok && first.value.value.reveal() !== second.value.value.reveal()).toBe(true);
  });

  it('asks anew when the token has less than half a minute left', async () => {
    await admin('PUT', '/switches', { tokenSeconds: 29 });
    const source = tokenSource(session());
    source.forget();
    const first = await source.token(ids.accountId, scope());
    const second = await source.token(ids.accountId, scope());
    await admin('PUT', '/switches', { tokenSeconds: 600 });
    source.forget();
    expect(first.ok && second.ok && first.value.value.reveal() !== second.value.value.reveal()).toBe(true);
  });

  it('reports a scope that the account does not hold', async () => {
    const refused = await tokenSource(session()).token(ids.accountId, 'scope:other:thing');
    expect(refused).toMatchObject({ ok: false, failure: { code: 'scopeRefused' } });
  });

  it('treats 401 like 400 for a client that is refused', async () => {
    await admin('PUT', '/switches', { invalidClientStatus: 401 });
    session().db.prepare("UPDATE account SET client_id = 'self_service_chaman_999999_aaaaaaaaaa'").run();
    const refused = await tokenSource(session()).token(ids.accountId, scope(), { fresh: true });
    await admin('PUT', '/switches', { invalidClientStatus: 400 });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'clientRefused' } });
  });
});
