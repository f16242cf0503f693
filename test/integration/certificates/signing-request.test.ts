// A certificate by signing request, in the whole app: the request as OpenSSL verifies it, an issuer played by OpenSSL, its
// answer in every form, and wrong answers that lose nothing.
import { execFileSync, spawnSync } from 'node:child_process';
import { sign, verify, X509Certificate } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { unpackEntry } from '../../../main/certificates/vault-entry.ts';
import { newId } from '../../../main/platform/ids.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

const folder = newFolder();
const at = (name: string) => join(folder, name);
const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
/** What OpenSSL says of a request; it says it on standard error, and ends well either way. */
const verified = (...args: string[]): string =>
  spawnSync('openssl', ['req', ...args, '-verify', '-noout'], { cwd: folder, encoding: 'utf8' }).stderr;
const park = { enterpriseName: 'Zalen Het Park', enterpriseNumber: '0999999130' };

let bench: AppBench;
beforeAll(async () => {
  bench = await openApp();
  const ca = ['-subj', '/O=GlobalSign nv-sa/CN=GlobalSign GCC R45 PersonalSign 3 CA 2022', '-days', '900'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.crt', ...ca);
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
  rmSync(folder, { recursive: true, force: true });
});

/** The call with a file to read, and where to save. */
const offer = (file: string | null, saveTo: string | null = null): { selectionId: string } => {
  const selectionId = newId();
  const read = file === null ? [] : [{ selectionId, path: at(file) }];
  bench.app.terminal.offer('cli:test', read, saveTo === null ? null : at(saveTo));
  return { selectionId };
};
const answer = (file: string) => bench.call('certificate.answer', offer(file));

async function request(name: string, keyKind: 'rsa2048' | 'rsa3072' | 'ecP384' = 'rsa2048'): Promise<string> {
  const { id } = await bench.must('certificate.request', { ...park, name, keyKind });
  offer(null, `${name}.csr`);
  expect(await bench.must('certificate.saveRequest', { id })).toEqual({ saved: true, name: `${name}.csr` });
  return id;
}

/** What the issuer makes of a request: `name.crt`, and its forms. */
function issue(name: string, usage = 'critical,digitalSignature'): void {
  writeFileSync(at('ext'), `basicConstraints=critical,CA:FALSE\nkeyUsage=${usage}\n`);
  openssl(
    ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-days', '700', '-sha256', '-extfile', 'ext', '-out', `${name}.crt`],
  );
  openssl('x509', '-in', `${name}.crt`, '-outform', 'DER', '-out', `${name}.cer`);
  const bundle = ['crl2pkcs7', '-nocrl', '-certfile', 'ca.crt', '-certfile', `${name}.crt`];
  openssl(...bundle, '-outform', 'DER', '-out', `${name}.p7b`);
  openssl(...bundle, '-out', `${name}.pem.p7b`);
  writeFileSync(
    at(`${name}.chain.pem`),
    readFileSync(at('ca.crt'), 'utf8') + readFileSync(at(`${name}.crt`), 'utf8'),
  );
}

const open = async () => (await bench.must('certificate.requests', {})).rows;

describe('a request', () => {
  test.each(['rsa3072', 'ecP384'] as const)('of kind %s is what OpenSSL verifies', async (keyKind) => {
    const name = `verified-${keyKind}`;
    const id = await request(name, keyKind);
    const text = openssl(
      'req',
      '-in',
      `${name}.csr`,
      '-verify',
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus',
    );
    expect(text).toContain('CN=Zalen Het Park');
    expect(text).toContain('NTRBE-0999999130');
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature\n/);
    // Positive control: OpenSSL says so when a request was changed after signing.
    openssl('req', '-in', `${name}.csr`, '-outform', 'DER', '-out', 'whole.der');
    const changed = readFileSync(at('whole.der'));
    changed.write('Park Het', changed.indexOf('Het Park'));
    writeFileSync(at('changed.der'), changed);
    expect(verified('-inform', 'DER', '-in', 'whole.der')).toContain('verify OK');
    expect(verified('-inform', 'DER', '-in', 'changed.der')).toContain('verify failure');
    const row = (await open()).find((one) => one.id === id);
    expect(row).toMatchObject({ ...park, name, keyKind, orderedAt: null, stored: true });
    // The fingerprint is that of the public key in the file.
    openssl('req', '-in', `${name}.csr`, '-pubkey', '-noout', '-out', 'pub.pem');
    openssl('pkey', '-pubin', '-in', 'pub.pem', '-outform', 'DER', '-out', 'pub.der');
    const digest = openssl('dgst', '-sha256', '-r', 'pub.der').slice(0, 64);
    expect(row?.fingerprint.replaceAll(':', '').toLowerCase()).toBe(digest);
  });

  test('leaves its key in the keychain only', async () => {
    const id = await request('kept-inside');
    expect(readFileSync(at('kept-inside.csr'), 'utf8')).not.toContain('PRIVATE KEY');
    const held = await bench.keychain.get(`request/${id}`);
    expect(held.ok && held.value !== null && held.value.length > 1_000).toBe(true);
    expect(JSON.stringify(await open())).not.toContain(
      Buffer.from((held.ok && held.value) || '')
        .toString('base64')
        .slice(40, 120),
    );
  });

  test('can be marked as ordered, and undone', async () => {
    const id = await request('ordered');
    await bench.must('certificate.noteOrder', { id, ordered: true });
    expect((await open()).find((one) => one.id === id)?.orderedAt).toMatch(/^\d{4}-/);
    await bench.must('certificate.noteOrder', { id, ordered: false });
    expect((await open()).find((one) => one.id === id)?.orderedAt).toBeNull();
  });

  test('that is removed takes its key along, and its answer is then unknown', async () => {
    const id = await request('given-up');
    issue('given-up');
    await bench.must('certificate.removeRequest', { id, confirmed: true });
    expect(await bench.keychain.get(`request/${id}`)).toEqual({ ok: true, value: null });
    expect(await answer('given-up.cer')).toMatchObject({ failure: { code: 'answerDoesNotMatch' } });
    expect(await bench.call('certificate.removeRequest', { id, confirmed: true })).toMatchObject({
      failure: { code: 'notFound' },
    });
  });
});

describe('the answer of the issuer', () => {
  test.each([
    ['cer', 0],
    ['crt', 0],
    ['p7b', 1],
    ['pem.p7b', 1],
    ['chain.pem', 1],
  ])('as .%s becomes a certificate that signs', async (ending, chain) => {
    const name = `answered-${ending}`;
    const requestId = await request(name);
    issue(name);
    const judged = await bench.must('certificate.inspectAnswer', offer(`${name}.${ending}`));
    expect(judged).toMatchObject({ requestId, name, chain, verdict: { verdict: 'usable' } });
    expect(judged.verdict.criteria.find((one) => one.id === 'CERT-ORIGIN')?.outcome).toBe('ok');
    expect((await open()).some((one) => one.id === requestId)).toBe(true);
    const kept = await answer(`${name}.${ending}`);
    if (!kept.ok) throw new Error(kept.failure.code);
    expect(kept.value.requestId).toBe(requestId);
    const { certificate } = await bench.must('certificate.show', { id: kept.value.id });
    expect(certificate).toMatchObject({ ...park, name, origin: 'issued', stored: true, verdict: 'usable' });
    expect(await bench.keychain.get(`request/${requestId}`)).toEqual({ ok: true, value: null });
    expect((await open()).some((one) => one.id === requestId)).toBe(false);
    const entry = await bench.keychain.get(`certificate/${kept.value.id}`);
    const stored = unpackEntry((entry.ok && entry.value) || new Uint8Array());
    const opened = await openContainer(stored?.container ?? new Uint8Array(), stored?.password ?? '');
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(opened.value.chain).toHaveLength(chain);
    const signature = sign('sha256', Buffer.from('a'), opened.value.privateKey);
    const issued = new X509Certificate(readFileSync(at(`${name}.crt`)));
    expect(verify('sha256', Buffer.from('a'), issued.publicKey, signature)).toBe(true);
  });

  test('is recognised when it is chosen where a container is asked', async () => {
    const requestId = await request('recognised');
    issue('recognised');
    const inspected = await bench.must('certificate.inspect', { ...offer('recognised.cer'), password: '' });
    expect(inspected).toMatchObject({
      kind: 'verdict',
      complete: false,
      answers: { id: requestId, name: 'recognised' },
    });
  });
});

describe('a wrong answer says what it is and loses nothing', () => {
  test('until the right one comes', async () => {
    const requestId = await request('patient');
    issue('patient', 'critical,keyEncipherment');
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'ca.key',
      '-in',
      'ca.crt',
      '-out',
      'other.p12',
      '-passout',
      'pass:x',
    );
    writeFileSync(at('cut.cer'), readFileSync(at('patient.cer')).subarray(0, 300));
    writeFileSync(at('letter.pem'), 'Beste, in bijlage uw certificaat.\n');
    const wrong: [string, string][] = [
      ['patient.csr', 'signingRequest'],
      ['ca.crt', 'answerDoesNotMatch'],
      ['other.p12', 'answerIsContainer'],
      ['ca.key', 'answerIsContainer'],
      ['cut.cer', 'truncatedContainer'],
      ['letter.pem', 'notAContainer'],
      ['patient.cer', 'certificateNotUsable'],
    ];
    for (const [file, code] of wrong) {
      expect([file, await answer(file)]).toMatchObject([file, { ok: false, failure: { code } }]);
      expect((await open()).find((one) => one.id === requestId)).toMatchObject({ stored: true });
    }
    issue('patient');
    expect(await answer('patient.cer')).toMatchObject({ ok: true, value: { requestId } });
    // The same answer again: its request is done.
    expect(await answer('patient.cer')).toMatchObject({ failure: { code: 'answerDoesNotMatch' } });
  });

  test('and a key that left the keychain is said to be gone', async () => {
    const id = await request('lost');
    issue('lost');
    await bench.keychain.delete(`request/${id}`);
    expect((await open()).find((one) => one.id === id)).toMatchObject({ stored: false });
    expect(await answer('lost.cer')).toMatchObject({ failure: { code: 'entryMissing' } });
  });

  test('and a keychain that refuses the certificate leaves the request open', async () => {
    const id = await request('refused');
    issue('refused');
    const { set } = bench.keychain;
    bench.keychain.set = async () => ({
      ok: false,
      failure: { code: 'keychainLocked', retry: 'safe', traceId: '' },
    });
    expect(await answer('refused.cer')).toMatchObject({ failure: { code: 'keychainLocked' } });
    bench.keychain.set = set;
    expect(await answer('refused.cer')).toMatchObject({ ok: true, value: { requestId: id } });
  });
});
