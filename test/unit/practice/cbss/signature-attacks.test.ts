// What somebody might try with a signed message: each is refused for the reason that the platform gives, and a whole one is taken.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../../integration/practice/support/certificates.ts';
import { makeBench } from './bench.ts';
import {
  assemble,
  type Bend,
  consultation,
  DS,
  insertion,
  questionXml,
  SERVICE,
  SOAP,
  signedMessage,
  signedParts,
  WSSE,
  WSU,
} from './signed-message.ts';

const bench = makeBench();
afterAll(() => bench.close());
const other = makeCertificate();
const ssin = '85070399768';
const content = () => questionXml(insertion({ ssin }));
const parts = (bend: Bend = {}) => signedParts(content(), bench.certificate, { now: bench.now(), ...bend });
const refused = { status: 500, code: 'SOA-01001' };

describe('a signed message', () => {
  it('is taken when token, timestamp and body are signed', () => {
    expect(bench.post(parts().envelope)).toMatchObject({ status: 200, code: 'MSG00000' });
  });

  it('is taken with its parts in another order, as the layout is lax', () => {
    const { token, timestamp, signature, body } = parts();
    expect(
      bench.post(assemble({ token: timestamp, timestamp: signature, signature: token, body })).code,
    ).toBe('MSG00000');
  });

  it('is taken with a declaration and with white space between the unsigned elements', () => {
    const spaced = parts().envelope.replace('<e:Header>', '\n  <e:Header>\n');
    expect(bench.post(`<?xml version="1.0" encoding="UTF-8"?>\n${spaced}`).code).toBe('MSG00000');
  });

  it('is taken with every prefix declared on the envelope, and one that nobody uses', () => {
    const bare = parts().envelope.replaceAll(/ xmlns:\w+="[^"]*"/g, '');
    const names = {
      e: SOAP,
      soapenv: SOAP,
      w: WSSE,
      wsse: WSSE,
      wsu: WSU,
      s: DS,
      ds: DS,
      c: SERVICE,
      x: 'urn:x',
    };
    const declared = Object.entries(names).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
    expect(bench.post(bare.replace('<e:Envelope', `<e:Envelope${declared.join('')}`)).code).toBe('MSG00000');
  });

  it('is taken when the transform names prefixes that are treated inclusively, and counts them', () => {
    const transforms = `<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"><ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="nowhere"></ec:InclusiveNamespaces></ds:Transform>`;
    expect(bench.post(parts({ transforms }).envelope).code).toBe('MSG00000');
  });
});

describe('is refused as not authenticated', () => {
  const bent: readonly (readonly [string, Bend])[] = [
    ['without a reference to the token', { sign: ['timestamp', 'body'] }],
    ['without a reference to the timestamp', { sign: ['token', 'body'] }],
    ['without a reference to the body', { sign: ['token', 'timestamp'] }],
    ['with the body signed twice in place of the token', { sign: ['timestamp', 'body', 'body'] }],
    ['with plain identifiers', { plainIds: true }],
    ['signed with RSA and SHA-1', { signature: `${DS}rsa-sha1`, hash: 'sha1' }],
    ['named as HMAC with SHA-1', { signature: `${DS}hmac-sha1` }],
    ['digested with SHA-1', { digest: `${DS}sha1` }],
    ['in inclusive canonical form', { canonical: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' }],
    [
      'transformed by an enveloped signature too',
      {
        transforms: `<ds:Transform Algorithm="${DS}enveloped-signature"></ds:Transform><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>`,
      },
    ],
    [
      'transformed by XPath',
      {
        transforms: '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"></ds:Transform>',
      },
    ],
    ['with a fourth reference', { moreReferences: '<ds:Reference URI=""></ds:Reference>' }],
    ['whose key is named elsewhere', { keyUri: '#another' }],
    ['that lives 301 seconds', { life: 301 }],
    ['that expired a second ago', { createdIn: -61 }],
    ['that expires before it was created', { life: -1 }],
    ['that was created 61 seconds from now', { createdIn: 61 }],
    ['whose token is no certificate', { token: Buffer.from('nothing').toString('base64') }],
  ];
  it.each(bent)('%s', (_what, bend) => {
    expect(bench.post(parts(bend).envelope)).toMatchObject(refused);
  });

  it('at the edges of the time alone: 300 seconds and 60 ahead are taken', () => {
    expect(bench.post(parts({ life: 300 }).envelope).code).toBe('MSG00000');
    expect(bench.post(parts({ createdIn: 60 }).envelope).code).toBe('MSG00000');
  });

  const changed: readonly (readonly [string, (whole: ReturnType<typeof parts>) => string])[] = [
    ['whose body was changed', ({ envelope }) => envelope.replace('EMPLOYEE', 'TRAINEE')],
    [
      'whose expiry was changed',
      ({ envelope }) => envelope.replace(/:\d\d\.000Z<\/wsu:Expires>/, ':59.999Z</wsu:Expires>'),
    ],
    [
      'whose digest was changed',
      ({ envelope }) =>
        envelope.replace(
          /<ds:DigestValue>(.)/,
          (_all, first: string) => `<ds:DigestValue>${first === 'A' ? 'B' : 'A'}`,
        ),
    ],
    [
      'with a part that has no canonical form',
      ({ envelope }) => envelope.replace('xmlns:c="http:', 'xmlns:c="'),
    ],
    ['without a signature', ({ envelope, signature }) => envelope.replace(signature, '')],
    ['with two signatures', ({ envelope, signature }) => envelope.replace(signature, signature + signature)],
    [
      'with a second signature elsewhere',
      ({ envelope, signature }) =>
        envelope.replace('</e:Header>', `<x>${signature.replaceAll('time-1', 'y')}</x></e:Header>`),
    ],
    [
      'without a security header',
      ({ envelope }) => envelope.replace(/<e:Header>.*<\/e:Header>/, '<e:Header></e:Header>'),
    ],
    ['without a header', ({ envelope }) => envelope.replace(/<e:Header>.*<\/e:Header>/, '')],
    [
      'with two security headers',
      ({ envelope }) =>
        envelope.replace(
          '</e:Header>',
          '<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"/></e:Header>',
        ),
    ],
    [
      'that need not be understood',
      ({ envelope }) => envelope.replace('mustUnderstand="1"', 'mustUnderstand="0"'),
    ],
    [
      'meant for another actor',
      ({ envelope }) => envelope.replace('mustUnderstand="1"', 'actor="urn:other"'),
    ],
    [
      'with an identifier twice',
      ({ envelope }) => envelope.replace('<e:Header>', `<e:Header><x xmlns:wsu="${WSU}" wsu:Id="body-1"/>`),
    ],
    [
      'with an identifier twice, once as a plain one',
      ({ envelope }) => envelope.replace('<e:Header>', '<e:Header><x Id="body-1"/>'),
    ],
    [
      'with a comment in a signed value',
      ({ envelope }) => envelope.replace('<ssin>850703', '<ssin>85<!-- -->0703'),
    ],
    [
      'with an instruction in a signed value',
      ({ envelope }) => envelope.replace('<ssin>85070399768', '<ssin>850<?x 70399?>768'),
    ],
    [
      'with a comment in a digest',
      ({ envelope }) => envelope.replace('<ds:DigestValue>', '<ds:DigestValue><!--AAAA-->'),
    ],
    [
      'with a second SignedInfo',
      ({ envelope }) =>
        envelope.replace('<s:SignatureValue>', '<s:SignedInfo></s:SignedInfo><s:SignatureValue>'),
    ],
    [
      'with an object in the signature',
      ({ envelope }) => envelope.replace('</s:Signature>', '<s:Object></s:Object></s:Signature>'),
    ],
    [
      'with the last bits of its value turned',
      ({ envelope }) =>
        envelope.replace(
          /([A-Za-z0-9+/])(=+<\/s:SignatureValue>)/,
          (_all, last: string, rest: string) => String.fromCharCode(last.charCodeAt(0) + 1) + rest,
        ),
    ],
    [
      'whose signed body was wrapped into the header, with another in its place',
      ({ envelope, body }) =>
        envelope
          .replace(
            body,
            `<soapenv:Body xmlns:soapenv="${SOAP}">${questionXml(insertion({ ssin: '90021599868' }))}</soapenv:Body>`,
          )
          .replace('</e:Header>', `<wrapper>${body}</wrapper></e:Header>`),
    ],
    [
      'whose signed body was wrapped, with another that takes its identifier over',
      ({ envelope, body }) =>
        envelope
          .replace(body, body.replace(ssin, '90021599868'))
          .replace('</e:Header>', `<wrapper>${body}</wrapper></e:Header>`),
    ],
    [
      'whose signed timestamp was wrapped, with a younger one in its place',
      ({ envelope, timestamp }) =>
        envelope
          .replace(timestamp, timestamp.replace('time-1', 'time-2'))
          .replace('</e:Header>', `<wrapper>${timestamp}</wrapper></e:Header>`),
    ],
    [
      'whose token was exchanged for somebody else’s',
      ({ envelope }) =>
        envelope.replace(bench.certificate.der.toString('base64'), other.der.toString('base64')),
    ],
  ];
  it.each(changed)('%s', (_what, change) => {
    const whole = parts();
    const attacked = change(whole);
    expect(attacked).not.toBe(whole.envelope);
    expect(bench.post(attacked)).toMatchObject(refused);
  });

  it('when it is sent again, also in another spelling, and with a new signature it is taken', () => {
    const whole = parts();
    expect(bench.post(whole.envelope).code).toBe('MSG00000');
    expect(bench.post(whole.envelope)).toMatchObject(refused);
    expect(bench.post(whole.envelope.replace('</e:Header>', '\n</e:Header>'))).toMatchObject(refused);
    expect(bench.post(signedMessage(content(), bench.certificate, { now: bench.now() + 1 })).code).toBe(
      'MSG00000',
    );
  });

  it('when any one byte is another: a thousand places and values', () => {
    const whole = Buffer.from(
      signedMessage(questionXml(consultation({ ssin })), bench.certificate, { now: bench.now() }),
    );
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    // Printable: another kind of white space within a tag would be the same message.
    const byte = fc.integer({ min: 0x21, max: 0x7e });
    const taken: string[] = [];
    fc.assert(
      fc.property(place, byte, (at, value) => {
        fc.pre(whole[at] !== value);
        const other = Buffer.from(whole);
        other[at] = value;
        if (bench.post(other).status === 200)
          taken.push(`${at}: ${whole.subarray(at - 20, at + 20)} ${value}`);
      }),
      { numRuns: 1000 },
    );
    expect(taken).toEqual([]);
    expect(bench.post(whole)).toMatchObject({ status: 200, value: 'DATA_FOUND' });
  });
});
