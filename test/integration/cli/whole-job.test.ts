// The whole job by command line, each step a process of its own, on a real Secret Service and the real practice service:
// from a certificate that OpenSSL made to a history that verifies; then beside a running app.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProcess } from '../../support/built-processes.ts';
import { runCli } from '../../support/command-line.ts';
import { type SecretServiceRun, startSecretService } from '../../support/secret-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'sociodesk-cli-'));
const profile = join(folder, 'profile');
const file = (name: string) => join(folder, name);
const password = 'gehéim € 1';
let service: SecretServiceRun;
const cli = (words: string[], input?: string) =>
  runCli(words, { profile, env: service.env, ...(input === undefined ? {} : { input }) });
const value = { ok: true };

beforeAll(async () => {
  service = await startSecretService();
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const subject = [
    '-subj',
    '/CN=Klaver/O=Sociaal secretariaat Klaver',
    '-addext',
    'keyUsage=critical,digitalSignature',
  ];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '700',
    '-keyout',
    file('k'),
    '-out',
    file('c'),
    ...subject,
  );
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    file('k'),
    '-in',
    file('c'),
    '-out',
    file('c.p12'),
    '-passout',
    `pass:${password}`,
  );
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the whole job', () => {
  it('judges a certificate, and refuses a wrong password', async () => {
    const good = await cli(['certificate', 'inspect', file('c.p12'), '--password-stdin'], `${password}\n`);
    expect([good.exit, good.json]).toMatchObject([
      0,
      { value: { kind: 'verdict', verdict: { verdict: 'usable' } } },
    ]);
    const wrong = await cli(['certificate', 'inspect', file('c.p12'), '--password-stdin'], 'geheim\n');
    expect([wrong.exit, wrong.json]).toMatchObject([1, { failure: { code: 'wrongPassword' } }]);
  });

  it('keeps it, exports its public part, and registers it', async () => {
    const enterprise = ['--enterprise', 'Sociaal secretariaat Klaver', '--number', '0999.999.031'];
    const kept = [
      'certificate',
      'import',
      file('c.p12'),
      '--name',
      'Klaver',
      ...enterprise,
      '--password-stdin',
    ];
    expect(await cli(kept, password)).toMatchObject({ exit: 0, json: value });
    expect(await cli(['certificate', 'export', file('c.cer'), '--pem'])).toMatchObject({ exit: 0 });
    expect(readFileSync(file('c.cer'), 'utf8')).toContain('BEGIN CERTIFICATE');
    const registered = await cli(['account', 'register', ...enterprise, '--quality', 'socialSecretariat']);
    expect(registered.json).toMatchObject({
      value: { clientId: expect.stringMatching(/^self_service_chaman_/) },
    });
  });

  it('gets a token and prints its validity and scope only', async () => {
    const token = await cli(['token', 'get']);
    expect(token.exit).toBe(0);
    expect(token.json).toEqual({
      ok: true,
      value: { expiresInSeconds: 600, scope: expect.stringMatching(/^scope:[a-z:-]+$/) },
    });
  });

  it('adds an employer and workers, and refuses a number whose check digits are wrong', async () => {
    const employer = ['employer', 'add', '--name', 'Schoonmaak De Berk', '--number', '0999.999.130'];
    expect(await cli([...employer, '--size', 'from20'])).toMatchObject({ exit: 0 });
    const wrong = await cli(['employer', 'add', '--name', 'X', '--number', '0999.999.131']);
    expect(wrong).toMatchObject({ exit: 2, json: { failure: { details: { rules: 'EMP-NUMBER-INVALID' } } } });
    const list =
      'INSZ;Naam;Voornaam;In dienst\n01.02.03-996.45;Bensoltane;Rania;1/9/2022\n90231599722;Dobrowicz;Marek;6/1/2020\n';
    writeFileSync(file('workers.csv'), list);
    const added = await cli(['worker', 'add', '--employer', '0999999130', '--file', file('workers.csv')]);
    expect(added).toMatchObject({ exit: 0, json: { value: { added: 2, refused: 0 } } });
    const one = [
      'worker',
      'add',
      '--employer',
      '0999999130',
      '--insz',
      '01020399646',
      '--name',
      'X',
      '--start',
      '1/1/2024',
    ];
    expect(await cli(one)).toMatchObject({ exit: 2 });
    expect((await cli(['employer', 'list'])).json).toMatchObject({
      value: { rows: [{ route: { kind: 'mandatary' } }] },
    });
  });

  it('checks and imports trainings offline, and calls a batch with a refusal refused', async () => {
    const rows = [
      'INSZ;Referentie;Titel;Begindatum;Duur;Status',
      '01.02.03-996.45;A1;VCA basis;10/2/2025;7:36;voltooid',
      '90231599722;B1;Heftruck;12/2/2025;7,6;gevolgd',
      '90231599722;B2;Heftruck;12/2/2025;7,6;gevolgd',
      '90231599722;B3;;12/2/2025;veel;gevolgd',
    ];
    writeFileSync(file('t.csv'), Buffer.from(rows.join('\r\n'), 'latin1'));
    const validated = await cli(['training', 'validate', file('t.csv'), '--employer', '0999999130']);
    expect(validated).toMatchObject({ exit: 2, json: { value: { rows: 4, refused: 1 } } });
    const imported = await cli(['training', 'import', file('t.csv'), '--employer', '0999999130', '--submit']);
    expect(imported).toMatchObject({
      exit: 2,
      json: { value: { added: 3, submitted: { submitted: 3, workerYears: 2 } } },
    });
    const again = await cli(['training', 'import', file('t.csv'), '--employer', '0999999130']);
    expect(again.json).toMatchObject({ value: { added: 0, alreadyThere: 3 } });
  });

  it('sends, and tells what was accepted and what was accepted with a warning', async () => {
    expect((await cli(['outbox', 'status'])).json).toMatchObject({ value: { counts: { ready: 2 } } });
    const sent = await cli(['outbox', 'send']);
    expect(sent).toMatchObject({
      exit: 0,
      json: { value: { counts: { accepted: 1, acceptedWithWarnings: 1 } } },
    });
    const { json } = await cli(['training', 'list', '--state', 'acceptedWithWarnings']);
    const doubled = { anomalies: [{ code: 'F0013-361', severity: 'warning' }] };
    expect(json).toMatchObject({ value: { total: 1, rows: [doubled] } });
  });

  it('ends with 2 when the service refuses, and with 1 when there is nothing to send', async () => {
    expect(await cli(['outbox', 'send'])).toMatchObject({
      exit: 1,
      json: { failure: { code: 'nothingToSend' } },
    });
    const number = '85073003328';
    const worker = [
      'worker',
      'add',
      '--employer',
      '0999999130',
      '--insz',
      number,
      '--name',
      'Onbekend',
      '--start',
      '1/1/2024',
    ];
    expect(await cli(worker)).toMatchObject({ exit: 0 });
    writeFileSync(
      file('u.csv'),
      `INSZ;Titel;Begindatum;Duur;Status\n${number};EHBO;3/2/2025;3:00;voltooid\n`,
    );
    expect(
      await cli(['training', 'import', file('u.csv'), '--employer', '0999999130', '--submit']),
    ).toMatchObject({ exit: 0 });
    const sent = await cli(['outbox', 'send']);
    expect([sent.exit, sent.json]).toMatchObject([2, { value: { counts: { refused: 1 } } }]);
  });

  it('finds all of it in the history, and the history whole', async () => {
    const found = await cli(['history', 'search', '--kind', 'fla.answered']);
    expect(found.json).toMatchObject({ value: { rows: { length: expect.any(Number) } } });
    expect((await cli(['history', 'verify'])).json).toMatchObject({ value: { intact: true } });
    expect(await cli(['history', 'export', file('h.jsonl')])).toMatchObject({ exit: 0 });
    expect(await cli(['history', 'verify', '--file', file('h.jsonl')])).toMatchObject({ exit: 0 });
    writeFileSync(
      file('h.jsonl'),
      readFileSync(file('h.jsonl'), 'utf8').replace('employer.added', 'employer.addef'),
    );
    expect(await cli(['history', 'verify', '--file', file('h.jsonl')])).toMatchObject({ exit: 1 });
  });
});

describe('beside a running app', () => {
  it('hands its calls to the owner, and reads and writes the same data', async () => {
    const owner = spawn(process.execPath, [await builtProcess('owner-child'), profile], {
      env: service.env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ready = await new Promise<string>((resolve) =>
      owner.stdout.once('data', (chunk) => resolve(String(chunk))),
    );
    expect(ready).toBe('ready\n');
    const add = (number: string) => cli(['employer', 'add', '--name', 'Zalen Het Park', '--number', number]);
    expect(await add('1999.999.250')).toMatchObject({ exit: 0 });
    expect((await cli(['employer', 'list'])).json).toMatchObject({ value: { total: 2 } });
    expect(await cli(['certificate', 'export', file('beside.cer')])).toMatchObject({ exit: 0 });
    expect(readdirSync(folder)).toContain('beside.cer');
    // Of several calls of one command the later ones go on with what the first opened.
    writeFileSync(file('more.csv'), 'Naam;Ondernemingsnummer\nSchoonmaak Oost;1999.999.151\n');
    expect(await cli(['employer', 'import', file('more.csv'), '--dry-run'])).toMatchObject({ exit: 0 });
    expect(await cli(['employer', 'list', '--environment', 'simulation'])).toMatchObject({ exit: 1 });
    const ended = new Promise((resolve) => owner.once('exit', resolve));
    // A kill frees the profile: the next command owns it.
    owner.kill('SIGKILL');
    await ended;
    expect((await cli(['employer', 'list'])).json).toMatchObject({ value: { total: 2 } });
  });

  it('leaves no trace of what must not be read: password, token, numbers of persons', () => {
    const kept = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = kept.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const holds = (text: string) =>
      bytes.some((one) => one.includes(Buffer.from(text)) || one.includes(Buffer.from(text, 'utf16le')));
    for (const secret of [password, '01020399645', '90231599722', 'Bensoltane', 'BEGIN CERTIFICATE'])
      expect([secret, holds(secret)]).toEqual([secret, false]);
    // The search works: the profile's id stands in plain text.
    expect(holds(JSON.parse(readFileSync(join(profile, 'profile.json'), 'utf8')).id)).toBe(true);
  });
});
