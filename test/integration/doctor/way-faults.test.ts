// Staged faults of the way to a service, on real sockets: network, name, proxy, TLS, clock. The doctor names the first broken
// link and judges nothing behind it.
import { createServer, type Server } from 'node:net';
import { afterAll, describe, it } from 'vitest';
import { systemClock } from '../../../main/platform/clock.ts';
import type { DoctorReport } from '../../../preload/contract/doctor.ts';
import { openApp, removeFolder } from '../../support/application-bench.ts';
import {
  elsewhere,
  examined,
  expectTold,
  type Fault,
  listening,
  proxyAnswering,
  registered,
  strangeServer,
} from './doctor-bench.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

const serve = (server: Server): Promise<number> => {
  servers.push(server);
  return listening(server);
};

/** Looked at in an environment of its own. */
async function reportOf(address: Parameters<typeof elsewhere>[0]): Promise<DoctorReport> {
  const found: DoctorReport[] = [];
  await elsewhere(address, async (other, accountId) => {
    found.push(await examined(other, accountId));
  });
  const [report] = found;
  if (report === undefined) throw new Error('nothing was examined');
  return report;
}

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'] as const;

async function throughProxy(server: Server): Promise<DoctorReport> {
  const before = { ...process.env };
  const port = await serve(server);
  process.env['HTTPS_PROXY'] = `http://127.0.0.1:${port}`;
  delete process.env['https_proxy'];
  delete process.env['NO_PROXY'];
  delete process.env['no_proxy'];
  try {
    return await reportOf({ tokenUrl: 'https://services.example.test/token' });
  } finally {
    // Name by name: another object in its place would no longer be the process's own.
    for (const name of proxyNames) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** Looked at on a computer whose clock is `seconds` fast. */
async function withClock(seconds: number): Promise<DoctorReport> {
  const clock = { ...systemClock, now: () => new Date(Date.now() + seconds * 1_000) };
  const other = await openApp({ clock });
  const report = await examined(other, (await registered(other)).accountId);
  await other.close();
  removeFolder(other.profileDir);
  return report;
}

const faults: Fault[] = [
  {
    fault: 'nobody listens',
    stage: () => reportOf({ tokenUrl: 'https://127.0.0.1:1/token' }),
    told: { id: 'network', key: 'networkRefused', who: 'it' },
  },
  {
    fault: 'the name does not exist',
    stage: () => reportOf({ tokenUrl: 'https://no-such-host.invalid/token' }),
    told: { id: 'dns', who: 'it' },
    keys: ['dnsUnknown', 'dnsSilent'],
  },
  {
    fault: 'the proxy asks for a password',
    stage: () => throughProxy(proxyAnswering('407 Proxy Authentication Required')),
    told: { id: 'network', key: 'proxyPassword', who: 'it' },
  },
  {
    fault: 'the proxy does not let the address through',
    stage: () => throughProxy(proxyAnswering('403 Forbidden')),
    told: { id: 'network', key: 'proxyRefuses', who: 'it' },
  },
  {
    fault: 'the certificate of the server is signed by an unknown authority',
    stage: async () => {
      const port = await serve(strangeServer('Office Proxy Inspection').server);
      return reportOf({ tokenUrl: `https://127.0.0.1:${port}/token` });
    },
    told: { id: 'tls', key: 'tlsUnknown', params: { issuer: 'Office Proxy Inspection' } },
  },
  {
    fault: 'what answers does not speak TLS',
    stage: async () => {
      const port = await serve(
        createServer((socket) => void socket.on('error', () => {}).end('220 hello\r\n')),
      );
      return reportOf({ tokenUrl: `https://127.0.0.1:${port}/token` });
    },
    told: { id: 'tls', key: 'tlsNone' },
  },
  {
    // Far enough from the limits of what is tolerated and of what is corrected that the seconds of a run do not matter.
    fault: 'the clock of this computer is thirteen minutes fast',
    stage: () => withClock(13 * 60),
    told: { id: 'clock', key: 'clockAhead', outcome: 'warning', params: { minutes: 13 } },
  },
  {
    fault: 'the clock of this computer is an hour fast',
    stage: () => withClock(3_600),
    told: { id: 'token', key: 'tokenClock', who: 'it', where: 'computer' },
    also: { id: 'clock', key: 'clockFarAhead', outcome: 'warning', params: { minutes: 60 } },
  },
  {
    fault: 'the clock of this computer is an hour slow',
    stage: () => withClock(-3_600),
    told: { id: 'token', key: 'tokenClock', who: 'it', where: 'computer' },
    also: { id: 'clock', key: 'clockFarBehind', outcome: 'warning', params: { minutes: 60 } },
  },
];

describe('the doctor', () => {
  it.each(faults)('names it when $fault', async (fault) => {
    await expectTold(fault);
  });
});
