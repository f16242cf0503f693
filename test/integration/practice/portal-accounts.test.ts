// Wrong turns with accounts in Chaman: every mistake in the form told at once, what was typed kept, and what a
// certificate and a closed account allow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeCertificate, makeCertificate, makeContainer, makeRequest } from './support/certificates.ts';
import { type PracticeClient, startClient } from './support/client.ts';
import { openWindow, type PortalWindow, peopleOf, type Values } from './support/portal-window.ts';

const BERK = '0999999130';
const KLAVER = '0999999031';
let client: PracticeClient;
let person: (name: string) => string;
let good: MadeCertificate;
beforeAll(async () => {
  client = await startClient();
  person = await peopleOf(client);
  good = makeCertificate();
  await client.chaman('PUT', `/enterprises/${BERK}/sender`, { name: 'An', email: 'an@berk.invalid' });
});
afterAll(() => client.close());

const as = async (name: string): Promise<PortalWindow> => {
  const window = await openWindow(client);
  await window.logIn(person(name));
  return window;
};
const file = (bytes: Uint8Array, name = 'a.cer') => ({ name, bytes });
const derOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');

describe('a new account', () => {
  let window: PortalWindow;
  beforeAll(async () => {
    window = await as('Nadia');
  });
  const form = (more: Values = {}): Values => ({
    type: 'REST',
    name: 'proef',
    rights: ['careerProFlaDeclaration'],
    certificate: file(good.der),
    certificateName: 'proef',
    ...more,
  });
  const add = async (more: Values) => {
    await window.open('/chaman/add', { enterprise: BERK, quality: 'employer' });
    return window.send('/chaman/add', form(more));
  };
  const wrong: readonly (readonly [string, () => Values, string])[] = [
    ['another type', () => ({ type: 'SOAP' }), 'maakt geen deel uit van de oefening'],
    ['no name', () => ({ name: '' }), 'Vul een naam in'],
    ['a name without end', () => ({ name: 'x'.repeat(101) }), 'ten hoogste 100 tekens'],
    ['no rights', () => ({ rights: [] }), 'Vink ten minste één machtiging aan'],
    ['a right that does not exist', () => ({ rights: ['everything'] }), 'machtigingen bestaat niet'],
    ['no file', () => ({ certificate: file(Buffer.alloc(0), '') }), 'Kies het certificaat'],
    ['an empty file', () => ({ certificate: file(Buffer.alloc(0)) }), 'Kies het certificaat'],
    ['no certificate name', () => ({ certificateName: '' }), 'Geef het certificaat een naam'],
    [
      'a container',
      () => ({ certificate: file(makeContainer(good), 'a.p12') }),
      'Dit is een container (.p12 of .pfx)',
    ],
    [
      'a PEM private key',
      () => ({ certificate: file(Buffer.from(good.keyPem)) }),
      'bevat een private sleutel',
    ],
    ['a DER private key', () => ({ certificate: file(derOf(good.keyPem)) }), 'bevat een private sleutel'],
    ['a signing request', () => ({ certificate: file(makeRequest()) }), 'aanvraag voor een certificaat'],
    ['a text', () => ({ certificate: file(Buffer.from('hallo')) }), 'Dit bestand is geen certificaat'],
    [
      'a weak key',
      () => ({ certificate: file(makeCertificate({ key: 'rsa:1024' }).der) }),
      'niet 2048, 3072 of 4096 bits',
    ],
    [
      'a wrong curve',
      () => ({ certificate: file(makeCertificate({ key: 'ec:P-256' }).der) }),
      'niet op P-384 of P-521',
    ],
    [
      'no key usage',
      () => ({ certificate: file(makeCertificate({ keyUsage: null }).der) }),
      'noemt geen sleutelgebruik',
    ],
    [
      'SHA-1',
      () => ({ certificate: file(makeCertificate({ digest: 'sha1' }).der) }),
      'gebruikt niet SHA-256',
    ],
  ];
  it.each(wrong)('is refused with %s', async (_name, more, sentence) => {
    const shown = await add(more());
    expect(shown.status).toBeGreaterThanOrEqual(400);
    expect(shown.text).toContain('Dit ging niet.');
    expect(shown.text).toContain(sentence);
  });
  it('tells everything that is wrong at once, each leading to its field', async () => {
    const shown = await add({
      name: '',
      rights: [],
      certificateName: '',
      certificate: file(Buffer.from('x')),
    });
    for (const field of ['name', 'rights', 'certificate', 'certificateName']) {
      expect(shown.html).toContain(`<a href="#${field}">`);
      expect(shown.html).toMatch(new RegExp(`id="${field}"`));
    }
  });
  it('keeps what was typed, asks for the file again, and shows mark-up as text', async () => {
    const shown = await add({ name: '<b>"proef"</b>', rights: [] });
    expect(shown.html).toContain('value="&lt;b&gt;&quot;proef&quot;&lt;/b&gt;"');
    expect(shown.html).not.toContain('<b>');
    expect(shown.text).toContain('Kies het certificaat opnieuw');
  });
  it('offers no FLA right in a quality that cannot hold its channel, and refuses it when it is sent all the same', async () => {
    const manager = await as('Hilde');
    await manager.open('/access/activate', { enterprise: BERK, quality: 'pensionManager' });
    await manager.send('/access/activate', { email: 'a@b.invalid', manager: 'self' });
    const page = await manager.open('/chaman/add', { enterprise: BERK, quality: 'pensionManager' });
    expect(page.html).not.toContain('careerProFlaDeclaration');
    const shown = await manager.send('/chaman/add', form());
    expect([shown.status, shown.text]).toEqual([
      403,
      expect.stringContaining('geen kanaal voor het Federal Learning Account'),
    ]);
  });
  it('is not found from another enterprise', async () => {
    const clientId = await client.register(good, BERK);
    const other = await as('Pieter');
    const shown = await other.open('/chaman/account', { enterprise: KLAVER, client: clientId });
    expect([shown.status, shown.text]).toEqual([
      404,
      expect.stringContaining('bestaat niet in deze onderneming'),
    ]);
  });
});

describe('an account in use', () => {
  let window: PortalWindow;
  let clientId: string;
  beforeAll(async () => {
    window = await as('Sanne');
    clientId = await client.register(good, BERK);
  });
  const at = () => ({ enterprise: BERK, client: clientId });
  const fingerprint = () => /certificate=([0-9a-f]{64})/.exec(window.shown().html)?.[1] ?? '';

  it('holds the same certificate once', async () => {
    await window.open('/chaman/certificate', at());
    const upload = { certificate: file(good.der), certificateName: 'weer' };
    const shown = await window.send('/chaman/certificate', upload);
    expect([shown.status, shown.text]).toEqual([409, expect.stringContaining('hangt al aan deze account')]);
  });
  it('keeps its last certificate', async () => {
    await window.open('/chaman/account', at());
    await window.open('/chaman/remove-certificate', { ...at(), certificate: fingerprint() });
    const shown = await window.send('/chaman/remove-certificate');
    expect([shown.status, shown.text]).toEqual([
      409,
      expect.stringContaining('Dit is het laatste certificaat'),
    ]);
    const gone = await window.open('/chaman/remove-certificate', { ...at(), certificate: 'ab'.repeat(32) });
    expect([gone.status, gone.text]).toEqual([
      404,
      expect.stringContaining('hangt niet (meer) aan deze account'),
    ]);
  });
  it('keeps at least one right', async () => {
    await window.open('/chaman/rights', at());
    const shown = await window.send('/chaman/rights', { rights: [] });
    expect([shown.status, shown.text]).toEqual([422, expect.stringContaining('sluit dan de account')]);
  });
  it('can be closed once, and is left alone then', async () => {
    await window.open('/chaman/close', at());
    const close = window.shown();
    await window.send('/chaman/close');
    await window.open('/chaman/close', at());
    const twice = await window.send('/chaman/close');
    expect([twice.status, twice.text]).toEqual([409, expect.stringContaining('was al afgesloten')]);
    await window.open('/chaman/rights', at());
    const changed = await window.send('/chaman/rights', { rights: ['dimonaConsult'] });
    expect([changed.status, changed.text]).toEqual([
      409,
      expect.stringContaining('kan niet meer gewijzigd worden'),
    ]);
    expect(close.status).toBe(200);
  });
});
