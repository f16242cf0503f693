// Keys and tokens never reach the page: a certificate is imported in the real window with its password typed, others are
// made and renewed, tokens asked; then the page's heap and its whole process are searched for them. Each search finds what
// was planted.
import { execFileSync } from 'node:child_process';
import { type KeyObject, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import { sessionVault } from '../../../main/certificates/session-vault.ts';
import { createChromiumHost } from '../../../main/host/chromium.ts';
import type { Host } from '../../../main/host/host.ts';
import { newId } from '../../../main/platform/ids.ts';
import type { CallInput, CallName, CallOutput } from '../../../preload/contract/index.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';
import { putPage } from '../../support/built-page.ts';
import {
  foundInProcess,
  foundInStrings,
  heapStrings,
  type Needle,
  pageProcesses,
  slicesOf,
} from '../../support/renderer-memory.ts';
import { browser } from './chromium-bench.ts';

const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' } as const;
// Letters that no JSON escapes, and long enough to be found by nothing else.
const password = `wachtwoord-${randomBytes(12).toString('hex')}`;
const planted = randomBytes(24);

let root: string;
let bench: AppBench;
let host: Host;
let page: Page;
let cdp: CDPSession;
let container: Buffer;
let strings: string[];
let secrets: Needle[];
let tokens: string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sociodesk-memory-'));
  const pageDir = join(root, 'page');
  await putPage(pageDir);
  container = await makeContainer();
  bench = await openApp();
  await bench.must('settings.update', { language: 'nl', personName: 'An', firstRunDone: true });
  const made = await createChromiumHost({
    app: bench.app,
    pageDir,
    newId,
    monotonic: () => performance.now(),
    linkHosts: [],
    executable: browser ?? '',
    tempDir: join(root, 'temp'),
    closed: () => {},
    headless: true,
    extraSwitches: ['--js-flags=--heap-snapshot-string-limit=1000000'],
    onPage: (shown) => {
      page = shown;
    },
  });
  if (!made.ok) throw new Error(made.failure.code);
  host = made.value;
  bench.app.attachHost(host, host.trusts);
  await host.openWindow();
  cdp = await page.context().newCDPSession(page);
  await importByHand();
  await renew();
  strings = await heapStrings(cdp);
}, 180_000);
afterAll(async () => {
  await host?.close();
  await bench?.close();
  await rm(root, { recursive: true, force: true });
  removeFolder(bench.profileDir);
});

describe('the heap of the page', () => {
  it('shows what is planted in it, in the middle of a long text too', async () => {
    await page.evaluate(`window.planted = ['${planted.toString('hex')}', 'x'.repeat(5000) + '${planted.toString('base64')}' + 'y'.repeat(5000)]
      .map((text) => text.split('').join(''))`);
    const found = foundInStrings(await heapStrings(cdp), slicesOf('planted', planted));
    expect(found).toEqual(expect.arrayContaining(['planted hex', 'planted base64']));
  });

  it('holds what the page was told of the certificates, so that the search is of the right heap', () => {
    expect(foundInStrings(strings, [{ name: 'name', text: 'Klaver uit bestand' }])).toEqual(['name']);
  });

  it('holds no private key, no container and no token', () => {
    expect(secrets.length).toBeGreaterThan(60);
    expect(foundInStrings(strings, secrets)).toEqual([]);
    expect(tokens.length).toBeGreaterThan(2);
    expect(foundInStrings(strings, tokenNeedles())).toEqual([]);
  });

  it('no longer holds the password that was typed, once the certificate is kept', () => {
    expect(foundInStrings(strings, [{ name: 'password', text: password }])).toEqual([]);
  });
});

describe('the process of the page', () => {
  it('holds no private key, no container and no token in any byte that it can write', async () => {
    // Only root may look into a process that shields itself.
    if (process.getuid?.() !== 0) return;
    // In a buffer of its own: small ones lie in the heap, where a collection may move them past the search.
    await page.evaluate(
      `window.plantedBytes = new Uint8Array(65536); window.plantedBytes.set([${[...planted].join(',')}], 1000)`,
    );
    const processes = pageProcesses(process.pid);
    expect(processes.length).toBeGreaterThan(0);
    const seen = processes.flatMap((id) => foundInProcess(id, slicesOf('planted', planted)));
    expect(seen).toContain('planted raw');
    const leaked = processes.flatMap((id) => foundInProcess(id, [...secrets, ...tokenNeedles()]));
    expect(leaked).toEqual([]);
  }, 240_000);
});

const tokenNeedles = (): Needle[] =>
  tokens.flatMap((token, index) => [
    { name: `token ${index}`, text: token },
    { name: `half of token ${index}`, text: token.slice(0, 21) },
  ]);

/** A container as a supplier hands it out. */
async function makeContainer(): Promise<Buffer> {
  const file = (name: string) => join(root, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '700', '-keyout', file('k'), '-out', file('c')];
  const names = ['-subj', '/CN=Sociaal secretariaat Klaver', '-addext', 'keyUsage=critical,digitalSignature'];
  openssl('req', '-x509', ...made, ...names);
  const into = ['-inkey', file('k'), '-in', file('c'), '-out', file('klaver.p12')];
  openssl('pkcs12', '-export', ...into, '-passout', `pass:${password}`);
  return readFile(file('klaver.p12'));
}

/** As a person does it: the file chosen, its password typed, the verdict read, the certificate kept. */
async function importByHand(): Promise<void> {
  await page.evaluate("location.hash = '#/connection/certificate'");
  await page.locator('#f-source').check();
  page.once('filechooser', (chooser) => void chooser.setFiles(join(root, 'klaver.p12')));
  await page.locator('#f-file button').click();
  await page.locator('#f-file strong').waitFor();
  const onward = page.locator('.wizard-acts .primary');
  await onward.click();
  await page.locator('#f-password').pressSequentially(password);
  await onward.click();
  await page.locator('.verdict').waitFor();
  await onward.click();
  await page.locator('#f-name').fill('Klaver uit bestand');
  await onward.click();
  await page.locator('.answers').waitFor();
  await onward.click();
  await page.locator('.receipt').waitFor();
}

/** The calls as the page makes them, so that every answer passes through it. */
async function asked<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const json = JSON.stringify(JSON.stringify({ name, input }));
  const answer = JSON.parse(String(await page.evaluate(`window.sociodesk.call(${json})`))) as
    | { ok: true; value: CallOutput<N> }
    | { ok: false };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}

async function renew(): Promise<void> {
  const { rows } = await asked('certificate.list', {});
  const imported = rows[0]?.id ?? '';
  const account = {
    ...klaver,
    name: 'Klaver',
    quality: 'socialSecretariat',
    certificateId: imported,
  } as const;
  const { id: accountId } = await asked('account.registerInPractice', account);
  const open = bench.app.session();
  if (open === null) throw new Error('nothing is open');
  tokens = [];
  const keepToken = async () => {
    const token = await tokenSource(open).token(accountId, null, { fresh: true });
    if (token.ok) tokens.push(token.value.value.reveal());
  };
  await keepToken();
  const { certificateId } = await asked('renewal.generate', { accountId, keyKind: 'rsa2048' });
  await asked('renewal.setInPractice', { accountId, certificateId, held: true });
  await asked('renewal.test', { accountId, certificateId });
  await asked('renewal.switch', { accountId, certificateId });
  await keepToken();
  const curve = await asked('certificate.generate', { ...klaver, name: 'Kromme', keyKind: 'ecP384' });
  await asked('doctor.run', { accountId });
  await keepToken();
  // The pages that speak of them, each with what it reads.
  for (const place of [
    '/connection',
    '/connection/life',
    '/connection/doctor',
    '/connection/exchanges',
    `/connection/certificates/${certificateId}`,
    `/connection/accounts/${accountId}/renewal`,
    '/history',
  ]) {
    await page.evaluate(`location.hash = '#${place}'`);
    await page.locator('main h1').first().waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
  }
  secrets = [...slicesOf('container', container)];
  for (const id of [imported, certificateId, curve.id]) {
    const opened = await sessionVault(open).open(id);
    if (!opened.ok) throw new Error(opened.failure.code);
    secrets.push(...keyNeedles(opened.value.privateKey, id.slice(-4)));
  }
}

/** The private numbers of a key, by themselves and as they lie in its PKCS#8 form. */
function keyNeedles(key: KeyObject, name: string): Needle[] {
  const jwk = key.export({ format: 'jwk' });
  const whole = key.export({ format: 'der', type: 'pkcs8' });
  return (['d', 'p', 'q'] as const).flatMap((part) => {
    const value = jwk[part];
    if (value === undefined) return [];
    const bytes = Buffer.from(value, 'base64url');
    return [...slicesOf(`${name} ${part}`, bytes), ...slicesOf(`${name} ${part} in its file`, bytes, whole)];
  });
}
