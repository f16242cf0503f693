// `certificate …` by command line, each command a process of its own, on a real Secret Service: files in all their forms,
// a weak file saved again, and a certificate by signing request.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../support/command-line.ts';
import { type SecretServiceRun, startSecretService } from '../../support/secret-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'sociodesk-cli-files-'));
const profile = join(folder, 'profile');
const at = (name: string) => join(folder, name);
let service: SecretServiceRun;
const cli = (words: string[], input?: string) =>
  runCli(['certificate', ...words], { profile, env: service.env, ...(input === undefined ? {} : { input }) });
const openssl = (...words: string[]) =>
  execFileSync('openssl', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
const minute = 60_000;

beforeAll(async () => {
  service = await startSecretService();
  const usage = ['-days', '700', '-addext', 'keyUsage=critical,digitalSignature'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'k.pem',
    '-out',
    'c.pem',
    '-subj',
    '/CN=Park',
    ...usage,
  );
  openssl(
    'pkcs12',
    '-export',
    '-legacy',
    '-inkey',
    'k.pem',
    '-in',
    'c.pem',
    '-out',
    'old.p12',
    '-passout',
    'pass:oud',
  );
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-subj',
    '/CN=Issuer',
  );
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('judges a certificate alone, and refuses it by rule', { timeout: 2 * minute }, async () => {
  expect(await cli(['inspect', at('c.pem')])).toMatchObject({
    exit: 2,
    json: { ok: true, value: { kind: 'verdict', complete: false, verdict: { verdict: 'notUsable' } } },
  });
});

it('takes certificate and key from two files', { timeout: 3 * minute }, async () => {
  const two = [at('c.pem'), '--key-file', at('k.pem')];
  expect(await cli(['inspect', ...two])).toMatchObject({
    exit: 0,
    json: { ok: true, value: { complete: true } },
  });
  expect(await cli(['import', ...two, '--name', 'Twee'])).toMatchObject({ exit: 0, json: { ok: true } });
  expect(await cli(['list'])).toMatchObject({
    json: { ok: true, value: { rows: [{ name: 'Twee', stored: true }] } },
  });
});

it('removes a certificate only when told twice', { timeout: 3 * minute }, async () => {
  expect(await cli(['remove', '--certificate', 'Twee'])).toMatchObject({ exit: 1 });
  expect(await cli(['remove', '--certificate', 'Twee', '--yes'])).toMatchObject({ exit: 0 });
  expect(await cli(['list'])).toMatchObject({ json: { ok: true, value: { rows: [] } } });
});

it('saves a weak file again, with both passwords on standard input', { timeout: 3 * minute }, async () => {
  const words = ['protect', at('old.p12'), at('new.p12'), '--password-stdin'];
  expect(await cli(words, 'oud\nkort\n')).toMatchObject({ exit: 1, json: { ok: false } });
  const done = await cli(words, 'oud\ndrie losse woorden\n');
  expect(done).toMatchObject({
    exit: 0,
    json: { ok: true, value: { iterations: 600_000, cipher: 'AES-256-CBC' } },
  });
  expect(done.out).not.toContain('losse');
  expect(openssl('pkcs12', '-in', 'new.p12', '-passin', 'pass:drie losse woorden', '-nodes')).toContain(
    'PRIVATE KEY',
  );
});

it('asks an issuer and takes its answer', { timeout: 5 * minute }, async () => {
  const park = ['--enterprise', 'Zalen Het Park', '--number', '0999.999.130', '--key', 'rsa2048'];
  expect(await cli(['request', at('park.csr'), ...park])).toMatchObject({ exit: 0, json: { ok: true } });
  expect(await cli(['requests'])).toMatchObject({
    json: { ok: true, value: { rows: [{ name: 'Zalen Het Park', orderedAt: null, stored: true }] } },
  });
  expect(await cli(['ordered'])).toMatchObject({ exit: 0 });
  writeFileSync(at('ext'), 'keyUsage=critical,digitalSignature\n');
  openssl(
    ...['x509', '-req', '-in', 'park.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-days', '700', '-extfile', 'ext', '-out', 'park.crt'],
  );
  expect(await cli(['answer', at('ca.crt')])).toMatchObject({
    exit: 1,
    json: { ok: false, failure: { code: 'answerDoesNotMatch' } },
  });
  expect(await cli(['answer', at('park.crt'), '--inspect'])).toMatchObject({ exit: 0 });
  expect(await cli(['answer', at('park.crt')])).toMatchObject({ exit: 0, json: { ok: true } });
  expect(await cli(['requests'])).toMatchObject({ json: { ok: true, value: { rows: [] } } });
  expect(await cli(['list'])).toMatchObject({
    json: { value: { rows: expect.arrayContaining([expect.objectContaining({ origin: 'issued' })]) } },
  });
});

it('withdraws a request only when told twice', { timeout: 3 * minute }, async () => {
  await cli(['request', at('b.csr'), '--enterprise', 'B', '--number', '0999.999.130', '--key', 'ecP384']);
  expect(await cli(['withdraw', '--request', 'B'])).toMatchObject({ exit: 1 });
  expect(await cli(['withdraw', '--request', 'B', '--yes'])).toMatchObject({ exit: 0 });
  expect(await cli(['requests'])).toMatchObject({ json: { ok: true, value: { rows: [] } } });
});
