// The presence service: bulk registration with partial refusal, what a caller may see, cancelling, and the limits.
import { describe, expect, it } from 'vitest';
import { DAAN, EMPLOYER, RANIA, SECRETARIAT } from './support/client.ts';
import {
  admin,
  contract,
  get,
  HOUR,
  item,
  judged,
  MINUTE,
  newToken,
  one,
  PARK,
  type Presence,
  post,
  read,
  register,
  STATION,
  SUBCONTRACTOR,
  search,
  startPresences,
  time,
  today,
} from './support/presences.ts';

startPresences();

describe('registering', () => {
  it('answers each item in its place: created, or not created with the issue at its field', async () => {
    const answers = await register(
      item(),
      item({ ssin: '01020399745' }),
      item({ employer: { enterpriseNumber: '0999999131' } }),
      item({ employer: { enterpriseNumber: EMPLOYER, foreignVatNumber: 'NL123456789B01' } }),
      item({ placeOfWork: {} }),
      item({ registrationDate: new Date(time.now + 5 * MINUTE).toISOString() }),
      item({ registrationDate: new Date(time.now - 25 * HOUR).toISOString() }),
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
      item({ registrationDate: new Date(time.now - i * 1000).toISOString() }),
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

describe('searching', () => {
  it('finds by worker, site, kind, state and remark, page by page, in the order asked', async () => {
    const at = (minutes: number, type: string, ssin: string, reference = PARK) =>
      one({
        registrationDate: new Date(time.now - minutes * MINUTE).toISOString(),
        type,
        ssin,
        contractualRelationshipReference: reference,
      });
    await at(9, 'IN', DAAN);
    await at(5, 'OUT', DAAN);
    await at(4, 'IN', RANIA);
    await at(3, 'IN', '78031099771', '1Y100NEVER009');
    expect(await search({ validities: ['pending'] })).toMatchObject({ total: 4, page: 1, pageSize: 50 });
    time.now += 5_000;
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
    time.now = Date.parse('2026-03-28T23:30:00Z');
    const lastMinutes = await one();
    time.now = Date.parse('2026-03-29T21:59:00Z');
    const late = await one({ type: 'OUT' });
    time.now = Date.parse('2026-03-29T22:01:00Z');
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
    await admin('PUT', `/world/employers/${SUBCONTRACTOR}/workers/92082299542`, {
      givenName: 'Nora',
      familyName: 'Wevelgans',
      startDate: '2025-01-01',
    });
    await admin('PUT', `/presence/works-declarations/${STATION}`, {
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
    const cancel = async (ids: number[], bearer?: string) =>
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
    const arrival = await one({ registrationDate: new Date(time.now - 9 * MINUTE).toISOString() });
    const departure = await one({ type: 'OUT' });
    expect(await judged(departure)).toEqual(['valid']);
    await post('cancelInBulk', { items: [{ id: arrival, reason: 'other' }] });
    await admin('POST', '/presence/judge-anew', { ids: [departure] });
    expect(await judged(departure)).toEqual(['valid', 'outWithoutIn']);
  });
});

it('keeps every write in the ledger', async () => {
  const id = await one();
  const { items } = JSON.parse((await admin('GET', '/ledger?limit=10000')).text) as {
    items: { operation: string; effects: { externalReference: string; effect: string }[] }[];
  };
  expect(items.at(-1)).toMatchObject({
    operation: 'registerInBulk',
    effects: [{ externalReference: String(id), effect: 'created' }],
  });
});
