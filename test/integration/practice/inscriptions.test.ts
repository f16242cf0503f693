// The inscription service as it is reached: over HTTPS, with its scenarios, its administration, its restart, and by hand on the portal.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE } from '../../../main/practice/cbss/sample-persons.ts';
import { told } from '../../unit/practice/cbss/bench.ts';
import {
  consultation,
  insertion,
  type Question,
  questionXml,
  signedMessage,
} from '../../unit/practice/cbss/signed-message.ts';
import { makeCertificate } from './support/certificates.ts';
import { type PracticeClient, startClient } from './support/client.ts';
import { openWindow, peopleOf } from './support/portal-window.ts';

const BERK = '0999999130';
const FIEN = '01010199669';
const URN = 'urn:practice:sociodesk:0999999130';
const certificate = makeCertificate();
const folder = mkdtempSync(join(tmpdir(), 'practice-inscriptions-'));
const file = { dataFile: join(folder, 'practice.db'), dataKeyHex: 'cd'.repeat(32) };
let client: PracticeClient;

const send = (text: string) => {
  const url = client.service.environments['practice']?.cbss?.baseUrl.value ?? '';
  return client.send('POST', url, { body: text, headers: { 'content-type': 'text/xml; charset=utf-8' } });
};
const ask = async (question: Question) => {
  const answer = await send(signedMessage(questionXml(question), certificate));
  return told(answer.status, answer.text);
};
interface Emission {
  readonly fileSequenceNumber: number;
  readonly recordCount: number;
  readonly written: boolean;
  readonly files: { readonly name: string; readonly base64: string }[];
}
const emit = async (more: Record<string, unknown> = {}): Promise<Emission> =>
  JSON.parse((await client.admin('POST', '/cbss/emit', { receiver: BERK, ...more })).text);

beforeAll(async () => {
  client = await startClient(file);
  await client.register(certificate);
});
afterEach(() => client.admin('DELETE', '/faults'));
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

describe('the inscription service', () => {
  it('lets an application in once its name stands in the access rules', async () => {
    expect((await ask(insertion({ ssin: SAMPLE.active }))).code).toBe('SOA-01002');
    expect((await client.admin('PUT', `/cbss/applications/${URN}`, { enterpriseNumber: BERK })).status).toBe(
      200,
    );
    expect(await ask(insertion({ ssin: SAMPLE.active }))).toMatchObject({ status: 200, code: 'MSG00000' });
    expect(
      (
        await ask({
          operation: 'searchPersonPhonetic',
          asked: '<criteria><lastName>Kestelaar</lastName></criteria>',
        })
      ).code,
    ).toBe('MSG00013');
  });

  it('is recorded in the ledger, with what took effect', async () => {
    const ticket = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
    await ask({ ...insertion({ ssin: SAMPLE.rad }), ticket });
    const { items } = JSON.parse((await client.admin('GET', '/ledger')).text);
    expect(items.at(-1)).toMatchObject({
      operation: 'cbss.insertInscription',
      committed: true,
      effects: [{ externalReference: ticket, effect: 'updated', commits: 1 }],
    });
  });

  it('answers what is not signed, too large or no post', async () => {
    expect(told(500, (await send('<a/>')).text).code).toBe('SOA-03002');
    expect((await send('x'.repeat(1_100_000))).status).toBe(413);
    const url = client.service.environments['practice']?.cbss?.baseUrl.value ?? '';
    expect((await client.send('GET', url)).status).toBe(405);
  });

  const question = () => consultation({ ssin: SAMPLE.active });
  it.each([
    ['soa02001', 500, 'SOA-02001'],
    ['soa02002', 500, 'SOA-02002'],
  ])('under the scenario %s fails once, and then answers', async (kind, status, code) => {
    await client.admin('PUT', '/faults', { kind, path: '/CBSSInscription', count: 1 });
    expect(await ask(question())).toMatchObject({ status, code });
    expect((await ask(question())).code).toBe('MSG00000');
  });

  it.each([
    [
      'cbssFaultDetail',
      500,
      /<c:consultInscriptionsFault .*<informationCustomer>.*<detail><severity>FATAL<\/severity><reasonCode>MSG00003</,
    ],
    [
      'cbssFaultError',
      500,
      /<c:consultInscriptionsFault .*<error><severity>FATAL<\/severity><reasonCode>MSG00003</,
    ],
    ['html502', 502, /^<!doctype html>/],
    ['truncatedXml', 200, /^(?!.*<\/soapenv:Envelope>)/],
    // Taken off by whoever decodes it as text: seen in the bytes that are told beside it.
    ['bom', 200, /Envelope/],
    ['otherTicket', 200, /<ticket>(?!bbbbbbbb)/],
  ])('under the scenario %s answers so', async (kind, status, text) => {
    await client.admin('PUT', '/faults', { kind, path: '/CBSSInscription', count: 1 });
    const ticket = 'bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee';
    const answer = await send(signedMessage(questionXml({ ...question(), ticket }), certificate));
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
    if (kind === 'bom')
      expect(Number(answer.headers['content-length'])).toBe(Buffer.byteLength(answer.text) + 3);
  });
});

describe('what happens at the registers', () => {
  it('stands in the files of the days, written into a folder, also after a restart', async () => {
    const lines = [{ ssin: FIEN, inscriptionContext: 'EMPLOYEE', beginDate: '2024-01-01' }];
    expect((await client.admin('PUT', '/cbss/inscriptions', { owner: BERK, lines })).status).toBe(204);
    const present: string = JSON.parse(
      (await client.admin('POST', '/cbss/replace', { ssin: FIEN })).text,
    ).newSsin;
    const days = mkdtempSync(join(tmpdir(), 'practice-days-'));
    try {
      const first = await emit({ folder: days, date: '2026-11-30' });
      expect(first).toMatchObject({ fileSequenceNumber: 1, recordCount: 1, written: true });
      const [made, voucher] = first.files;
      expect(readdirSync(days).sort()).toEqual([made?.name, voucher?.name].sort());
      const bytes = readFileSync(join(days, made?.name ?? ''));
      expect(bytes.toString()).toContain(`<ssin replacedBy="${present}">${FIEN}</ssin>`);
      expect(Buffer.from(voucher?.base64 ?? '', 'base64').toString()).toContain(
        createHash('sha256').update(bytes).digest('hex'),
      );
    } finally {
      rmSync(days, { recursive: true });
    }
    await client.close();
    client = await startClient(file);
    expect(await emit()).toMatchObject({ fileSequenceNumber: 2, recordCount: 0 });
    expect(await ask(consultation({ ssin: FIEN }))).toMatchObject({
      code: 'MSG00000',
      ssin: `<ssin replaces="${FIEN}">${present}</ssin>`,
    });
  });

  it('is refused where it cannot happen, with a reason', async () => {
    const refused = [
      await client.admin('POST', '/cbss/replace', { ssin: SAMPLE.unknown }),
      await client.admin('POST', '/cbss/cancel', { ssin: SAMPLE.replaced }),
      await client.admin('POST', '/cbss/change', { ssin: SAMPLE.active, type: 'SHOE_SIZE', person: {} }),
      await client.admin('POST', '/cbss/emit', { receiver: BERK, folder: '/nowhere/at/all' }),
      await client.admin('PUT', `/cbss/persons/${SAMPLE.unknown}`, { genderCode: 1 }),
      await client.admin('PUT', '/cbss/applications/no-name', { enterpriseNumber: BERK }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
  });

  it('can be turned by the administration: persons, contexts, declarations, and who is let in', async () => {
    const person = { lastName: 'Nieuwkomer', givenNames: ['Ada'] };
    expect((await client.admin('PUT', `/cbss/persons/${SAMPLE.unknown}`, person)).json).toMatchObject({
      birthDate: '1977-03-07',
    });
    await client.admin('PUT', '/cbss/contexts/VOLUNTEER', { active: true });
    expect((await ask(insertion({ ssin: SAMPLE.unknown, context: 'VOLUNTEER' }))).code).toBe('MSG00000');
    const change = { ssin: SAMPLE.unknown, type: 'NAME', person: { lastName: 'Nieuwkomers' } };
    expect((await client.admin('POST', '/cbss/change', change)).status).toBe(200);
    const dimona = { ssin: SAMPLE.unknown, employerCbeNumber: BERK, action: 'IN', beginDate: '2026-12-01' };
    expect((await client.admin('POST', '/cbss/dimona', dimona)).status).toBe(200);
    expect(await emit({ everybody: true })).toMatchObject({ recordCount: 2 });
    const listed = (await client.admin('GET', `/cbss/inscriptions?owner=${BERK}`)).text;
    expect(listed).toContain('"context":"VOLUNTEER"');
    expect((await client.admin('GET', '/cbss/persons')).json.items.length).toBeGreaterThan(30);
    await client.admin('DELETE', `/cbss/applications/${URN}`);
    expect((await ask(consultation({ ssin: SAMPLE.active }))).code).toBe('SOA-01002');
    expect((await client.admin('POST', '/reset', { keepAccounts: true })).status).toBe(200);
    expect((await client.admin('GET', '/cbss/inscriptions')).json.items).toEqual([]);
  });
});

describe('by hand on the portal', () => {
  it('somebody lets the application in, inscribes, replaces a number, and takes the files home', async () => {
    const window = await openWindow(client, 'en');
    await window.logIn((await peopleOf(client))('Nadia'), BERK);
    await window.open('/registers/access', { enterprise: BERK });
    await window.send('/registers/access', {
      rights: ['inscriptions', 'search'],
      contexts: 'TEST:INSCRIPTION, TEST:MORE',
    });
    expect(window.shown().text).toContain('Let in as urn:practice:sociodesk:0999999130');
    expect((await ask({ ...consultation({ ssin: SAMPLE.active }), legalContext: 'TEST:MORE' })).code).toBe(
      'MSG00100',
    );

    await window.open('/registers', { enterprise: BERK });
    await window.send('/registers/workers');
    expect(window.shown().text).toContain('Inscribed workers: 9.');
    await window.send('/registers', { who: '', event: 'replace', value: '' });
    expect(window.shown().text).toContain('Choose the person to whom it happens.');
    for (const [value, reason] of [
      ['85.07.03-997.69', 'not a valid SSIN'],
      ['', ''],
    ] as const) {
      await window.send('/registers', { who: FIEN, event: 'replace', value });
      expect(window.shown().text).toContain(reason === '' ? 'The number was replaced.' : reason);
    }
    await window.send('/registers', { who: FIEN, event: 'cancel' });
    expect(window.shown().text).toContain('already replaced or cancelled');
    await window.send('/registers', { who: SAMPLE.active, event: 'rename', value: 'Anders' });
    await window.send('/registers/files', {});
    expect(window.shown().text).toContain('File 1 was made. Changes in it: 1.');
    const links = [...window.shown().html.matchAll(/href="([^"]*\/registers\/file[^"]*)"/g)].map((match) =>
      (match[1] ?? '').replaceAll('&amp;', '&'),
    );
    const [made, voucher] = await Promise.all(links.map((link) => window.load(link)));
    expect(made?.html).toMatch(new RegExp(`<type>REPLACEMENT</type>.*<ssin replacedBy="\\d{11}">${FIEN}<`));
    expect(voucher?.html).toContain(
      createHash('sha256')
        .update(made?.html ?? '')
        .digest('hex'),
    );
    await window.open('/registers/access', { enterprise: BERK });
    await window.send('/registers/access/end');
    expect(window.shown().text).toContain('No application of this enterprise is let in.');
  });
});
