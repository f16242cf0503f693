// A renewal without a gap, against the real practice service: staged, added in Chaman, tested with a real token, switched,
// taken back, let go; every state is found again after a restart.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import { fixedClock } from '../../../main/platform/clock.ts';
import { callPractice } from '../../../main/settings/practice-api.ts';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
let ids: { certificateId: string; accountId: string };

beforeEach(async () => {
  bench = await openApp();
  ids = await connect(bench);
});
afterEach(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

const session = () => {
  const open = bench.app.session();
  if (open === null) throw new Error('nothing is open');
  return open;
};
const show = () => bench.must('renewal.show', { accountId: ids.accountId });
const pair = (certificateId: string) => ({ accountId: ids.accountId, certificateId });
const stageNew = async (): Promise<string> =>
  (await bench.must('renewal.generate', { accountId: ids.accountId })).certificateId;
const kinds = () =>
  session().db.prepare('SELECT kind FROM history_event ORDER BY seq').pluck().all() as string[];
/** Fingerprints that the practice Chaman holds for the account. */
const inChaman = async (): Promise<string[]> => {
  const { clientId } = await show();
  const account = await callPractice(session(), 'chaman', 'GET', `/accounts/${clientId}`);
  if (!account.ok) throw new Error(account.failure.code);
  return (account.value.json['certificates'] as { fingerprint: string }[]).map((one) => one.fingerprint);
};
const printOf = (fingerprint: string): string => fingerprint.replaceAll(':', '').toLowerCase();
const renewed = async (): Promise<string> => {
  const next = await stageNew();
  await bench.must('renewal.setInPractice', { ...pair(next), held: true });
  await bench.must('renewal.test', pair(next));
  await bench.must('renewal.switch', pair(next));
  return next;
};

describe('a renewal', () => {
  it('goes from staged to switched, with the old certificate kept as the former one', async () => {
    const next = await stageNew();
    const staged = await show();
    expect(staged.current?.certificateId).toBe(ids.certificateId);
    expect(staged.staged).toMatchObject({ certificateId: next, addedInChamanAt: null, testOutcome: null });
    expect(staged.staged?.subject).toBe(staged.current?.subject);
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    expect(await inChaman()).toEqual([
      printOf(staged.current?.fingerprintSha256 ?? ''),
      printOf(staged.staged?.fingerprintSha256 ?? ''),
    ]);
    expect(await bench.must('renewal.test', pair(next))).toMatchObject({
      outcome: 'ok',
      failure: null,
      validSeconds: 600,
    });
    await bench.must('renewal.switch', pair(next));
    const after = await show();
    expect(after.current?.certificateId).toBe(next);
    expect(after.staged).toBeNull();
    expect(after.former.map((one) => one.certificateId)).toEqual([ids.certificateId]);
    await bench.must('renewal.setInPractice', { ...pair(ids.certificateId), held: false });
    await bench.must('renewal.letGo', { ...pair(ids.certificateId), confirmed: true });
    expect(await inChaman()).toEqual([printOf(after.current?.fingerprintSha256 ?? '')]);
    await bench.must('certificate.remove', { id: ids.certificateId, confirmed: true });
    expect((await bench.must('renewal.test', pair(next))).outcome).toBe('ok');
    expect(kinds().filter((kind) => kind.startsWith('account.'))).toEqual([
      'account.added',
      'account.certificateStaged',
      'account.certificateAdded',
      'account.certificateTested',
      'account.certificateSwitched',
      'account.certificateDetached',
      'account.certificateReleased',
      'account.certificateTested',
    ]);
    expect(await bench.must('history.verify', {})).toMatchObject({ intact: true });
  });

  it('is found again at every step after a restart', async () => {
    const next = await stageNew();
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    const before = await show();
    await reopen();
    expect(await show()).toEqual(before);
    await bench.must('renewal.test', pair(next));
    await bench.must('renewal.switch', pair(next));
    const switched = await show();
    await reopen();
    expect(await show()).toEqual(switched);
  });

  it('does not switch to a certificate that got no token, unless the person insists', async () => {
    const next = await stageNew();
    const tested = await bench.must('renewal.test', pair(next));
    expect(tested).toMatchObject({ outcome: 'failed', failure: 'clientRefused', validSeconds: null });
    expect(await bench.call('renewal.switch', pair(next))).toMatchObject({
      failure: { code: 'stateNotAllowed', details: { reason: 'notTested' } },
    });
    expect((await show()).current?.certificateId).toBe(ids.certificateId);
    await bench.must('renewal.switch', { ...pair(next), untested: true });
    expect((await show()).current?.certificateId).toBe(next);
  });

  it('is told on Today by its newest test: a failure goes with the success that follows', async () => {
    const failing = async () =>
      (await bench.must('today.list', {})).lines.filter(({ key }) => key === 'accountFails').length;
    const next = await stageNew();
    await bench.must('renewal.switch', { ...pair(next), untested: true });
    expect((await bench.must('renewal.test', pair(next))).outcome).toBe('failed');
    expect(await failing()).toBe(1);
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    expect((await bench.must('renewal.test', pair(next))).outcome).toBe('ok');
    expect(await failing()).toBe(0);
  });

  it('takes a failure of the other certificate off Today once one that was tested is in use', async () => {
    const next = await stageNew();
    await bench.must('renewal.switch', { ...pair(next), untested: true });
    expect((await bench.must('renewal.test', pair(next))).outcome).toBe('failed');
    expect((await bench.must('renewal.test', pair(ids.certificateId))).outcome).toBe('ok');
    expect((await bench.must('today.list', {})).lines.map(({ key }) => key)).toContain('accountFails');
    await bench.must('renewal.switch', pair(ids.certificateId));
    expect((await bench.must('today.list', {})).lines.map(({ key }) => key)).not.toContain('accountFails');
  });

  it('goes back to the former one at once, and forward again', async () => {
    const next = await renewed();
    await bench.must('renewal.switch', pair(ids.certificateId));
    const back = await show();
    expect(back.current?.certificateId).toBe(ids.certificateId);
    expect(back.former.map((one) => one.certificateId)).toEqual([next]);
    expect((await bench.must('renewal.test', pair(ids.certificateId))).outcome).toBe('ok');
    await bench.must('renewal.switch', pair(next));
    expect((await show()).current?.certificateId).toBe(next);
  });

  it('does not go back untried to one that was taken off in Chaman', async () => {
    await renewed();
    await bench.must('renewal.setInPractice', { ...pair(ids.certificateId), held: false });
    expect(await bench.call('renewal.switch', pair(ids.certificateId))).toMatchObject({
      failure: { details: { reason: 'notTested' } },
    });
    expect(await bench.must('renewal.test', pair(ids.certificateId))).toMatchObject({ outcome: 'failed' });
  });

  it('forgets a test once the certificate is taken off in Chaman again', async () => {
    const next = await stageNew();
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    await bench.must('renewal.test', pair(next));
    await bench.must('renewal.noteInChaman', { ...pair(next), held: false });
    expect((await show()).staged).toMatchObject({ addedInChamanAt: null, testedAt: null, testOutcome: null });
    expect(await bench.call('renewal.switch', pair(next))).toMatchObject({ ok: false });
  });

  it('adds and takes off in practice what is there or gone already, without a complaint', async () => {
    const next = await stageNew();
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    await bench.must('renewal.setInPractice', { ...pair(next), held: false });
    await bench.must('renewal.setInPractice', { ...pair(next), held: false });
    expect(await inChaman()).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('is taking the certificate off that signs now, in Chaman as here', async () => {
    const own = pair(ids.certificateId);
    const inUse = { failure: { code: 'stateNotAllowed', details: { reason: 'inUse' } } };
    expect(await bench.call('renewal.setInPractice', { ...own, held: false })).toMatchObject(inUse);
    expect(await bench.call('renewal.noteInChaman', { ...own, held: false })).toMatchObject(inUse);
    expect(await bench.call('renewal.letGo', { ...own, confirmed: true })).toMatchObject(inUse);
    expect(await bench.call('renewal.stage', own)).toMatchObject(inUse);
    expect(await inChaman()).toHaveLength(1);
  });

  it('is a second staged certificate, before a key is made for it', async () => {
    await stageNew();
    const { rows } = await bench.must('certificate.list', {});
    const again = await bench.call('renewal.generate', { accountId: ids.accountId });
    expect(again).toMatchObject({ failure: { details: { reason: 'alreadyStaged' } } });
    expect((await bench.must('certificate.list', {})).rows).toHaveLength(rows.length);
  });

  it('is removing a certificate that an account uses, staged or former ones too, and says who does', async () => {
    const next = await stageNew();
    for (const id of [ids.certificateId, next])
      expect(await bench.call('certificate.remove', { id, confirmed: true })).toMatchObject({
        failure: { code: 'stateNotAllowed', details: { accounts: 1, usedBy: 'Klaver' } },
      });
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    await bench.must('renewal.test', pair(next));
    await bench.must('renewal.switch', pair(next));
    expect(await bench.call('certificate.remove', { id: ids.certificateId, confirmed: true })).toMatchObject({
      failure: { details: { usedBy: 'Klaver' } },
    });
    const { rows } = await bench.must('certificate.list', {});
    const roles = rows.map((row) => [row.id, row.usedBy.map(({ role }) => role)]);
    expect(new Map(roles as [string, string[]][])).toEqual(
      new Map([
        [ids.certificateId, ['former']],
        [next, ['inUse']],
      ]),
    );
  });

  it('is a certificate that the keychain lost, or that has ended', async () => {
    const next = await stageNew();
    await bench.keychain.delete(`certificate/${next}`);
    const lost = await bench.call('renewal.switch', { ...pair(next), untested: true });
    expect(lost).toMatchObject({ failure: { code: 'entryMissing' } });
    const ended = await openApp({ clock: fixedClock('2020-01-01T00:00:00Z') });
    const made = { enterpriseName: 'Klaver', enterpriseNumber: '0999999031', keyKind: 'ecP384' } as const;
    const { id } = await ended.must('certificate.generate', { ...made, name: 'Oud', validityMonths: 1 });
    const account = { ...made, name: 'Klaver', quality: 'employerNsso', certificateId: id } as const;
    const { keyKind: _, ...fields } = account;
    const clientId = 'self_service_chaman_100001_abcdefghij';
    const { id: accountId } = await ended.must('account.add', { ...fields, clientId });
    await ended.close();
    const later = await openApp({ profileDir: ended.profileDir, keys: ended.keychain });
    expect((await later.must('renewal.show', { accountId })).current).toMatchObject({ over: true });
    const other = await later.must('renewal.generate', { accountId });
    await later.must('renewal.switch', { accountId, certificateId: other.certificateId, untested: true });
    expect(await later.call('renewal.switch', { accountId, certificateId: id })).toMatchObject({
      failure: { code: 'certificateNotUsable' },
    });
    await later.close();
    removeFolder(later.profileDir);
  });
});

describe('tokens', () => {
  const reveal = async () => {
    const token = await tokenSource(session()).token(ids.accountId, null);
    return token.ok ? token.value.value.reveal() : token.failure.code;
  };

  it('are asked with the new key from the switch on', async () => {
    const before = await reveal();
    await renewed();
    await bench.must('renewal.setInPractice', { ...pair(ids.certificateId), held: false });
    const after = await reveal();
    expect(after).not.toBe(before);
    expect(after.length).toBeGreaterThan(30);
  });

  it('in flight at the switch are not lost, and never asked with the key that was taken off', async () => {
    const next = await stageNew();
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    await bench.must('renewal.test', pair(next));
    const source = tokenSource(session());
    source.forget();
    const waiting = Array.from({ length: 8 }, () => source.token(ids.accountId, null));
    const switching = bench.must('renewal.switch', pair(next));
    const off = switching.then(() =>
      bench.must('renewal.setInPractice', { ...pair(ids.certificateId), held: false }),
    );
    const tokens = await Promise.all(waiting);
    await off;
    expect(tokens.map((token) => token.ok)).toEqual(waiting.map(() => true));
    const later = await source.token(ids.accountId, null, { fresh: true });
    expect(later.ok).toBe(true);
  });

  it('of a test are not held for sending', async () => {
    const next = await stageNew();
    await bench.must('renewal.setInPractice', { ...pair(next), held: true });
    const before = await reveal();
    await bench.must('renewal.test', pair(next));
    expect(await reveal()).toBe(before);
  });
});

async function reopen(): Promise<void> {
  await bench.close();
  bench = await openApp({ profileDir: bench.profileDir, keys: bench.keychain });
}
