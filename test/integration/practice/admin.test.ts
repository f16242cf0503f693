// The admin interface: closed without its secret, the practice world, the ledger, reset; and the TLS it all runs on.
import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from './support/certificates.ts';
import { type PracticeClient, SECRETARIAT, startClient, training, yearPath } from './support/client.ts';

let client: PracticeClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const OWN = '0880820673';
const WORKER = '85073003328';

describe('the admin interface', () => {
  it('is closed without its secret, and to the secret of another run', async () => {
    const url = `${client.service.admin.url}/ledger`;
    expect((await client.send('GET', url)).status).toBe(401);
    const other = await startClient();
    const headers = { authorization: `Bearer ${other.service.admin.token}` };
    expect((await client.send('GET', url, { headers })).status).toBe(401);
    await other.close();
  });
  it('opens on 1 March 2025, and refuses days that do not exist and unknown fields', async () => {
    expect((await client.admin('GET', '/clock')).json).toMatchObject({ date: '2025-03-01', mode: 'open' });
    expect((await client.admin('PUT', '/clock', { date: '2025-02-30' })).status).toBe(400);
    expect((await client.admin('PUT', '/clock', { day: '2025-02-01' })).status).toBe(400);
    expect((await client.admin('PUT', '/clock', {})).status).toBe(400);
    expect((await client.admin('GET', '/clock')).json.date).toBe('2025-03-01');
  });
  it('refuses a switch that does not exist', async () => {
    expect((await client.admin('PUT', '/switches', { tokenSeconds: 0 })).status).toBe(400);
    expect((await client.admin('PUT', '/switches', { noSwitch: true })).status).toBe(400);
  });
});

describe('the practice world', () => {
  it('lets an employer of one’s own file for a worker of one’s own', async () => {
    expect((await client.admin('PUT', `/world/employers/${OWN}`, { name: 'Eigen zaak' })).status).toBe(204);
    const worker = { givenName: 'Ann', familyName: 'Proef', startDate: '2024-01-02', endDate: null };
    expect((await client.admin('PUT', `/world/employers/${OWN}/workers/${WORKER}`, worker)).status).toBe(204);
    const certificate = makeCertificate();
    const token = await client.token(await client.register(certificate, OWN), certificate.keyPem);
    const path = `${yearPath(WORKER, 2025, OWN)}/trainings`;
    const answer = await client.fla('PUT', path, token, { trainings: [training('A')] });
    expect(answer.json.items[0].state).toBe('accepted');
  });
  it('imports all or nothing', async () => {
    const employers = [{ enterpriseNumber: '1999999349', name: 'Nieuw' }];
    const wrong = await client.admin('POST', '/world/import', {
      employers,
      mandates: [{ mandator: '1999999349', mandatary: '0999999032' }],
    });
    expect([wrong.status, wrong.json.issues.map(({ name }: { name: string }) => name)]).toEqual([
      400,
      ['mandatary'],
    ]);
    const names = async () =>
      (await client.admin('GET', '/world')).json.employers.map(({ name }: { name: string }) => name);
    expect(await names()).not.toContain('Nieuw');
    const right = { employers, mandates: [{ mandator: '1999999349', mandatary: SECRETARIAT }] };
    expect((await client.admin('POST', '/world/import', right)).status).toBe(204);
    expect(await names()).toContain('Nieuw');
  });
  it('refuses a worker of an unknown employer, wrong numbers and wrong quarters', async () => {
    const worker = { givenName: 'A', familyName: 'B' };
    expect((await client.admin('PUT', `/world/employers/1999999448/workers/${WORKER}`, worker)).status).toBe(
      400,
    );
    expect((await client.admin('PUT', `/world/employers/${OWN}/workers/85073003329`, worker)).status).toBe(
      400,
    );
    const mandate = { mandator: OWN, mandatary: SECRETARIAT, startQuarter: '2025Q5' };
    expect((await client.admin('PUT', '/world/mandates', mandate)).status).toBe(400);
  });
  it('opens with sample employers, workers, a live mandate and one that ended', async () => {
    const world = (await client.admin('GET', '/world')).json;
    const berk = world.employers.find(({ name }: { name: string }) => name === 'Schoonmaak De Berk');
    expect(berk?.workers).toHaveLength(9);
    expect(world.mandates).toContainEqual(
      expect.objectContaining({ mandator: '0999999130', mandatary: SECRETARIAT, state: 'active' }),
    );
  });
});

describe('the ledger', () => {
  it('lists commits after a sequence; reads and refusals only when asked', async () => {
    const certificate = makeCertificate();
    const token = await client.token(await client.register(certificate), certificate.keyPem);
    const start = (await client.admin('GET', '/ledger?all=true')).json.last;
    const path = `${yearPath('01020399744')}/trainings`;
    await client.fla('GET', path, token);
    const bad = training('B', { endDate: '2025-01-01' });
    await client.fla('PUT', path, token, { trainings: [training('A'), bad] });
    await client.fla('PUT', path, token, { trainings: [training('A')] });
    const commits = (await client.admin('GET', `/ledger?since=${start}`)).json.items;
    expect(commits.map(({ effects }: { effects: unknown }) => effects)).toEqual([
      [
        { externalReference: 'A', effect: 'created', commits: 1 },
        { externalReference: 'B', effect: 'refused' },
      ],
      [{ externalReference: 'A', effect: 'unchanged', commits: 2 }],
    ]);
    expect(commits[0].bodySha256).toMatch(/^[0-9a-f]{64}$/);
    const all = (await client.admin('GET', `/ledger?since=${start}&all=true`)).json.items;
    expect(all.map(({ operation }: { operation: string }) => operation)).toEqual([
      'getTrainings',
      'putTrainings',
      'putTrainings',
    ]);
    expect((await client.admin('GET', '/ledger?since=-1')).status).toBe(400);
  });
  it('is emptied by a reset, which can keep the accounts', async () => {
    const certificate = makeCertificate();
    const id = await client.register(certificate);
    expect((await client.admin('POST', '/reset', { keepAccounts: true })).json.date).toBe('2025-03-01');
    expect((await client.admin('GET', '/ledger')).json.items).toEqual([]);
    expect((await client.chaman('GET', `/accounts/${id}`)).status).toBe(200);
    await client.admin('POST', '/reset');
    expect((await client.chaman('GET', `/accounts/${id}`)).status).toBe(404);
    expect((await client.admin('GET', '/world')).json.employers).toHaveLength(5);
  });
});

describe('TLS', () => {
  const { host, port } = { host: '127.0.0.1', port: () => Number(new URL(client.tokenUrl).port) };
  const handshake = (ca: string | undefined, servername: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect({ host, port: port(), servername, ...(ca === undefined ? {} : { ca }) });
      socket.once('secureConnect', () => resolve('trusted'));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
      socket.once('close', () => socket.destroy());
    });
  it('is trusted with its own authority for localhost, and only so', async () => {
    expect(await handshake(client.service.caPem, 'localhost')).toBe('trusted');
    expect(await handshake(client.service.caPem, 'example.invalid')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await handshake(undefined, 'localhost')).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET/);
  });
  it('has an authority certificate that is one', () => {
    const ca = new X509Certificate(client.service.caPem);
    expect([ca.ca, ca.verify(ca.publicKey)]).toEqual([true, true]);
  });
});
