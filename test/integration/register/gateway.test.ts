// An organisation's own way to the service, against a real HTTPS server with an authority made for this run: what of TLS is taken and what
// is not, the certificate of a client, the whole call, and each failure in the layer where it belongs.
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemHttp } from '../../../main/platform/http-undici.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { meaningOf } from '../../../preload/rules/register/cbss-meaning.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';
import { makeBench } from '../../unit/practice/cbss/bench.ts';

const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
const file = (name: string): string => join(folder, name);
const openssl = (...args: string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
};
const rsa = ['-newkey', 'rsa:2048', '-nodes'];

function authority(name: string): void {
  openssl(
    'req',
    '-x509',
    ...rsa,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-subj',
    `/CN=${name}`,
    '-days',
    '2',
  );
}

/** For `localhost`, or another host; `days` below nought: it has ended. */
function certificate(name: string, by: string, host = 'localhost', days = 2): ServerOptions {
  openssl('req', ...rsa, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${host}`);
  writeFileSync(file(`${name}.san`), `subjectAltName=DNS:${host}`);
  const signed = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', String(days)];
  openssl('x509', '-req', '-in', `${name}.csr`, ...signed, '-extfile', `${name}.san`, '-out', `${name}.pem`);
  return { key: readFileSync(file(`${name}.key`)), cert: readFileSync(file(`${name}.pem`)) };
}

/** What the next answer is instead of the service's own. */
type Bend = (text: string) => { status?: number; text: string; type?: string };
let bend: Bend | null = null;
/** Of each request: the version of TLS, and the name of the client's certificate. */
const seen: { protocol: string | null; client: string | null }[] = [];
const service = makeBench();
const servers: Server[] = [];

async function listening(options: ServerOptions): Promise<string> {
  const server = createServer(options, (request, response) => {
    const socket = request.socket as TLSSocket;
    const shown = socket.getPeerX509Certificate();
    seen.push({ protocol: socket.getProtocol(), client: shown?.fingerprint256 ?? null });
    void textOf(request).then((body) => {
      service.pass(Date.now() - service.now());
      const reply = service.post(body, request.url, request.headers['content-type']);
      const bent = bend?.(reply.text) ?? { text: reply.text };
      bend = null;
      response.writeHead(bent.status ?? reply.status, {
        'content-type': bent.type ?? 'text/xml; charset=utf-8',
      });
      response.end(bent.text);
    });
  });
  servers.push(server);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `https://localhost:${(server.address() as AddressInfo).port}/CBSSInscription/v1`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

let app: AppBench;
let good = '';
let sound: ServerOptions = {};
let own: X509Certificate;
beforeAll(async () => {
  authority('ours');
  authority('strange');
  sound = certificate('sound', 'ours');
  good = await listening(sound);
  app = await openApp({
    environmentName: 'simulation',
    http: () => systemHttp({ caPem: readFileSync(file('ours.pem'), 'utf8') }),
  });
  const { id } = await app.must('certificate.generate', {
    ...{
      enterpriseName: 'Schoonmaak De Berk',
      enterpriseNumber: '0999999130',
      name: 'Toepassing',
      keyKind: 'rsa2048',
    },
  });
  const der = app.app
    .session()
    ?.db.prepare('SELECT certificate_der FROM certificate WHERE id = ?')
    .pluck()
    .get(id);
  own = new X509Certificate(der as Buffer);
  service.attach({ pem: own.toString(), der: own.raw, keyPem: '' }, 'client-own');
  await app.must('cbss.saveProfile', {
    ...{ kind: 'gateway', on: true, expectedRevision: 0, endpoint: good, certificateId: id },
    ...{ urn: 'urn:practice:berk', legalContext: 'TEST:INSCRIPTION' },
    identification: { by: 'cbeNumber', cbeNumber: '0999999130' as never },
  });
});
afterAll(async () => {
  await app.close();
  for (const server of servers) server.close();
  service.close();
  removeFolder(folder);
});

async function to(endpoint: string, more: { clientTls?: boolean } = {}): Promise<void> {
  const { revision: expectedRevision } = await app.must('cbss.profile', {});
  await app.must('cbss.saveProfile', { kind: 'gateway', on: true, endpoint, expectedRevision, ...more });
}
const ssin = '85070399768';
const consult = async (): Promise<CallOutput<'cbss.call'>> =>
  app.must('cbss.call', { operation: 'consultInscriptions', fields: { 'criteria.ssin': ssin } });

const texts = createTexts();
/** The sentence of a failure, which must be one in each language. */
function sentence(outcome: CallOutput<'cbss.call'>['outcome']): string {
  const { key } = meaningOf(outcome);
  for (const language of ['nl', 'fr', 'de', 'en'] as const)
    expect(texts.t(language, `cbss-codes:${key}.what`)).not.toContain(key);
  return texts.t('en', `cbss-codes:${key}.what`);
}

describe('the connection', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('is made by %s', async (version) => {
    await to(await listening({ ...sound, minVersion: version, maxVersion: version }));
    expect(await consult()).toMatchObject({ outcome: { layer: 'business', code: 'MSG00100' } });
    expect(seen.at(-1)).toEqual({ protocol: version, client: null });
  });

  it.each([
    [
      'TLS 1.1 alone',
      () =>
        ({ ...sound, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }) as const,
    ],
    ['an authority that nobody trusts', () => certificate('other', 'strange')],
    ['a certificate of another host', () => certificate('elsewhere', 'ours', 'gateway.invalid')],
    ['a certificate that has ended', () => certificate('ended', 'ours', 'localhost', -1)],
  ])('is not made with %s, and nothing leaves', async (_, options) => {
    await to(await listening(options()));
    const before = seen.length;
    const { outcome } = await consult();
    expect(outcome).toMatchObject({ layer: 'transport', reason: 'tlsNotTrusted', mayHaveHappened: false });
    expect(sentence(outcome)).toMatch(/Nothing left/);
    expect(seen).toHaveLength(before);
  });

  it('would be made with TLS 1.1 by a program that still takes it', async () => {
    const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const { port } = new URL(await listening({ ...sound, ...old }));
    const ca = readFileSync(file('ours.pem'));
    const socket = connect({ ...old, ca, host: '127.0.0.1', port: Number(port), servername: 'localhost' });
    await once(socket, 'secureConnect');
    expect(socket.getProtocol()).toBe('TLSv1.1');
    socket.destroy();
  });

  it('shows the certificate of the application to a gateway that asks for it, only where that is set', async () => {
    const ca = own.toString();
    const asking = await listening({ ...sound, requestCert: true, rejectUnauthorized: true, ca });
    await to(asking);
    expect((await consult()).outcome).toMatchObject({ layer: 'transport' });
    await to(asking, { clientTls: true });
    expect(await consult()).toMatchObject({ outcome: { layer: 'business', code: 'MSG00100' } });
    expect(seen.at(-1)?.client).toBe(own.fingerprint256);
    // The test of the connection, which is not signed, comes through as well.
    const { links } = await app.must('cbss.test', {});
    expect(links.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
    await to(good);
    await consult();
    expect(seen.at(-1)?.client).toBe(null);
    await to(good, { clientTls: false });
  });
});

describe('the call', () => {
  it('is whole: a line is inserted, stands there and here, and is consulted', async () => {
    const { id } = await app.must('employer.add', {
      enterpriseNumber: '0999999130',
      name: 'Schoonmaak De Berk',
    });
    const done = await app.must('register.insert', {
      ...{ employerId: id, insz: ssin, dossierType: 'EMPLOYEE', period: { begin: '2026-01-01', end: null } },
      identity: { lastName: 'Kestelaar', givenName: 'Bruno' },
    });
    expect(done).toMatchObject({ outcome: 'stored', verifiedBy: 'authenticSource' });
    expect((await consult()).outcome).toMatchObject({
      ...{ layer: 'business', value: 'DATA_FOUND' },
      inscriptions: [{ inscriptionContext: 'EMPLOYEE', period: { begin: '2026-01-01', end: null } }],
    });
    const { lines } = await app.must('register.consultSource', { employerId: id, insz: ssin });
    expect(lines).toMatchObject([{ dossierType: 'EMPLOYEE', stands: 'both' }]);
  });

  const soap = (detail: string): string =>
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>x</faultstring><detail>${detail}</detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>`;

  it.each<[string, Bend, object]>([
    [
      'a page of a proxy',
      () => ({ status: 502, text: '<html><body>Bad gateway</body></html>', type: 'text/html' }),
      { layer: 'transport', reason: 'htmlPage' },
    ],
    [
      'an answer to another question',
      (text) => ({ text: text.replace(/<ticket>[^<]+</, '<ticket>00000000-0000-4000-8000-000000000000<') }),
      { layer: 'transport', reason: 'wrongTicket' },
    ],
    [
      'a document type in front',
      (text) => ({ text: `<!DOCTYPE x>${text.replace(/^<\?xml[^>]*\?>/, '')}` }),
      { layer: 'transport', reason: 'doctype' },
    ],
    [
      'elements that the schema does not have',
      (text) => ({ text: text.replace('<status>', '<surprise/><status>') }),
      { layer: 'transport', reason: 'notInSchema' },
    ],
    [
      'a fault without anything of the platform',
      () => ({ status: 500, text: soap('') }),
      { layer: 'platform' },
    ],
  ])('%s is told in its layer', async (_, bent, expected) => {
    bend = bent;
    const { outcome } = await consult();
    expect(outcome).toMatchObject(expected);
    expect(sentence(outcome)).not.toBe('');
  });

  it('an application that is not in the access rules is told by the platform; a legal context by the service', async () => {
    const { parts, application } = service;
    parts.cbssAccess.removeApplication(application.urn);
    const { outcome: unknown } = await consult();
    expect(unknown).toMatchObject({ layer: 'platform', code: 'SOA-01002' });
    expect(sentence(unknown)).not.toBe('');
    parts.cbssAccess.saveApplication({ ...application, legalContexts: ['OTHER:PURPOSE'] });
    const { outcome: context } = await consult();
    expect(context).toMatchObject({ layer: 'business', code: 'MSG00013' });
    expect(sentence(context)).not.toBe('');
    parts.cbssAccess.saveApplication(application);
  });
});
