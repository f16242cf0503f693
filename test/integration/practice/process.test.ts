// The practice process: one line in, one line out, nothing lost by a kill, nothing left behind by a lost parent.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeService } from '../../../main/practice/service.ts';
import { makeCertificate } from './support/certificates.ts';
import { DAAN, startClient, training, yearPath } from './support/client.ts';

const ENTRY = resolve(import.meta.dirname, '../../../main/practice/start.ts');
const KEY = 'ab'.repeat(32);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-process-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const firstLine = async (child: ChildProcess): Promise<Record<string, unknown>> => {
  if (child.stdout === null) throw new Error('no standard output');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return JSON.parse(String(line));
};

const startByInput = (config: unknown): ChildProcess => {
  const child = spawn(process.execPath, [ENTRY], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin?.write(`${JSON.stringify(config)}\n`);
  return child;
};

describe('the process', () => {
  it('prints one line with environments, authority and admin, and ends when its input closes', async () => {
    const caFile = join(folder, 'ca.pem');
    const child = startByInput({ date: '2026-02-02', caFile });
    const line = await firstLine(child);
    expect(Object.keys(line).sort()).toEqual(['admin', 'caFile', 'caPem', 'environments']);
    expect(line['environments']).toMatchObject({ practice: { kind: 'practice', caFile } });
    expect(readFileSync(caFile, 'utf8')).toBe(line['caPem']);
    child.stdin?.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
  it('takes its configuration over IPC, and ends when the channel closes', async () => {
    const child = fork(ENTRY, [], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    const message = once(child, 'message');
    child.send({});
    expect((await message)[0]).toHaveProperty('environments.practice.practice.adminToken');
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
  it('says why it cannot start, with a failing exit', async () => {
    const child = startByInput({ dataFile: join(folder, 'nokey.db') });
    const exit = once(child, 'exit');
    expect(await firstLine(child)).toEqual({ error: 'the practice file needs a key of 64 hex digits' });
    expect(await exit).toEqual([1, null]);
  });
});

describe('the file', () => {
  const dataFile = (): string => join(folder, 'practice.db');

  it('keeps accounts, trainings, ledger, date and used assertion ids over a kill', async () => {
    const certificate = makeCertificate();
    const options = { dataFile: dataFile(), dataKeyHex: KEY };
    const before = await startClient({ ...options, date: '2025-06-12' });
    const id = await before.register(certificate);
    const claims = before.claims(id);
    await before.present(await before.sign(claims, certificate.keyPem));
    const token = await before.token(id, certificate.keyPem);
    const sent = { trainings: [training('KEPT')] };
    await before.fla('PUT', `${yearPath(DAAN)}/trainings`, token, sent);
    await before.close();

    // A second process writes too and is killed in the middle of its life.
    const child = startByInput(options);
    const line = await firstLine(child);
    expect(line).toHaveProperty('admin');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const after = await startClient(options);
    expect((await after.admin('GET', '/clock')).json.date).toBe('2025-06-12');
    const [entry] = (await after.admin('GET', '/ledger')).json.items;
    expect(entry).toMatchObject({ clientId: id, committed: true, sequence: 1 });
    const again = await after.token(id, certificate.keyPem);
    const read = await after.fla('GET', `${yearPath(DAAN)}/trainings`, again);
    expect(read.json.items[0].externalReference).toBe('KEPT');
    const replay = { ...claims, aud: after.tokenUrl };
    const refused = await after.present(await after.sign(replay, certificate.keyPem));
    expect(refused.json.error_description).toMatch(/jti was used before/);
    await after.close();
  });
  it('keeps the faults that were set, as each command may start practice anew, until they are taken off', async () => {
    const options = { dataFile: join(folder, 'faults.db'), dataKeyHex: KEY };
    const before = await startClient(options);
    await before.admin('PUT', '/faults', { kind: '503', path: '/trainings' });
    await before.close();
    const after = await startClient(options);
    expect((await after.admin('GET', '/faults')).json.faults).toMatchObject([{ kind: '503' }]);
    await after.admin('DELETE', '/faults');
    await after.close();
    const last = await startClient(options);
    expect((await last.admin('GET', '/faults')).json.faults).toEqual([]);
    await last.close();
  });
  it('loses no answered request when the process is killed at once', async () => {
    const options = { dataFile: join(folder, 'killed.db'), dataKeyHex: KEY };
    const child = startByInput(options);
    const line = (await firstLine(child)) as { admin: { url: string; token: string }; caPem: string };
    const { Agent, request } = await import('undici');
    const dispatcher = new Agent({ connect: { ca: line.caPem } });
    const headers = { authorization: `Bearer ${line.admin.token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ date: '2026-07-07' });
    const answer = await request(`${line.admin.url}/clock`, { method: 'PUT', dispatcher, headers, body });
    expect(answer.statusCode).toBe(200);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await dispatcher.destroy();
    const after = await startClient(options);
    expect((await after.admin('GET', '/clock')).json).toMatchObject({ date: '2026-07-07', mode: 'readOnly' });
    await after.close();
  });
  it('shows no worker number on disk, in either encoding', async () => {
    const plain = join(folder, 'control.txt');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(plain, DAAN);
    const holds = (file: string): boolean => {
      const bytes = readFileSync(file);
      return bytes.includes(DAAN) || bytes.includes(Buffer.from(DAAN, 'utf16le'));
    };
    expect(holds(plain)).toBe(true);
    const files = readdirSync(folder).filter((name) => name.startsWith('practice.db'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(holds(join(folder, name))).toBe(false);
  });
  it('does not open with another key, and leaves the file as it was', async () => {
    expect(statSync(dataFile()).mode & 0o077).toBe(0);
    const bytes = readFileSync(dataFile());
    const wrong = startPracticeService({ dataFile: dataFile(), dataKeyHex: 'cd'.repeat(32) });
    await expect(wrong).rejects.toThrow();
    expect(existsSync(dataFile())).toBe(true);
    expect(readFileSync(dataFile()).equals(bytes)).toBe(true);
  });
});
