// Who may file as a training provider, what is refused as a whole and per participant, and what the employer then sees.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from './support/certificates.ts';
import {
  DAAN,
  EMPLOYER,
  type PracticeClient,
  RANIA,
  SECRETARIAT,
  startClient,
  yearPath,
} from './support/client.ts';

const PROVIDER = '1999999151';
let client: PracticeClient;
let provider: string;
let employer: string;
let secretariat: string;
let base: string;

beforeAll(async () => {
  client = await startClient();
  const certificate = makeCertificate();
  const token = async (number: string, quality: string) =>
    client.token(await client.register(certificate, number, quality), certificate.keyPem);
  provider = await token(PROVIDER, 'trainingProvider');
  employer = await token(EMPLOYER, 'employer');
  secretariat = await token(SECRETARIAT, 'socialSecretariat');
  const services = client.service.environments['practice']?.services;
  base = services?.fla.trainingProviderBaseUrl.value ?? '';
});
afterEach(() => client.admin('PUT', '/clock', { date: '2025-03-01' }));
afterAll(() => client.close());

const session = (reference: string, participants: object[], more: object = {}) => ({
  externalReference: reference,
  title: 'Veilig werken op hoogte',
  type: 'formal',
  startDate: '2025-02-10',
  endDate: '2025-02-10',
  duration: { hours: 7, minutes: 36 },
  provider: { enterpriseNumber: PROVIDER, name: 'Loodgieterij Wilgenhof' },
  participants,
  ...more,
});
const present = (ssin: string, more: object = {}) => ({ ssin, status: 'completed', ...more });
const put = (reference: string, body: unknown, token = provider, number = PROVIDER) =>
  client.send('PUT', `${base}/trainingProviders/${number}/trainings/${reference}`, {
    json: body,
    headers: { authorization: `Bearer ${token}` },
  });
const filed = (token = employer, number = EMPLOYER, year = 2025) =>
  client.send('GET', `${base}/employers/${number}/providerTrainings?year=${year}`, {
    headers: { authorization: `Bearer ${token}` },
  });
type Result = { participants: { ssin: string; state: string; anomalies: { code: string }[] }[] };
const verdicts = (text: string) =>
  (JSON.parse(text) as Result).participants.map(({ state, anomalies }) => [
    state,
    ...anomalies.map(({ code }) => code),
  ]);

describe('permission', () => {
  it('is the training provider’s own, by its quality, and no other’s', async () => {
    const body = session('P1', [present(RANIA)]);
    expect((await put('P1', body, employer)).json.type).toBe('urn:problem-type:belgif:missingScope');
    expect((await put('P1', body, secretariat)).status).toBe(403);
    const other = { ...body, provider: { enterpriseNumber: EMPLOYER, name: 'Schoonmaak De Berk' } };
    const foreign = await put('P1', other, provider, EMPLOYER);
    expect([foreign.status, foreign.json.type]).toEqual([403, 'urn:problem-type:belgif:missingPermission']);
    expect((await put('P1', body)).status).toBe(201);
  });

  it('lets the employer and its mandatary read, and neither the provider nor a stranger', async () => {
    expect((await filed()).status).toBe(200);
    expect((await filed(secretariat)).status).toBe(200);
    expect((await filed(provider)).status).toBe(403);
    expect((await filed(secretariat, '1999999250')).status).toBe(403);
  });

  it('ends with the service: reading only from 2026, nothing from 2027', async () => {
    await client.admin('PUT', '/clock', { date: '2026-02-01' });
    expect((await put('P1', session('P1', [present(RANIA)]))).json.type).toContain('registrationClosed');
    expect((await filed()).status).toBe(200);
    await client.admin('PUT', '/clock', { date: '2027-01-01' });
    expect((await filed()).status).toBe(410);
  });
});

describe('a filing', () => {
  it('is refused as a whole when path and body differ, a person stands in it twice, or it breaks the contract', async () => {
    const issue = async (reference: string, body: unknown) => {
      const answer = await put(reference, body);
      return [answer.status, answer.json.issues[0].name];
    };
    expect(await issue('P2', session('P3', []))).toEqual([400, 'externalReference']);
    const elsewhere = session('P2', [], { provider: { enterpriseNumber: EMPLOYER, name: 'x' } });
    expect(await issue('P2', elsewhere)).toEqual([400, 'provider.enterpriseNumber']);
    expect(await issue('P2', session('P2', [present(RANIA), present(RANIA)]))).toEqual([
      400,
      'participants[1].ssin',
    ]);
    expect(await issue('P2', session('P2', [{ ssin: RANIA }]))).toEqual([400, 'participants[0].status']);
    expect(await issue('P2', session('P2', [], { cost: 1 }))).toEqual([400, 'cost']);
  });

  it('has a verdict for each participant, and takes the others all the same', async () => {
    await client.admin('POST', '/world/import', {
      workers: [
        {
          enterpriseNumber: '1999999250',
          insz: DAAN,
          givenName: 'Daan',
          familyName: 'Zoutleeuwen',
          startDate: '2024-01-01',
        },
      ],
    });
    const answer = await put(
      'P4',
      session('P4', [
        present(RANIA, { certificate: { obtained: true, validUntil: '2025-01-01' } }),
        present('01020399646'),
        present('90231599623'),
        present('90231599524'),
        present(DAAN),
        present('01010199669', { employerEnterpriseNumber: '1999999250' }),
      ]),
    );
    expect(verdicts(answer.text)).toEqual([
      ['acceptedWithWarnings', 'F0015-363'],
      ['refused', 'F0002-004'],
      ['refused', 'F0002-003'],
      ['acceptedWithWarnings', 'F0002-370'],
      ['refused', 'F0004-090'],
      ['refused', 'F0004-051'],
    ]);
    expect(
      verdicts(
        (await put('P4', session('P4', [present(DAAN, { employerEnterpriseNumber: EMPLOYER })]))).text,
      ),
    ).toEqual([['accepted']]);
  });

  it('stands in the worker-year under its channel, and leaves alone what the employer made of it', async () => {
    await put('P5', session('P5', [present('01010199768')]));
    const path = `${yearPath('01010199768')}/trainings`;
    const [stored] = (await client.fla('GET', path, employer)).json.items;
    expect(stored?.channel).toBe('trainingProvider');
    const { trainingId: _id, channel: _channel, ...own } = stored as unknown as Record<string, unknown>;
    const { registrationDate: _date, ...training } = own;
    const replaced = { trainings: [{ ...training, title: 'Door de werkgever nagekeken' }] };
    expect((await client.fla('PUT', path, employer, replaced)).status).toBe(200);
    await put('P5', session('P5', [present('01010199768')], { title: 'Verbeterd door de verstrekker' }));
    expect((await client.fla('GET', path, employer)).json.items.map(({ title }) => title)).toEqual([
      'Door de werkgever nagekeken',
    ]);
    await put('P5', session('P5', []));
    expect((await client.fla('GET', path, employer)).json.items).toHaveLength(1);
  });
});
