// What the workbench finds in a message: a signed one of ours whole, and every way of turning it into another one.
import { createHash, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateSelfSigned } from '../../../main/certificates/generate-self-signed.ts';
import { bareEnvelope } from '../../../main/register/cbss/envelope.ts';
import { errorsNs, serviceNs, soapNs } from '../../../main/register/cbss/namespaces.ts';
import { requestBody } from '../../../main/register/cbss/request-body.ts';
import { signedEnvelope } from '../../../main/register/cbss/sign-envelope.ts';
import { inspectMessage } from '../../../main/register/workbench/inspect-message.ts';
import { certificateIn } from '../../../main/register/workbench/signer-facts.ts';
import type { Guard, Inspection } from '../../../preload/contract/cbss-workbench.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const insz = '85070399768';
const asking = {
  ticket: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  sentAt: now.toISOString(),
  identification: { by: 'cbeNumber', cbeNumber: '0999999922' as never },
  legalContext: 'TEST:INSCRIPTION',
} as const;
const body = requestBody(
  'insertInscription',
  {
    'inscription.ssin': insz,
    'inscription.inscriptionContext': 'EMPLOYEE',
    'inscription.period.beginDate': '2026-01-01',
  },
  asking,
);

let signed: string;
let token: Buffer;
beforeAll(async () => {
  const made = await generateSelfSigned({
    enterpriseName: 'Kantoor Klaver',
    enterpriseNumber: '0999999031',
    keyKind: 'rsa2048',
    now,
  });
  token = Buffer.from(made.certificateDer);
  const certificate = new X509Certificate(made.certificateDer);
  const message = await signedEnvelope(body, { privateKey: made.privateKey, certificate }, now);
  if (!message.ok) throw new Error(message.failure.code);
  signed = message.value;
});

const look = (xml: string, at = now): Inspection => inspectMessage({ xml, now: at.getTime() });
const failedIn = ({ guards }: Inspection): Guard[] =>
  guards.filter(({ state }) => state === 'failed').map(({ guard }) => guard);
/** All that stands against sending it. */
const refusalsOf = (inspection: Inspection): string[] => [
  ...failedIn(inspection),
  ...(inspection.schema.state === 'invalid' ? ['schema'] : []),
  ...(inspection.signature?.value === 'wrong' ? ['value'] : []),
  ...(inspection.signature?.parts ?? []).flatMap(({ part, stated, counted }) =>
    stated === counted ? [] : [part],
  ),
];

describe('a message that the app signed', () => {
  it('passes everything, with the three parts, their text and their digests', () => {
    const found = look(signed);
    expect(refusalsOf(found)).toEqual([]);
    expect(found.guards.every(({ state }) => state === 'passed')).toBe(true);
    expect(found).toMatchObject({
      kind: 'request',
      name: 'insertInscriptionRequest',
      schema: { state: 'valid' },
    });
    expect(found.signature).toMatchObject({ value: 'right', timestamp: { state: 'ok', seconds: 60 } });
    expect(found.signature?.signer).toMatchObject({ kind: 'RSA', bits: 2048, valid: true });
    expect(found.signature?.parts.map(({ part }) => part)).toEqual(['certificate', 'timestamp', 'body']);
    for (const { stated, counted, canonical, bytes } of found.signature?.parts ?? []) {
      expect(counted).toBe(stated);
      expect(Buffer.byteLength(canonical)).toBe(bytes);
      expect(createHash('sha256').update(canonical).digest('base64')).toBe(stated);
    }
    expect(found.signature?.parts[2]?.canonical).toContain(`<ssin>${insz}</ssin>`);
  });

  it.each([
    ['expired', 61, 'expired'],
    ['counts from the future', -61, 'ahead'],
  ])('is told to be %s', (_name, seconds, state) => {
    const found = look(signed, new Date(now.getTime() + seconds * 1_000));
    expect(found.signature?.timestamp?.state).toBe(state);
  });
});

describe('a message that was turned into another one', () => {
  const other = '90021599868';
  const cases: [string, (text: string) => string, string[]][] = [
    ['a number changed', (text) => text.replace(insz, other), ['body']],
    [
      'the signed body moved aside and another put in its place',
      (text) => {
        const whole = /<soapenv:Body.*<\/soapenv:Body>/s.exec(text)?.[0] ?? '';
        const moved = text.replace(whole, whole.replace(/ wsu:Id="[^"]*"/, '').replace(insz, other));
        return moved.replace('</soapenv:Header>', `<Wrapper>${whole}</Wrapper></soapenv:Header>`);
      },
      ['bodyInPlace'],
    ],
    [
      'an id given twice',
      (text) =>
        text.replace(
          '<soapenv:Header>',
          `<soapenv:Header><x ${/wsu:Id="Body-[^"]*"/.exec(text)?.[0] ?? ''}/>`,
        ),
      ['uniqueIds', 'threeParts', 'bodyInPlace', 'other'],
    ],
    [
      'a digest by another algorithm',
      (text) => text.replace('xmlenc#sha256', 'xmlenc#sha512'),
      ['algorithms'],
    ],
    [
      'the signature by another algorithm',
      (text) => text.replaceAll('2001/04/xmldsig-more#rsa-sha256', '2000/09/xmldsig#rsa-sha1'),
      ['algorithms'],
    ],
    [
      'a reference dropped',
      (text) => text.replace(/<ds:Reference.*?<\/ds:Reference>/s, ''),
      ['threeParts', 'certificate'],
    ],
    [
      'a processing instruction in a value',
      (text) => text.replace(insz, `8507039<?x 9?>768`),
      ['processingInstruction'],
    ],
    ['a comment in a value', (text) => text.replace(insz, '8507039<!-- -->9768'), ['comment']],
    ['a DOCTYPE in front', (text) => `<!DOCTYPE x [<!ENTITY y "z">]>${text}`, ['doctype']],
    ['a byte order mark in front', (text) => `\ufeff${text}`, ['byteOrderMark']],
    ['its end cut off', (text) => text.slice(0, -20), ['wellFormed']],
    ['no envelope around it', () => `<x xmlns="${serviceNs}"/>`, ['soap']],
    [
      'two security headers',
      (text) => text.replace('</soapenv:Header>', '<wsse:Security/></soapenv:Header>'),
      ['oneSecurity'],
    ],
  ];
  it.each(cases)('%s: is seen, and where', (_name, turn, expected) => {
    const turned = turn(signed);
    expect(turned).not.toBe(signed);
    expect(refusalsOf(look(turned))).toEqual(expected);
  });

  it('tells the line of what the schema does not take', () => {
    const bad = bareEnvelope(body)
      .replace('<soapenv:Body>', '<soapenv:Body>\n')
      .replace('2026-01-01', 'tomorrow');
    const found = look(bad);
    expect(found.schema.state).toBe('invalid');
    expect(found.schema.findings[0]).toMatchObject({ line: 2 });
    expect(found.schema.findings[0]?.text).toContain('tomorrow');
  });
});

describe('a message that nobody signs', () => {
  it('an answer is judged by its form alone', () => {
    const found = look(
      `<e:Envelope xmlns:e="${soapNs}"><e:Body><e:Fault><faultcode>e:Client</faultcode><faultstring>SOA-01001</faultstring><detail><SystemError xmlns="${errorsNs}"/></detail></e:Fault></e:Body></e:Envelope>`,
    );
    expect(found).toMatchObject({ kind: 'fault', signature: null });
    expect(failedIn(found)).toEqual([]);
  });

  it('a question lacks its signature', () => {
    expect(failedIn(look(bareEnvelope(body)))).toEqual(['oneSecurity', 'oneSignature']);
  });
});

it('a certificate that ends on a day no calendar has is none, whatever date is made of it', () => {
  expect(certificateIn(token.toString('base64'))?.subject).toContain('Klaver');
  // Both days follow each other; the thirteenth month does not exist.
  const isTime = (at: number): boolean => token[at] === 0x17 && token[at + 1] === 0x0d;
  const first = [...token.keys()].findIndex((at) => isTime(at) && isTime(at + 15));
  const bent = Buffer.from(token);
  bent.write('261332250000Z', first + 17, 'latin1');
  expect(certificateIn(bent.toString('base64'))).toBeNull();
});
