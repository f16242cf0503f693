// Staging for the doctor: accounts in the real practice service, certificates that are wrong on purpose, servers that are
// not what they should be.
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { saveCertificate } from '../../../main/certificates/certificate-store.ts';
import { generateCertificate } from '../../../main/certificates/generate-certificate.ts';
import { sessionVault } from '../../../main/certificates/session-vault.ts';
import type { Session } from '../../../main/platform/session.ts';
import { callPractice } from '../../../main/settings/practice-api.ts';
import type { DoctorReport, Link } from '../../../preload/contract/doctor.ts';
import type { Quality, Right } from '../../../preload/contract/services.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';
import { makeTls } from '../http/certificate.ts';

export const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };
export const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };
export type Enterprise = typeof klaver;

export const sessionOf = (bench: AppBench): Session => {
  const open = bench.app.session();
  if (open === null) throw new Error('nothing is open');
  return open;
};

let count = 0;
/** A name that no other case uses. */
const fresh = (name: string): string => {
  count += 1;
  return `${name} ${count}`;
};

export type Registered = { accountId: string; certificateId: string; clientId: string };

/** A new key pair with an account in the practice Chaman that holds it. */
export async function registered(
  bench: AppBench,
  enterprise: Enterprise = klaver,
  quality: Quality = 'socialSecretariat',
  rights: Right[] = ['careerProFlaDeclaration'],
): Promise<Registered> {
  const certificateId = await newCertificate(bench, enterprise);
  const account = { ...enterprise, name: fresh('Account'), quality, certificateId, rights };
  const { id: accountId, clientId } = await bench.must('account.registerInPractice', account);
  return { accountId, certificateId, clientId };
}

export async function newCertificate(bench: AppBench, enterprise: Enterprise = klaver): Promise<string> {
  const made = { ...enterprise, name: fresh('Certificate'), keyKind: 'ecP384' } as const;
  return (await bench.must('certificate.generate', made)).id;
}

/** What a slip of the pen, or a program of another time, would have left in the database. */
export const overwrite = (bench: AppBench, accountId: string, fields: Record<string, string>): void => {
  for (const [column, value] of Object.entries(fields))
    sessionOf(bench).db.prepare(`UPDATE account SET ${column} = ? WHERE id = ?`).run(value, accountId);
};

export const chaman = async (
  bench: AppBench,
  method: 'PATCH' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
) => {
  const done = await callPractice(sessionOf(bench), 'chaman', method, path, body);
  if (!done.ok) throw new Error(`${method} ${path}: ${JSON.stringify(done.failure)}`);
};
export const admin = async (
  bench: AppBench,
  method: 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
) => {
  const done = await callPractice(sessionOf(bench), 'admin', method, path, body);
  if (!done.ok) throw new Error(`${method} ${path}: ${JSON.stringify(done.failure)}`);
};

/** Publishes a stored certificate's public part as Chaman wants it. */
export function upload(bench: AppBench, certificateId: string): { name: string; content: string } {
  const row = sessionOf(bench)
    .db.prepare('SELECT name, certificate_der AS der FROM certificate WHERE id = ?')
    .get(certificateId) as { name: string; der: Uint8Array };
  return { name: row.name, content: Buffer.from(row.der).toString('base64') };
}
export const fingerprintOf = (bench: AppBench, certificateId: string): string =>
  new X509Certificate(Buffer.from(upload(bench, certificateId).content, 'base64')).fingerprint256
    .replaceAll(':', '')
    .toLowerCase();

/** Generated three years ago for a year: everything is right but the day. */
export async function expiredCertificate(bench: AppBench): Promise<string> {
  const session = sessionOf(bench);
  const id = session.ids.newId();
  const kept = await generateCertificate(
    {
      ...klaver,
      id,
      keyKind: 'ecP384',
      validityMonths: 12,
      now: new Date(Date.now() - 3 * 31_536_000_000),
      issuers: [],
    },
    sessionVault(session),
  );
  if (!kept.ok) throw new Error(kept.failure.code);
  save(session, id, new X509Certificate(kept.value.certificateDer), 'usable');
  return id;
}

/** A curve that no service takes, in a container made by openssl. */
export async function weakCertificate(bench: AppBench): Promise<string> {
  const session = sessionOf(bench);
  const id = session.ids.newId();
  const { container, certificate } = openssl(['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']);
  const stored = await sessionVault(session).store(id, { container, password: 'open sesame', entry: 0 });
  if (!stored.ok) throw new Error(stored.failure.code);
  save(session, id, certificate, 'notUsable');
  return id;
}

function openssl(key: string[]): { container: Uint8Array; certificate: X509Certificate } {
  const dir = newFolder();
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });
  const subject = ['-subj', `/C=BE/O=${klaver.enterpriseName}/CN=${klaver.enterpriseName}`];
  const usage = ['-addext', 'keyUsage=critical,digitalSignature'];
  run(
    'req',
    '-x509',
    '-newkey',
    ...key,
    '-nodes',
    '-keyout',
    'k.pem',
    '-out',
    'c.pem',
    '-days',
    '300',
    ...subject,
    ...usage,
  );
  run(
    'pkcs12',
    '-export',
    '-inkey',
    'k.pem',
    '-in',
    'c.pem',
    '-out',
    'c.p12',
    '-passout',
    'pass:open sesame',
  );
  const made = {
    container: new Uint8Array(readFileSync(join(dir, 'c.p12'))),
    certificate: new X509Certificate(readFileSync(join(dir, 'c.pem'))),
  };
  removeFolder(dir);
  return made;
}

function save(session: Session, id: string, x509: X509Certificate, verdict: 'usable' | 'notUsable'): void {
  saveCertificate(session.db, {
    id,
    name: fresh('Certificate'),
    ...klaver,
    origin: 'imported',
    certificateDer: new Uint8Array(x509.raw),
    fingerprint: x509.fingerprint256,
    notBefore: x509.validFromDate.toISOString(),
    notAfter: x509.validToDate.toISOString(),
    addedAt: new Date().toISOString(),
    verdict,
  });
}

/** An app of its own on an environment with these addresses, with one account that nobody knows. */
export async function elsewhere(
  address: { tokenUrl: string; caPem?: string; kind?: 'acceptance' | 'practice' },
  look: (bench: AppBench, accountId: string) => Promise<void>,
): Promise<void> {
  const folder = newFolder();
  const environmentsFile = join(folder, 'environments.json');
  const stated = (value: string) => ({ value, status: 'assumed' });
  const entry = {
    kind: 'acceptance',
    oauth: { tokenUrl: stated(address.tokenUrl), audience: stated(address.tokenUrl) },
    services: {
      fla: {
        baseUrl: stated(address.tokenUrl.replace(/\/token$/, '/fla')),
        scopes: { employer: null, mandatary: null, trainingProvider: null },
      },
    },
    ...(address.caPem === undefined ? {} : { caPem: address.caPem }),
  };
  writeFileSync(environmentsFile, JSON.stringify({ 'my-test': entry }));
  const bench = await openApp({ environmentsFile, environmentName: 'my-test' });
  try {
    const certificateId = await newCertificate(bench);
    const clientId = 'self_service_chaman_100001_abcdefghij';
    const account = {
      ...klaver,
      name: 'Klaver',
      quality: 'socialSecretariat',
      certificateId,
      clientId,
    } as const;
    await look(bench, (await bench.must('account.add', account)).id);
  } finally {
    await bench.close();
    removeFolder(bench.profileDir);
    removeFolder(folder);
  }
}

/** A server of our own on loopback; answers its port. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A proxy that answers every CONNECT with this status. */
export const proxyAnswering = (status: string): Server =>
  createTcp((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`));
  });

/** An HTTPS server with an authority that nobody was told of. */
export function strangeServer(authority: string): { server: Server; caPem: string } {
  const folder = newFolder();
  const { caPem, key, cert } = makeTls(folder, authority);
  removeFolder(folder);
  const server = createHttps({ key, cert }, (_request, response) => response.end('{}'));
  return { server, caPem };
}

/** The link that a person is told about: the first that failed, else the first to mind. */
export function toldOf(report: DoctorReport): Link {
  const [first] = report.examinations;
  const links = first?.links ?? [];
  const link =
    links.find(({ outcome }) => outcome === 'failed') ?? links.find(({ outcome }) => outcome === 'warning');
  if (link === undefined) throw new Error(`nothing is wrong: ${JSON.stringify(links)}`);
  return link;
}

export const examined = (bench: AppBench, accountId: string): Promise<DoctorReport> =>
  bench.must('doctor.run', { accountId });

export type Fault = {
  fault: string;
  stage: () => Promise<DoctorReport>;
  told: Partial<Link> & Pick<Link, 'id'>;
  /** Where the computer that runs the test decides which of several is right. */
  keys?: string[];
  /** Another link that the report must hold. */
  also?: Partial<Link> & Pick<Link, 'id'>;
};

/** Stages the fault and compares what a person is told; behind a broken way nothing is judged. */
export async function expectTold({ stage, told, keys, also }: Fault): Promise<void> {
  const report = await stage();
  const link = toldOf(report);
  const { params, ...rest } = told;
  expect(link).toMatchObject({ outcome: 'failed', ...rest });
  if (params !== undefined) expect(link.params).toMatchObject(params);
  if (keys !== undefined) expect(keys).toContain(link.key);
  expect(report.outcome).toBe(link.outcome);
  if (also !== undefined)
    expect(report.examinations[0]?.links.find(({ id }) => id === also.id)).toMatchObject(also);
  const after = report.examinations[0]?.links.find(({ id }) => id === 'service');
  if (['network', 'dns', 'tls'].includes(link.id)) expect(after?.outcome).toBe('notReached');
}
