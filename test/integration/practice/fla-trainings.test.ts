// Filing trainings: full replacement, verdicts per training, every anomaly, and what is left untouched.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from './support/certificates.ts';
import {
  DAAN,
  EMPLOYER,
  type PracticeClient,
  RANIA,
  SECRETARIAT,
  startClient,
  training,
  yearPath,
} from './support/client.ts';

let client: PracticeClient;
let employer: string;
let secretariat: string;

beforeAll(async () => {
  client = await startClient();
  const certificate = makeCertificate();
  employer = await client.token(await client.register(certificate), certificate.keyPem);
  const mandatary = await client.register(certificate, SECRETARIAT, 'socialSecretariat');
  secretariat = await client.token(mandatary, certificate.keyPem);
});
afterEach(() => client.admin('PUT', '/clock', { date: '2025-03-01' }));
afterAll(() => client.close());

const put = (insz: string, trainings: unknown[], year = 2025, token = employer, number = EMPLOYER) =>
  client.fla('PUT', `${yearPath(insz, year, number)}/trainings`, token, { trainings });
const get = async (insz: string, year = 2025) =>
  (await client.fla('GET', `${yearPath(insz, year)}/trainings`, employer)).json.items;
const codesOf = (answer: { json: { items: { anomalies: { code: string }[] }[] } }, i = 0): string[] =>
  (answer.json.items[i]?.anomalies ?? []).map(({ code }) => code);

describe('replacing a worker-year', () => {
  it('stores, updates, keeps and deletes by external reference', async () => {
    const first = await put(DAAN, [training('A'), training('B')]);
    expect(first.json.items.map((item: { state: string }) => item.state)).toEqual(['accepted', 'accepted']);
    const second = await put(DAAN, [training('B', { title: 'Anders' }), training('C')]);
    expect(second.json.items[0].trainingId).toBe(first.json.items[1].trainingId);
    const titles = (await get(DAAN)).map((item: { title: string }) => item.title);
    expect(titles).toEqual(['Anders', 'Opleiding C']);
  });
  it('gives the same answer to the same body again, and changes nothing', async () => {
    const once = await put(DAAN, [training('S')]);
    const twice = await put(DAAN, [training('S')]);
    expect(twice.json).toEqual(once.json);
    const last = (await client.admin('GET', '/ledger')).json.items.at(-1);
    expect(last?.effects).toEqual([{ externalReference: 'S', effect: 'unchanged', commits: 2 }]);
  });
  it('wipes what others filed when it is replaced unread', async () => {
    expect((await get(RANIA))[0]).toMatchObject({
      channel: 'webApplication',
      externalReference: 'WEB-2025-000183',
    });
    await put(RANIA, [training('R')]);
    expect((await get(RANIA)).map((item: { channel: string }) => item.channel)).toEqual(['api']);
  });
  it('keeps who filed it when an unchanged foreign training is sent along', async () => {
    const foreign = training('WEB-1', { status: 'reserved' });
    const filing = { enterpriseNumber: EMPLOYER, insz: DAAN, year: 2025, training: foreign };
    expect((await client.admin('POST', '/world/trainings', filing)).status).toBe(204);
    await put(DAAN, [foreign, training('own')]);
    const channels = (await get(DAAN)).map((item: { channel: string }) => item.channel);
    expect(channels.sort()).toEqual(['api', 'webApplication']);
  });
  it('takes accepted trainings and leaves the stored version of a refused one as it was', async () => {
    await put(DAAN, [training('A', { title: 'Eerste' })]);
    const wrong = training('A', { title: 'Tweede', endDate: '2025-01-01' });
    const answer = await put(DAAN, [wrong, training('B')]);
    expect(answer.json.items.map((item: { state: string }) => item.state)).toEqual(['refused', 'accepted']);
    const titles = (await get(DAAN)).map((item: { title: string }) => item.title);
    expect(titles).toEqual(['Eerste', 'Opleiding B']);
  });
  it('leaves everything when worker or employer make the whole message impossible', async () => {
    await put(DAAN, [training('A')]);
    await client.admin('PUT', `/world/employers/${EMPLOYER}/workers/${DAAN}`, {
      givenName: 'Daan',
      familyName: 'Zoutleeuwen',
      startDate: '2023-08-16',
      endDate: '2024-06-30',
    });
    expect(codesOf(await put(DAAN, [training('B')]))).toEqual(['F0004-051']);
    expect((await get(DAAN)).map((item: { externalReference: string }) => item.externalReference)).toEqual([
      'A',
    ]);
    expect((await put(DAAN, [])).status).toBe(403);
    await client.admin('PUT', `/world/employers/${EMPLOYER}/workers/${DAAN}`, {
      givenName: 'Daan',
      familyName: 'Zoutleeuwen',
      startDate: '2023-08-16',
    });
  });
  it('empties the set with an empty list', async () => {
    await put(DAAN, [training('A')]);
    expect((await put(DAAN, [])).json.total).toBe(0);
    expect(await get(DAAN)).toEqual([]);
  });
});

describe('anomalies', () => {
  const cases: readonly (readonly [string, string, string, Record<string, unknown>])[] = [
    [
      'F0001-004',
      'refused',
      'a provider number with wrong check digits',
      { provider: { kind: 'external', enterpriseNumber: '0999999131' } },
    ],
    ['F0010-014', 'refused', 'an end before the start', { endDate: '2025-02-02' }],
    ['F0010-021', 'refused', 'a start in another year', { startDate: '2024-12-30', status: 'reserved' }],
    ['F0011-008', 'refused', 'a completed training of no time', { duration: { hours: 0, minutes: 0 } }],
    ['F0011-008', 'refused', 'more hours than its days have', { duration: { hours: 24, minutes: 1 } }],
    ['F0011-008', 'refused', 'more deducted than it lasted', { deductedDuration: { hours: 4, minutes: 0 } }],
    ['F0014-362', 'refused', 'training leave that counts', { leaveScheme: 'vov' }],
    [
      'F0015-363',
      'acceptedWithWarnings',
      'a certificate that ends too early',
      { certificate: { obtained: true, validUntil: '2025-02-02' } },
    ],
    [
      'F0012-360',
      'acceptedWithWarnings',
      'more than the right',
      { endDate: '2025-02-28', duration: { hours: 38, minutes: 1 } },
    ],
  ];
  it.each(cases)('%s %s for %s', async (code, state, _name, change) => {
    const answer = await put(DAAN, [training('X', change)]);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.json.items[0].state).toBe(state);
    expect(answer.json.items[0].anomalies[0].title.nl).not.toBe('');
  });
  it('names the field of an anomaly', async () => {
    const answer = await put(DAAN, [training('X', { deductedDuration: { hours: 4, minutes: 0 } })]);
    expect(answer.json.items[0].anomalies[0].name).toBe('deductedDuration');
  });
  it('accepts leave that does not count, and an end in the next year', async () => {
    const leave = training('L', { leaveScheme: 'bev', countsForTrainingRight: false });
    const across = training('N', { status: 'reserved', startDate: '2025-12-30', endDate: '2026-01-02' });
    const answer = await put(DAAN, [leave, across]);
    expect([codesOf(answer, 0), codesOf(answer, 1)]).toEqual([[], []]);
  });
  it('F0013-361 warns for the second of two trainings with the same title and dates', async () => {
    const answer = await put(DAAN, [training('1', { title: 'EHBO ' }), training('2', { title: 'ehbo' })]);
    expect([codesOf(answer, 0), codesOf(answer, 1)]).toEqual([[], ['F0013-361']]);
  });
  it('F0012-360 warns only from the training that goes over the right', async () => {
    const week = { endDate: '2025-02-28', duration: { hours: 30, minutes: 24 } };
    const answer = await put(DAAN, [
      training('1', week),
      training('2', { startDate: '2025-02-04', ...week }),
    ]);
    expect([codesOf(answer, 0), codesOf(answer, 1)]).toEqual([[], ['F0012-360']]);
  });
  it('F0016-364 warns after the deadline of the quarter, and not on that day', async () => {
    await client.admin('PUT', '/clock', { date: '2025-04-30' });
    expect(codesOf(await put(DAAN, [training('intime')]))).toEqual([]);
    await client.admin('PUT', '/clock', { date: '2025-05-01' });
    const late = await put(DAAN, [training('intime'), training('late')]);
    expect([codesOf(late, 0), codesOf(late, 1)]).toEqual([[], ['F0016-364']]);
    await client.admin('PUT', '/clock', { date: '2025-04-01' });
    const old = training('old', { startDate: '2024-05-02', endDate: '2024-05-02' });
    expect(codesOf(await put(DAAN, [old], 2024))).toEqual([]);
  });
  it('F0099-999 refuses a year in which registration is closed', async () => {
    const next = training('2026', { status: 'reserved', startDate: '2026-02-02', endDate: '2026-02-02' });
    expect(codesOf(await put(DAAN, [next], 2026))).toEqual(['F0099-999']);
  });
  it('F0002-003 refuses an unknown and a cancelled number', async () => {
    expect(codesOf(await put('85073003328', [training('A')]))).toEqual(['F0002-003']);
    expect(codesOf(await put('90231599623', [training('A')]))).toEqual(['F0002-003']);
  });
  it('F0002-004 refuses wrong check digits of the worker', async () => {
    expect(codesOf(await put('01020399745', [training('A')]))).toEqual(['F0002-004']);
  });
  it('F0002-370 files a replaced number under the new one, with a warning', async () => {
    expect(codesOf(await put('90231599524', [training('J')]))).toEqual(['F0002-370']);
    expect((await get('90431599765'))[0]).toMatchObject({ externalReference: 'J' });
  });
  it('F0004-051 refuses a worker who was not employed there that year', async () => {
    const early = training('A', { startDate: '2023-02-02', endDate: '2023-02-02' });
    expect(codesOf(await put('04452099792', [early], 2023))).toEqual(['F0004-051']);
    expect(codesOf(await put('78031099771', [training('A')]))).toEqual(['F0004-051']);
  });
  it('F0001-004 refuses wrong check digits of the employer', async () => {
    expect(codesOf(await put(DAAN, [training('A')], 2025, employer, '0999999131'))).toEqual(['F0001-004']);
  });
  it('F0003-155 refuses a mandatary whose mandate ended', async () => {
    const answer = await put('92082299542', [training('A')], 2025, secretariat, '1999999052');
    expect(codesOf(answer)).toEqual(['F0003-155']);
    expect(answer.json.trainingCredit).toBeUndefined();
    await client.admin('PUT', '/clock', { date: '2024-12-31' });
    const then = training('A', { startDate: '2024-11-04', endDate: '2024-11-04' });
    const inForce = await put('92082299542', [then], 2024, secretariat, '1999999052');
    expect(codesOf(inForce)).toEqual([]);
  });
});
