// What the presence service finds afterwards: every remark of the world and of a plan, judging anew, how a day fits together.
import { describe, expect, it } from 'vitest';
import { loadRemarks } from '../../../main/practice/presence/remarks.ts';
import { DAAN, EMPLOYER, RANIA, SECRETARIAT } from './support/client.ts';
import {
  admin,
  contract,
  contracts,
  get,
  HOUR,
  judged,
  MINUTE,
  one,
  open,
  PARK,
  type Remark,
  read,
  renewToken,
  startPresences,
  time,
} from './support/presences.ts';

startPresences();

const kinds = loadRemarks(contracts);

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
    const day = (days: number) => new Date(time.now + days * 24 * HOUR).toISOString().slice(0, 10);
    const address = {
      postCode: '2000',
      municipalityName: 'Antwerpen',
      streetName: 'Proefstraat',
      houseNumber: '1',
    };
    const works = (reference: string, more: object) =>
      admin('PUT', `/presence/works-declarations/${reference}`, {
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
    await admin('PUT', `/world/employers/${EMPLOYER}/workers/78031099771`, {
      givenName: 'Bram',
      familyName: 'Hazelaar',
      startDate: '2026-01-01',
    });
    await admin('POST', '/presence/judge-anew', { ids: [id] });
    expect((await read(id)).validity).toBe('valid');
    const { items } = JSON.parse((await get(`/presenceRegistrations/${id}/validations`)).text) as {
      items: { validity: string }[];
    };
    expect(items.map(({ validity }) => validity)).toEqual(['invalid', 'valid']);
  });

  it('knows how a day fits together: out without in, in without out, twice the same, late', async () => {
    const at = (minutesAgo: number, type: string, ssin: string) =>
      one({ registrationDate: new Date(time.now - minutesAgo * MINUTE).toISOString(), type, ssin });
    expect(await judged(await at(0, 'OUT', RANIA))).toEqual(['valid', 'outWithoutIn']);
    const first = await at(9, 'IN', DAAN);
    expect(await judged(await at(8, 'IN', DAAN))).toEqual(['valid', 'sameTypeRepeated']);
    expect(await judged(await at(2, 'OUT', DAAN))).toEqual(['valid']);
    expect(await judged(first)).toEqual(['valid']);
    expect(await judged(await at(30, 'IN', '90431599765'))).toEqual(['valid', 'registeredLate']);
    const forgotten = await one({ ssin: '90431599864' });
    expect(await judged(forgotten)).toEqual(['valid']);
    time.now += 25 * HOUR;
    await renewToken();
    expect(await judged(forgotten)).toEqual(['valid', 'inWithoutOut']);
    const same = { registrationDate: new Date(time.now).toISOString(), ssin: '90231599821' };
    await one(same);
    expect(await judged(await one(same))).toEqual(['valid', 'duplicateRegistration']);
  });

  it('marks the earlier arrival when the worker arrives again without having left', async () => {
    const first = await one();
    expect(await judged(first)).toEqual(['valid']);
    time.now += 3 * HOUR;
    await one();
    expect(await judged(first)).toEqual(['valid', 'inWithoutOut']);
  });

  it.each(Object.keys(kinds))('can show %s, the number of times it was planned', async (code) => {
    await admin('PUT', '/presence/planned-remarks', { items: [{ code, times: 1, insz: RANIA }] });
    const id = await one({ ssin: RANIA });
    await one();
    const [validity, ...codes] = await judged(id);
    expect(codes).toEqual([code]);
    expect(validity).toBe(kinds[code]?.severity === 'blocking' ? 'invalid' : 'valid');
    expect(await judged(await one({ ssin: RANIA, type: 'OUT' }))).toEqual(['valid']);
    expect(JSON.parse((await admin('GET', '/presence/planned-remarks')).text)).toEqual({ items: [] });
  });

  it('lists every kind of remark, the published seventeen among them', async () => {
    const answer = await open(`/refData/remarkTypes`);
    const list = JSON.parse(answer.text) as { items: Remark[]; total: number };
    expect(contract.schema('RemarkTypes')(list)).toBe(true);
    expect(list.items.map(({ code }) => code)).toEqual(Object.keys(kinds));
    expect(Object.values(kinds).filter(({ soap }) => soap !== undefined)).toHaveLength(17);
    const single = await open(`/refData/remarkTypes/relatedDimonaNotOk`);
    expect(JSON.parse(single.text)).toMatchObject({ code: 'relatedDimonaNotOk', severity: 'blocking' });
    expect((await open(`/refData/remarkTypes/nothingSuch`)).status).toBe(404);
  });
});
