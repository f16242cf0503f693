// Messages to the inscription service: their elements and order, what becomes of the words of people, and the signature over them.
import { X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateSelfSigned } from '../../../../main/certificates/generate-self-signed.ts';
import { bareEnvelope } from '../../../../main/register/cbss/envelope.ts';
import { ownBody } from '../../../../main/register/cbss/own-body.ts';
import { fieldsOf, requestBody } from '../../../../main/register/cbss/request-body.ts';
import { checkSchema } from '../../../../main/register/cbss/schema-check.ts';
import { type Signer, signedEnvelope } from '../../../../main/register/cbss/sign-envelope.ts';
import { strictRoot, textAt } from '../../../../main/register/cbss/strict-dom.ts';
import { element, isWritable, xmlText } from '../../../../main/register/cbss/xml-build.ts';
import type { CbssIdentification } from '../../../../preload/contract/cbss.ts';
import { type CbssOperation, cbssOperationSchema } from '../../../../preload/contract/cbss-answer.ts';
import { verifyMessage } from '../../../support/cbss-verifier.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const byNumber = { by: 'cbeNumber', cbeNumber: '0999999922' } as CbssIdentification;
const asking = {
  ticket: '3f0f2f0e-6f0c-4e6d-9a53-0d5c3f1b8a11',
  sentAt: now.toISOString(),
  identification: byNumber,
  legalContext: 'TEST:INSCRIPTION',
};
const values: Record<string, string> = {
  ssin: '85070399768',
  inscriptionContext: 'EMPLOYEE',
  beginDate: '2026-01-01',
  endDate: '2026-12-31',
  lastName: 'Kestelaar',
  givenName: 'Bruno',
  birthDate: '1985-07-00',
  genderCode: '1',
  tolerance: '2',
  birthPlace: 'Gent',
  nationality: 'BE',
  countryCode: 'NL',
  postalCode: '1011 AB',
  city: 'Amsterdam',
  street: 'Gracht',
  houseNumber: '7',
  justification: 'First day of work on a site',
  flow: 'dimonaMutation',
  Message: asking.ticket,
};
const filled = (operation: CbssOperation, left: readonly string[] = ['qualityCode']) =>
  Object.fromEntries(
    fieldsOf(operation).flatMap((path) => {
      const name = path.split('.').at(-1) ?? '';
      return left.includes(name) ? [] : [[path, values[name] ?? '']];
    }),
  );
const bodyOf = (operation: CbssOperation, fields = filled(operation)) =>
  requestBody(operation, fields, asking);

let signer: Signer;
let der: Uint8Array;
const madeWith = async (keyKind: 'rsa2048' | 'ecP384') => {
  const made = await generateSelfSigned({
    enterpriseName: 'Klaver',
    enterpriseNumber: '0999999922',
    keyKind,
    now,
  });
  return {
    privateKey: made.privateKey,
    certificate: new X509Certificate(made.certificateDer),
    der: made.certificateDer,
  };
};
beforeAll(async () => {
  ({ der, ...signer } = await madeWith('rsa2048'));
});
const signed = async (body = bodyOf('insertInscription')): Promise<string> => {
  const made = await signedEnvelope(body, signer, now);
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
};
const verdictOf = (text: string) => verifyMessage(Buffer.from(text), der, now);

describe('what is asked', () => {
  it.each(cbssOperationSchema.options)(
    '%s fits its schema with every field, and with none that may be left out',
    (operation) => {
      expect(checkSchema(bareEnvelope(bodyOf(operation)))).toEqual({ wellFormed: true, findings: [] });
      const least = [
        'qualityCode',
        'endDate',
        'givenName',
        'genderCode',
        'tolerance',
        'birthPlace',
        'postalCode',
        'street',
        'houseNumber',
      ];
      const needed = operation === 'createPerson' ? least.filter((name) => name !== 'genderCode') : least;
      expect(checkSchema(bareEnvelope(bodyOf(operation, filled(operation, needed))))).toEqual({
        wellFormed: true,
        findings: [],
      });
    },
  );

  it('names the organisation by its number or by sector and institution, and the role by a code as well', () => {
    const sector = requestBody(
      'insertInscription',
      {
        'inscription.ssin': '85070399768',
        'inscription.qualityCode': '10',
        'inscription.period.beginDate': '2026-01-01',
      },
      { ...asking, identification: { by: 'sector', sector: 12, institution: 0 } },
    );
    expect(xmlText(sector)).toContain('<sector>12</sector><institution>0</institution>');
    expect(checkSchema(bareEnvelope(sector))).toEqual({ wellFormed: true, findings: [] });
  });

  it.each([
    ['inscription.ssin', '123', 'ssin'],
    ['inscription.period.beginDate', '2026-02-30', 'beginDate'],
    ['inscription.qualityCode', '10', 'qualityCode'],
    ['inscription.personData.genderCode', '3', 'genderCode'],
  ])('with %s as %s is found wrong before it leaves', (path, value, name) => {
    const parsed = checkSchema(
      bareEnvelope(bodyOf('insertInscription', { ...filled('insertInscription'), [path]: value })),
    );
    expect(parsed.wellFormed && parsed.findings.some(({ message }) => message.includes(`'${name}'`))).toBe(
      true,
    );
  });

  it('several given names of a person who is made stand one by one, three at most', () => {
    const text = xmlText(
      bodyOf('createPerson', { ...filled('createPerson'), 'person.givenName': 'Anna  Maria Sofie Eva' }),
    );
    expect(text.match(/<givenName>\w+<\/givenName>/g)).toEqual(
      ['Anna', 'Maria', 'Sofie'].map((name) => `<givenName>${name}</givenName>`),
    );
  });

  it('any text of a person arrives as it was written, and none becomes mark-up', () => {
    const word = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({
          unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '\r', '\n', '\t', '?', '!', '-', 'é', '𝄞'),
          maxLength: 40,
        }),
      )
      .filter(isWritable);
    fc.assert(
      fc.property(word, (text) => {
        const made = xmlText(element('a', [element('b', text, { c: text })]));
        const [, b] = [strictRoot(made), strictRoot(made).firstChild];
        expect(b?.textContent).toBe(text);
        expect(strictRoot(made).getElementsByTagName('b')[0]?.getAttribute('c')).toBe(text);
        expect(strictRoot(made).getElementsByTagName('*')).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
    expect(isWritable('a\u0000b')).toBe(false);
    expect(isWritable('\ud800')).toBe(false);
    expect(() => xmlText(element('a b', ''))).toThrow(RangeError);
  });
});

describe('a question from a file', () => {
  const text = () => xmlText(bodyOf('consultInscriptions'));

  it('is taken apart and built anew, with or without an envelope around it', async () => {
    for (const given of [
      text(),
      bareEnvelope(bodyOf('consultInscriptions')),
      `<?xml version="1.0" encoding="UTF-8"?>\n${text()}`,
    ]) {
      const read = await ownBody('consultInscriptions', given);
      expect(read).toMatchObject({ ok: true, value: { ticket: asking.ticket, insz: '85070399768' } });
      if (read.ok)
        expect(checkSchema(bareEnvelope(read.value.body))).toEqual({ wellFormed: true, findings: [] });
    }
  });

  it.each([
    [
      'of another operation',
      (given: string) => given.replaceAll('consultInscriptions', 'insertInscription'),
      'otherOperation',
    ],
    ['without a ticket', (given: string) => given.replace(/<ticket>.*<\/ticket>/, ''), 'ticket'],
    ['with a ticket that is no UUID', (given: string) => given.replace(asking.ticket, 'T1'), 'ticket'],
    ['with a DOCTYPE', (given: string) => `<!DOCTYPE a [<!ENTITY x "y">]>${given}`, 'doctype'],
    ['with a comment', (given: string) => given.replace('<criteria>', '<criteria><!-- -->'), 'comment'],
    ['that breaks off', (given: string) => given.slice(0, -5), 'notWellFormed'],
  ])('%s is none', async (_what, spoilt, reason) => {
    const read = await ownBody('consultInscriptions', spoilt(text()));
    expect(read).toMatchObject({ ok: false, failure: { code: 'invalidInput', details: { reason } } });
  });
});

describe('the signature', () => {
  it('covers the certificate, the time and the body, for one minute, in the forms of the profile', async () => {
    const text = await signed();
    expect(verdictOf(text)).toBe('ok');
    const root = strictRoot(text);
    const way = (...names: string[]) => textAt(root, ['Header', 'Security', ...names], 5_000);
    expect(way('BinarySecurityToken')).toBe(Buffer.from(der).toString('base64'));
    expect(
      Date.parse(way('Timestamp', 'Expires') ?? '') - Date.parse(way('Timestamp', 'Created') ?? ''),
    ).toBe(60_000);
    expect(text.match(/<ds:Reference /g)).toHaveLength(3);
    expect(text.match(/ wsu:Id="/g)).toHaveLength(3);
    expect(text).not.toMatch(/ Id="|sha1|enveloped-signature/);
    expect(text).toContain('<wsse:Security soapenv:mustUnderstand="1">');
    expect(text).toMatch(/<ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#X509-/);
  });

  it('is made with RSA alone', async () => {
    const { der: _der, ...elliptic } = await madeWith('ecP384');
    expect(await signedEnvelope(bodyOf('insertInscription'), elliptic, now)).toMatchObject({
      ok: false,
      failure: { code: 'certificateNotUsable' },
    });
  });

  it('holds for words with every sign that XML treats in its own way', async () => {
    const odd = 'a\r\nb\t& <c> "d" \u00e9\u{1d11e} ]]>';
    const fields = { ...filled('createPerson'), justification: odd };
    const text = await signed(bodyOf('createPerson', fields));
    expect(verdictOf(text)).toBe('ok');
    expect(strictRoot(text).getElementsByTagName('justification')[0]?.textContent).toBe(odd);
  });

  it('is another each time, under ids that are never used again', async () => {
    const ids = (text: string) => [...text.matchAll(/wsu:Id="([^"]+)"/g)].map((match) => match[1]);
    const [one, other] = [await signed(), await signed()];
    expect(new Set([...ids(one), ...ids(other)]).size).toBe(6);
  });

  it('refuses a message of which any one byte is another', async () => {
    const text = await signed();
    const bytes = Buffer.from(text);
    // All but what only names the certificate: the signed parts and the signature.
    const places = [...bytes.keys()].slice(text.indexOf('<wsse:Binary'), text.indexOf('</soapenv:Body>'));
    const [from, to] = [text.indexOf('<ds:KeyInfo>'), text.indexOf('<soapenv:Body')];
    const covered = places.filter((at) => at < from || at >= to);
    for (let index = 0; index < 1_000; index += 1) {
      const at = covered[Math.floor((index * covered.length) / 1_000)] ?? 0;
      const spoilt = Buffer.from(bytes);
      const other = 0x21 + (((spoilt[at] ?? 0) + index) % 0x5d);
      spoilt[at] = other === spoilt[at] ? other + 1 : other;
      expect(verifyMessage(spoilt, der, now), `byte ${at}`).not.toBe('ok');
    }
  });

  it.each([
    [
      'a body that was wrapped and replaced',
      (text: string) => {
        const [body = ''] = /<soapenv:Body[\s\S]*<\/soapenv:Body>/.exec(text) ?? [];
        const other = body.replace(/ wsu:Id="[^"]*"/, '').replace('85070399768', '90021599868');
        return text.replace(body, other).replace('</soapenv:Header>', `<x>${body}</x></soapenv:Header>`);
      },
    ],
    [
      'a number that an instruction rewrites',
      (text: string) => text.replace('85070399768', '850<?x 70399?>768'),
    ],
    ['a comment', (text: string) => text.replace('85070399768', '850<!-- -->70399768')],
    ['a DOCTYPE', (text: string) => `<!DOCTYPE x>${text}`],
    ['weaker algorithms', (text: string) => text.replace('xmldsig-more#rsa-sha256', 'xmldsig#rsa-sha1')],
    ['a part that is not signed', (text: string) => text.replace(/<ds:Reference .*?<\/ds:Reference>/, '')],
    ['two signatures', (text: string) => text.replace(/(<ds:Signature [\s\S]*<\/ds:Signature>)/, '$1$1')],
  ])('does not hold with %s', async (_what, attack) => {
    const text = await signed();
    const attacked = attack(text);
    expect(attacked).not.toBe(text);
    expect(verdictOf(attacked)).not.toBe('ok');
  });

  it('counts for its minute and no longer', async () => {
    const text = await signed();
    expect(verifyMessage(Buffer.from(text), der, new Date(now.getTime() + 61_000))).toBe('time');
  });
});
