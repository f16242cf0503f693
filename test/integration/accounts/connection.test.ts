// Tokens, against the real practice service.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccount } from '../../../main/accounts/account-store.ts';
import { scopeFor } from '../../../main/accounts/scope-of-service.ts';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import { callPractice } from '../../../main/settings/practice-api.ts';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

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
