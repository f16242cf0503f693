// The undici port against the conformance cases; practice's own port past a proxy; the Electron port on Node's fetch.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpPort } from '../../../main/platform/http.ts';
import { electronHttp } from '../../../main/platform/http-electron.ts';
import { practiceHttp, systemHttp } from '../../../main/platform/http-undici.ts';
import { makeTls } from './certificate.ts';
import { conformanceCases } from './conformance.ts';
import { type MisbehavingServer, startMisbehaving } from './misbehaving-server.ts';

const dirs: string[] = [];
let caPem = '';
let server: MisbehavingServer;
let untrusted: MisbehavingServer;

beforeAll(async () => {
  const [ours, theirs] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'sociodesk-http-')));
  if (ours === undefined || theirs === undefined) throw new Error('no folder');
  dirs.push(ours, theirs);
  const tls = makeTls(ours);
  caPem = tls.caPem;
  server = await startMisbehaving(tls);
  untrusted = await startMisbehaving(makeTls(theirs));
});

afterAll(async () => {
  await server.close();
  await untrusted.close();
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

describe.each([
  ['practice', () => practiceHttp({ caPem })],
  ['system', () => systemHttp({ caPem })],
])('the %s port', (_name, make: () => HttpPort) => {
  let port: HttpPort;
  beforeAll(() => {
    port = make();
  });
  afterAll(() => port.close());

  it.each(conformanceCases)('$name', async ({ run }) => {
    await run({ port, server, untrusted, seesWriting: true });
  });
});

it('practice goes straight to loopback whatever proxy is set, a real environment does not', async () => {
  const before = process.env['HTTPS_PROXY'];
  process.env['HTTPS_PROXY'] = server.closedUrl.replace('https', 'http');
  const ports = [practiceHttp({ caPem }), systemHttp({ caPem })];
  const ask = { method: 'GET', url: `${server.url}/x`, headers: {}, timeoutMs: 5000 } as const;
  const outcomes = await Promise.all(ports.map((port) => port.fetch(ask)));
  if (before === undefined) delete process.env['HTTPS_PROXY'];
  else process.env['HTTPS_PROXY'] = before;
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(['answer', 'notSent']);
  await Promise.all(ports.map((port) => port.close()));
});

it('a closed port sends nothing', async () => {
  const port = practiceHttp({ caPem });
  await port.close();
  const outcome = await port.fetch({ method: 'GET', url: `${server.url}/x`, headers: {}, timeoutMs: 1000 });
  expect(outcome).toEqual({ kind: 'notSent', reason: 'cancelled' });
});

describe('the Electron port, on what its fetch may reject with', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', { kind: 'notSent', reason: 'nameNotResolved' }],
    ['net::ERR_CERT_AUTHORITY_INVALID', { kind: 'notSent', reason: 'tlsNotTrusted' }],
    ['net::ERR_INTERNET_DISCONNECTED', { kind: 'notSent', reason: 'offline' }],
    ['net::ERR_CONNECTION_RESET', { kind: 'unknown', reason: 'connectionLost' }],
    ['net::ERR_EMPTY_RESPONSE', { kind: 'unknown', reason: 'connectionLost' }],
    ['something new', { kind: 'unknown', reason: 'connectionLost' }],
  ])('sorts %s', async (message, outcome) => {
    const port = electronHttp(() => Promise.reject(new Error(message)));
    expect(
      await port.fetch({ method: 'PUT', url: 'https://127.0.0.1/', headers: {}, timeoutMs: 1000 }),
    ).toEqual(outcome);
  });
});
