// The presence service: bulk registration with partial refusal, remarks that come later, judging anew, cancelling, what a
// caller may see, and the limits.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadContract } from '../../../main/practice/contract/load-contract.ts';
import { loadRemarks } from '../../../main/practice/presence/remarks.ts';
import { findResources } from '../../../main/practice/resource-files.ts';
import { type MadeCertificate, makeCertificate } from './support/certificates.ts';
import { DAAN, EMPLOYER, type PracticeClient, RANIA, SECRETARIAT, startClient } from './support/client.ts';

const PARK = '1Y100PARK0001';
const STATION = '1Y100STAT0002';
const SUBCONTRACTOR = '1999999151';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const contracts = `${findResources()}/contracts`;
const kinds = loadRemarks(contracts);
const contract = loadContract(contracts, 'presence-registration-v1.yaml');

let client: PracticeClient;
let certificate: MadeCertificate;
let base: string;
let token: string;
// Tomorrow, as the certificate is valid from today on.
const noon = new Date().setUTCHours(35, 0, 0, 0);
let now = noon;
const accounts = new Map<string, string>();

beforeAll(async () => {
  client = await startClient({ wallClock: () => now });
  certificate = makeCertificate();
  base = client.service.environments['practice']?.services.checkInAndOutAtWork.baseUrl?.value ?? '';
});
beforeEach(async () => {
  now = noon;
  await client.admin('POST', '/reset', { keepAccounts: true });
  await client.admin('PUT', '/switches', { tokenSeconds: 86_400 });
  token = await newToken(EMPLOYER, 'employer', ['checkInAndOutAtWork']);
});
afterAll(() => client.close());

async function newToken(number: string, quality: string, rights: string[]): Promise<string> {
  const key = [number, quality, ...rights].join(' ');
  const clientId = accounts.get(key) ?? (await client.register(certificate, number, quality, rights));
  accounts.set(key, clientId);
  const at = Math.floor(now / 1000);
  const answer = await client.present(
    await client.sign({ ...client.claims(clientId), iat: at, exp: at + 300 }, certificate.keyPem),
  );
  if (answer.status !== 200) throw new Error(answer.text);
  return String(answer.json.access_token);
}

type Remark = { code: string; severity: string };
type Presence = {
  id: number;
  validity: string;
  ssin: string;
  remarks: Remark[];
  currentSsin?: string;
  channel: string;
  employer: { enterpriseNumber?: string };
  cancellation?: { reason: string };
};
type Answered = {
  createdPresenceRegistration?: Presence;
  notCreatedPresenceRegistration?: { issues: { name: string; type: string }[] };
};

const item = (more: object = {}) => ({
  registrationDate: new Date(now).toISOString(),
  ssin: DAAN,
  type: 'IN',
  employer: { enterpriseNumber: EMPLOYER },
  placeOfWork: { coordinates: { longitude: 4.4093, latitude: 51.2085 } },
  contractualRelationshipReference: PARK,
  ...more,
});
const post = (path: string, json: unknown, bearer = token) =>
  client.send('POST', `${base}/presenceRegistrations/${path}`, {
    json,
    headers: { authorization: `Bearer ${bearer}` },
  });
const get = (path: string, bearer = token) =>
  client.send('GET', base + path, { headers: { authorization: `Bearer ${bearer}` } });
const register = async (...items: object[]): Promise<Answered[]> => {
  const answer = await post('registerInBulk', { items });
  expect(answer.status, answer.text).toBe(200);
  return (JSON.parse(answer.text) as { items: Answered[] }).items;
};
const one = async (more: object = {}): Promise<number> => {
  const [answer] = await register(item(more));
  const id = answer?.createdPresenceRegistration?.id;
  if (id === undefined) throw new Error(JSON.stringify(answer));
  return id;
};
const read = async (id: number): Promise<Presence> =>
  JSON.parse((await get(`/presenceRegistrations/${id}`)).text) as Presence;
const judged = async (id: number): Promise<[string, ...string[]]> => {
  now += 4_000;
  const { validity, remarks } = await read(id);
  return [validity, ...remarks.map(({ code }) => code)];
};
const today = () => new Date(now).toISOString().slice(0, 10);
const search = async (more: object = {}, bearer = token) => {
  const answer = await post(
    'search',
    { registrationPeriod: { startDate: today(), endDate: today() }, ...more },
    bearer,
  );
  expect(answer.status, answer.text).toBe(200);
  return JSON.parse(answer.text) as { items: Presence[]; total: number; page: number; pageSize: number };
};

describe('registering', () => {
  it('answers each item in its place: created, or not created with the issue at its field', async () => {
    const answers = await register(
      item(),
      item({ ssin: '01020399745' }),
      item({ employer: { enterpriseNumber: '0999999131' } }),
      item({ employer: { enterpriseNumber: EMPLOYER, foreignVatNumber: 'NL123456789B01' } }),
      item({ placeOfWork: {} }),
      item({ registrationDate: new Date(now + 5 * MINUTE).toISOString() }),
      item({ registrationDate: new Date(now - 25 * HOUR).toISOString() }),
      item({ employer: { enterpriseNumber: SUBCONTRACTOR } }),
      item({ type: 'OUT', ssin: RANIA }),
    );
    expect(answers[0]?.createdPresenceRegistration).toMatchObject({ validity: 'pending', remarks: [] });
    const names = answers.map((answer) =>
      answer.notCreatedPresenceRegistration?.issues.map(
        ({ name, type }) => `${name} ${type.split(':').at(-1)}`,
      ),
    );
    expect(names).toEqual([
      undefined,
      ['items[1].ssin invalidStructure'],
      ['items[2].employer.enterpriseNumber invalidStructure'],
      ['items[3].employer exactlyOneOfExpected'],
      ['items[4].placeOfWork exactlyOneOfExpected'],
      ['items[5].registrationDate outOfRange'],
      ['items[6].registrationDate outOfRange'],
      ['items[7].employer.enterpriseNumber invalidInput'],
      undefined,
    ]);
    expect((await search()).total).toBe(2);
  });

  it('refuses a whole message that breaks the schema, and stores nothing of it', async () => {
    const tooMany = Array.from({ length: 201 }, () => item());
    expect((await post('registerInBulk', { items: tooMany })).status).toBe(400);
    expect((await post('registerInBulk', { items: [] })).status).toBe(400);
    const wrongLetter = item({ contractualRelationshipReference: '1Y100PARK000I' });
    expect((await post('registerInBulk', { items: [item(), wrongLetter] })).status).toBe(400);
    expect((await post('registerInBulk', { items: [{ ...item(), colleague: 'x' }] })).status).toBe(400);
    expect((await search()).total).toBe(0);
  });

  it('takes two hundred in one call', async () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      item({ registrationDate: new Date(now - i * 1000).toISOString() }),
    );
    const answers = await register(...many);
    expect(answers.every(({ createdPresenceRegistration: created }) => created !== undefined)).toBe(true);
    expect(new Set(answers.map((answer) => answer.createdPresenceRegistration?.id)).size).toBe(200);
  });

  it('asks for the right to register', async () => {
    const consult = await newToken(EMPLOYER, 'employer', ['checkInAndOutAtWorkConsult']);
    expect((await post('registerInBulk', { items: [item()] }, consult)).status).toBe(403);
    expect((await search({}, consult)).total).toBe(0);
  });
});

describe('what is found afterwards', () => {
  it('waits for its time, then is valid without remarks, with every judgement on record', async () => {
    const id = await one();
    expect(await read(id)).toMatchObject({ validity: 'pending', remarks: [] });
    expect(await judged(id)).toEqual(['valid']);
    const answer = await get(`/presenceRegistrations/${id}/validations`);
    expect(JSON.parse(answer.text)).toMatchObject({ total: 1, items: [{ validity: 'valid', remarks: [] }] });
    expect(contract.schema('Validations')(JSON.parse(answer.text))).toBe(true);
    expect(contract.schema('PresenceRegistration')(await read(id))).toBe(true);
  });

  it('knows the site: unknown, over, not obliged, not yours, contract over, far away', async () => {
    const at = (reference: string, more: object = {}) =>
      one({ contractualRelationshipReference: reference, ...more });
    const day = (days: number) => new Date(now + days * 24 * HOUR).toISOString().slice(0, 10);
    const address = {
      postCode: '2000',
      municipalityName: 'Antwerpen',
      streetName: 'Proefstraat',
      houseNumber: '1',
    };
    const works = (reference: string, more: object) =>
      client.admin('PUT', `/presence/works-declarations/${reference}`, {
        declarant: EMPLOYER,
        startDate: day(-10),
        endDate: day(10),
        address,
        ...more,
      });
    await works('1Y100ENDED005', { endDate: day(-1) });
    await works('1Y100FREE0006', { obligedToRegister: false });
    await works('1Y100THEM0007', { declarant: SECRETARIAT });
    await works('1Y100GNED0008', {
      declarant: SECRETARIAT,
      subcontractors: [{ enterpriseNumber: EMPLOYER, startDate: day(-9), endDate: day(-3) }],
    });
    const far = { placeOfWork: { coordinates: { longitude: 4.7, latitude: 50.88 } } };
    expect(await judged(await at('1Y100NEVER009'))).toEqual(['invalid', 'worksDeclarationUnknown']);
    expect(await judged(await at('1Y100ENDED005'))).toEqual(['invalid', 'worksDeclarationNotActive']);
    expect(await judged(await at('1Y100FREE0006'))).toEqual(['invalid', 'siteNotSubject']);
    expect(await judged(await at('1Y100THEM0007'))).toEqual(['invalid', 'companyNotInWorksDeclaration']);
    expect(await judged(await at('1Y100GNED0008'))).toEqual(['invalid', 'companyContractNotActive']);
    expect(await judged(await at(PARK, far))).toEqual(['valid', 'locationFarFromSite']);
  });

  it('knows the person and the employer', async () => {
    const replaced = await one({ ssin: '90231599524' });
    expect(await judged(replaced)).toEqual(['valid', 'ssinReplaced']);
    expect((await read(replaced)).currentSsin).toBe('90431599765');
    expect(await judged(await one({ ssin: '90231599623' }))).toEqual(['invalid', 'ssinUnknown']);
    expect(await judged(await one({ ssin: '78031099771' }))).toEqual(['invalid', 'relatedDimonaNotOk']);
    const foreign = { employer: { foreignVatNumber: 'NL123456789B01' } };
    expect(await judged(await one({ ...foreign, ssin: '85261599636' }))).toEqual([
      'invalid',
      'companyNotInWorksDeclaration',
      'bisNotKnownInLimosa',
    ]);
  });

  it('judges anew when asked, and keeps the earlier judgement on record', async () => {
    const id = await one({ ssin: '78031099771' });
    expect(await judged(id)).toEqual(['invalid', 'relatedDimonaNotOk']);
    await client.admin('PUT', `/world/employers/${EMPLOYER}/workers/78031099771`, {
      givenName: 'Bram',
      familyName: 'Hazelaar',
      startDate: '2026-01-01',
    });
    await client.admin('POST', '/presence/judge-anew', { ids: [id] });
    expect((await read(id)).validity).toBe('valid');
    const { items } = JSON.parse((await get(`/presenceRegistrations/${id}/validations`)).text) as {
      items: { validity: string }[];
    };
    expect(items.map(({ validity }) => validity)).toEqual(['invalid', 'valid']);
  });

  it('knows how a day fits together: out without in, in without out, twice the same, late', async () => {
    const at = (minutesAgo: number, type: string, ssin: string) =>
      one({ registrationDate: new Date(now - minutesAgo * MINUTE).toISOString(), type, ssin });
    expect(await judged(await at(0, 'OUT', RANIA))).toEqual(['valid', 'outWithoutIn']);
    const first = await at(9, 'IN', DAAN);
    expect(await judged(await at(8, 'IN', DAAN))).toEqual(['valid', 'sameTypeRepeated']);
    expect(await judged(await at(2, 'OUT', DAAN))).toEqual(['valid']);
    expect(await judged(first)).toEqual(['valid']);
    expect(await judged(await at(30, 'IN', '90431599765'))).toEqual(['valid', 'registeredLate']);
    const forgotten = await one({ ssin: '90431599864' });
    expect(await judged(forgotten)).toEqual(['valid']);
    now += 25 * HOUR;
    token = await newToken(EMPLOYER, 'employer', ['checkInAndOutAtWork']);
    expect(await judged(forgotten)).toEqual(['valid', 'inWithoutOut']);
    const same = { registrationDate: new Date(now).toISOString(), ssin: '90231599821' };
    await one(same);
    expect(await judged(await one(same))).toEqual(['valid', 'duplicateRegistration']);
  });

  it('marks the earlier arrival when the worker arrives again without having left', async () => {
    const first = await one();
    expect(await judged(first)).toEqual(['valid']);
    now += 3 * HOUR;
    await one();
    expect(await judged(first)).toEqual(['valid', 'inWithoutOut']);
  });

  it.each(Object.keys(kinds))('can show %s, the number of times it was planned', async (code) => {
    await client.admin('PUT', '/presence/planned-remarks', { items: [{ code, times: 1, insz: RANIA }] });
    const id = await one({ ssin: RANIA });
    await one();
    const [validity, ...codes] = await judged(id);
    expect(codes).toEqual([code]);
    expect(validity).toBe(kinds[code]?.severity === 'blocking' ? 'invalid' : 'valid');
    expect(await judged(await one({ ssin: RANIA, type: 'OUT' }))).toEqual(['valid']);
    expect(JSON.parse((await client.admin('GET', '/presence/planned-remarks')).text)).toEqual({ items: [] });
  });

  it('lists every kind of remark, the published seventeen among them', async () => {
    const answer = await client.send('GET', `${base}/refData/remarkTypes`);
    const list = JSON.parse(answer.text) as { items: Remark[]; total: number };
    expect(contract.schema('RemarkTypes')(list)).toBe(true);
    expect(list.items.map(({ code }) => code)).toEqual(Object.keys(kinds));
    expect(Object.values(kinds).filter(({ soap }) => soap !== undefined)).toHaveLength(17);
    const single = await client.send('GET', `${base}/refData/remarkTypes/relatedDimonaNotOk`);
    expect(JSON.parse(single.text)).toMatchObject({ code: 'relatedDimonaNotOk', severity: 'blocking' });
    expect((await client.send('GET', `${base}/refData/remarkTypes/nothingSuch`)).status).toBe(404);
  });
});

describe('searching', () => {
  it('finds by worker, site, kind, state and remark, page by page, in the order asked', async () => {
    const at = (minutes: number, type: string, ssin: string, reference = PARK) =>
      one({
        registrationDate: new Date(now - minutes * MINUTE).toISOString(),
        type,
        ssin,
        contractualRelationshipReference: reference,
      });
    await at(9, 'IN', DAAN);
    await at(5, 'OUT', DAAN);
    await at(4, 'IN', RANIA);
    await at(3, 'IN', '78031099771', '1Y100NEVER009');
    expect(await search({ validities: ['pending'] })).toMatchObject({ total: 4, page: 1, pageSize: 50 });
    now += 5_000;
    const count = async (more: object) => (await search(more)).total;
    expect(await count({ ssin: DAAN })).toBe(2);
    expect(await count({ type: 'OUT' })).toBe(1);
    expect(await count({ contractualRelationshipReference: PARK })).toBe(3);
    expect(await count({ validities: ['invalid'] })).toBe(1);
    expect(await count({ remarkCodes: ['worksDeclarationUnknown'] })).toBe(1);
    expect(await count({ remarkCodes: ['works'] })).toBe(0);
    const pages = await Promise.all([1, 2, 3].map((page) => search({ page, pageSize: 2, sort: ['-id'] })));
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(4);
    expect(contract.schema('PresenceRegistrations')(pages[0])).toBe(true);
  });

  it('counts days as Belgium does, also on the night of summer time', async () => {
    now = Date.parse('2026-03-28T23:30:00Z');
    const lastMinutes = await one();
    now = Date.parse('2026-03-29T21:59:00Z');
    const late = await one({ type: 'OUT' });
    now = Date.parse('2026-03-29T22:01:00Z');
    await one({ ssin: RANIA });
    const day = { registrationPeriod: { startDate: '2026-03-29', endDate: '2026-03-29' } };
    const { items } = await search(day);
    expect(items.map(({ id }) => id)).toEqual([lastMinutes, late]);
  });

  it('refuses a period over 31 days or backwards, and a page over five hundred', async () => {
    const period = (startDate: string, endDate: string) =>
      post('search', { registrationPeriod: { startDate, endDate } });
    expect((await period('2026-03-01', '2026-04-01')).status).toBe(400);
    expect((await period('2026-03-02', '2026-03-01')).status).toBe(400);
    expect((await period('2026-03-01', '2026-03-31')).status).toBe(200);
    const big = await post('search', {
      registrationPeriod: { startDate: today(), endDate: today() },
      pageSize: 501,
    });
    expect(big.status).toBe(400);
  });

  it('shows a declarant what its subcontractors registered on its own site, and nobody else', async () => {
    await client.admin('PUT', `/world/employers/${SUBCONTRACTOR}/workers/92082299542`, {
      givenName: 'Nora',
      familyName: 'Wevelgans',
      startDate: '2025-01-01',
    });
    await client.admin('PUT', `/presence/works-declarations/${STATION}`, {
      declarant: EMPLOYER,
      startDate: '2026-01-01',
      endDate: '2027-12-31',
      address: { postCode: '9000', municipalityName: 'Gent', streetName: 'Proefplein', houseNumber: '1' },
      subcontractors: [{ enterpriseNumber: SUBCONTRACTOR, startDate: '2026-01-01', endDate: null }],
    });
    const theirs = await newToken(SUBCONTRACTOR, 'employer', ['checkInAndOutAtWork']);
    const sent = item({
      ssin: '92082299542',
      employer: { enterpriseNumber: SUBCONTRACTOR },
      contractualRelationshipReference: STATION,
    });
    expect((await post('registerInBulk', { items: [sent] }, theirs)).status).toBe(200);
    expect((await search()).total).toBe(0);
    const { items } = await search({ includeSubcontractors: true });
    expect(items.map(({ employer }) => employer.enterpriseNumber)).toEqual([SUBCONTRACTOR]);
    const id = items[0]?.id ?? 0;
    expect((await get(`/presenceRegistrations/${id}`)).status).toBe(200);
    const stranger = await newToken(SECRETARIAT, 'employer', ['checkInAndOutAtWorkConsult']);
    expect((await get(`/presenceRegistrations/${id}`, stranger)).status).toBe(403);
    const asked = { employer: { enterpriseNumber: SUBCONTRACTOR } };
    const period = { registrationPeriod: { startDate: today(), endDate: today() } };
    expect((await post('search', { ...period, ...asked }, stranger)).status).toBe(403);
  });
});

describe('cancelling', () => {
  it('cancels what is its own, once, and says why', async () => {
    const id = await one();
    const cancel = async (ids: number[], bearer = token) =>
      JSON.parse(
        (await post('cancelInBulk', { items: ids.map((one) => ({ id: one, reason: 'planning' })) }, bearer))
          .text,
      ) as {
        items: { cancelledPresenceRegistration?: Presence; notCancelledPresenceRegistration?: unknown }[];
      };
    const stranger = await newToken(SECRETARIAT, 'employer', ['checkInAndOutAtWork']);
    expect((await cancel([id], stranger)).items[0]?.notCancelledPresenceRegistration).toBeDefined();
    const { items } = await cancel([id, 999_999]);
    expect(items[0]?.cancelledPresenceRegistration?.cancellation?.reason).toBe('planning');
    expect(items[1]?.notCancelledPresenceRegistration).toMatchObject({ id: 999_999 });
    expect((await cancel([id])).items[0]?.notCancelledPresenceRegistration).toBeDefined();
    expect((await read(id)).cancellation?.reason).toBe('planning');
  });

  it('a cancelled arrival leaves the departure without one', async () => {
    const arrival = await one({ registrationDate: new Date(now - 9 * MINUTE).toISOString() });
    const departure = await one({ type: 'OUT' });
    expect(await judged(departure)).toEqual(['valid']);
    await post('cancelInBulk', { items: [{ id: arrival, reason: 'other' }] });
    await client.admin('POST', '/presence/judge-anew', { ids: [departure] });
    expect(await judged(departure)).toEqual(['valid', 'outWithoutIn']);
  });
});

it('keeps every write in the ledger', async () => {
  const id = await one();
  const { items } = JSON.parse((await client.admin('GET', '/ledger?limit=10000')).text) as {
    items: { operation: string; effects: { externalReference: string; effect: string }[] }[];
  };
  expect(items.at(-1)).toMatchObject({
    operation: 'registerInBulk',
    effects: [{ externalReference: String(id), effect: 'created' }],
  });
});
