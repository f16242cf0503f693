// The peer of the outbox: newman makes the same calls to a practice service of its own, one after the other as it does.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Agent, request } from 'undici';
import { childFile } from './bundle.ts';
import type { Figures } from './measure.ts';
import { benchFolder } from './profile-folder.ts';

export const newmanProgram = join(import.meta.dirname, 'peers', 'node_modules', 'newman', 'bin', 'newman.js');
export const hasNewman = (): boolean => existsSync(newmanProgram);

type Service = { baseUrl: string; caPem: string; adminUrl: string; adminToken: string; token: string };
export type Served = Service & { close(): Promise<void> };

/** Writes what a sent profile sent, as newman's data; at most so many of the calls. */
export async function writeCalls(sentProfile: string, most = Number.POSITIVE_INFINITY): Promise<string> {
  const file = join(benchFolder, 'calls.json');
  const service = await serve(sentProfile, file);
  await service.close();
  const calls = JSON.parse(readFileSync(file, 'utf8')) as unknown[];
  if (calls.length > most) writeFileSync(file, JSON.stringify(calls.slice(0, most)));
  return file;
}

/** The practice service of a profile, with a token that lasts. */
export async function serve(profile: string, dataFile = ''): Promise<Served> {
  const child = spawn(process.execPath, [childFile('serve'), profile, dataFile], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the practice service ended with ${code}`)));
  });
  return { ...(JSON.parse(line) as Service), close: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
}

/** One run of a thousand worker-years; throws where the service did not take them all. */
export async function runNewman(
  served: Served,
  dataFile: string,
  methods: readonly string[],
  latency: number,
): Promise<Figures> {
  const agent = new Agent({ connect: { ca: served.caPem } });
  const admin = async (method: 'GET' | 'PUT', path: string, json?: unknown): Promise<unknown> => {
    const answer = await request(served.adminUrl + path, {
      method,
      dispatcher: agent,
      headers: {
        authorization: `Bearer ${served.adminToken}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: json === undefined ? null : JSON.stringify(json),
    });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode}`);
    return answer.body.json();
  };
  const fault = { kind: 'latency', path: '/careerProFla/', every: 1, ms: latency };
  await admin('PUT', '/faults', { faults: latency > 0 ? [fault] : [] });
  const before = ((await admin('GET', '/ledger')) as { last: number }).last;
  const collection = join(benchFolder, 'collection.json');
  writeFileSync(collection, JSON.stringify(collectionOf(methods)));
  const environment = join(benchFolder, 'environment.json');
  const values = [
    { key: 'base', value: served.baseUrl },
    { key: 'token', value: served.token },
  ];
  writeFileSync(environment, JSON.stringify({ name: 'practice', values }), { mode: 0o600 });
  const authority = join(benchFolder, 'authority.pem');
  writeFileSync(authority, served.caPem);
  const started = performance.now();
  const ended = await runPeer(
    newmanProgram,
    ['run', collection, '-d', dataFile, '-e', environment, '--silent'],
    authority,
  );
  if (ended !== 0) throw new Error(`newman ended with ${ended}`);
  const sendMs = performance.now() - started;
  const wanted = (JSON.parse(readFileSync(dataFile, 'utf8')) as unknown[]).length;
  const { items } = (await admin('GET', `/ledger?since=${before}`)) as { items: { status: number }[] };
  const taken = items.filter(({ status }) => status === 200).length;
  await agent.close();
  if (taken !== wanted) throw new Error(`newman: ${taken} of ${wanted} worker-years were taken`);
  return { sendMs };
}

export function collectionOf(methods: readonly string[]): unknown {
  const url = '{{base}}/employers/0999999130/employees/{{insz}}/calendarYears/{{year}}/trainings';
  const header = [
    { key: 'Authorization', value: 'Bearer {{token}}' },
    { key: 'Content-Type', value: 'application/json' },
  ];
  return {
    info: {
      name: 'worker-years',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: methods.map((method) => ({
      name: method,
      request: {
        method,
        url,
        header,
        ...(method === 'GET' ? {} : { body: { mode: 'raw', raw: '{{body}}' } }),
      },
    })),
  };
}

/** Runs another program on loopback, trusting the authority of practice; answers its exit code. */
export function runPeer(
  file: string,
  args: readonly string[],
  authority: string,
  cwd?: string,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: authority,
        NODE_NO_WARNINGS: '1',
        NO_PROXY: '127.0.0.1',
        no_proxy: '127.0.0.1',
      },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}
