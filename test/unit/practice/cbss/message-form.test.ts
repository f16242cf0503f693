// What is refused before anybody looks at a signature, and which of the platform's codes says why; and that the test of the
// connection tells the layers apart.
import { afterAll, describe, expect, it } from 'vitest';
import { PATHS } from '../../../../main/practice/environment-entry.ts';
import { makeBench } from './bench.ts';
import { consultation, insertion, questionXml, SOAP, signedMessage } from './signed-message.ts';

const bench = makeBench();
afterAll(() => bench.close());
const signed = (content = questionXml(consultation({ ssin: '85070399768' }))) =>
  signedMessage(content, bench.certificate, { now: bench.now() });

describe('the form of a message', () => {
  const billion = `<!DOCTYPE e [<!ENTITY a "aaaaaaaaaa">${[...'bcdefgh'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`).join('')}]>`;
  const rows: readonly (readonly [string, string, string | Uint8Array])[] = [
    ['a DOCTYPE', 'SOA-03001', `<!DOCTYPE Envelope>${signed()}`],
    [
      'an external entity',
      'SOA-03001',
      `<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/hostname">]>${signed()}`,
    ],
    ['entities of entities', 'SOA-03001', billion + signed()],
    ['a DOCTYPE in small letters', 'SOA-03001', `<!doctype Envelope>${signed()}`],
    [
      'an entity that is not defined',
      'SOA-03001',
      signed().replace('EMPLOYEE', '&x;').replace('850703', '&x;'),
    ],
    ['20,000 nested elements', 'SOA-03001', `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`],
    ['two roots', 'SOA-03001', signed() + signed()],
    [
      'an attribute twice',
      'SOA-03001',
      signed().replace(' e:mustUnderstand="1"', ' e:mustUnderstand="1" e:mustUnderstand="1"'),
    ],
    ['a prefix that is not bound', 'SOA-03001', signed().replace('<e:Header>', '<nobody:x/><e:Header>')],
    ['a byte order mark', 'SOA-03001', `\ufeff${signed()}`],
    ['UTF-16', 'SOA-03001', Buffer.from(`\ufeff${signed()}`, 'utf16le')],
    ['bytes that are not UTF-8', 'SOA-03001', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['another encoding', 'SOA-03001', `<?xml version="1.0" encoding="ISO-8859-1"?>${signed()}`],
    ['XML 1.1', 'SOA-03001', `<?xml version="1.1"?>${signed()}`],
    ['half a message', 'SOA-03001', signed().slice(0, 900)],
    ['nothing', 'SOA-03001', ''],
    ['XML that is not SOAP', 'SOA-03002', '<a/>'],
    ['SOAP 1.2', 'SOA-03002', signed().replaceAll(SOAP, 'http://www.w3.org/2003/05/soap-envelope')],
    ['an envelope without a body', 'SOA-03003', `<e:Envelope xmlns:e="${SOAP}"><e:Header/></e:Envelope>`],
    ['an empty body', 'SOA-03003', `<e:Envelope xmlns:e="${SOAP}"><e:Body> </e:Body></e:Envelope>`],
    ['two bodies', 'SOA-03004', signed().replace('</e:Envelope>', '<e:Body><x/></e:Body></e:Envelope>')],
    [
      'a header after the body',
      'SOA-03004',
      `<e:Envelope xmlns:e="${SOAP}"><e:Body><x/></e:Body><e:Header/></e:Envelope>`,
    ],
    [
      'two elements in the body',
      'SOA-03004',
      signed(questionXml(insertion({ ssin: '85070399768' })).repeat(2)),
    ],
    [
      'an operation that does not exist',
      'SOA-03005',
      signed(questionXml({ operation: 'eraseEverything', asked: '' })),
    ],
    [
      'an operation of another vocabulary',
      'SOA-03005',
      signed('<insertInscriptionRequest></insertInscriptionRequest>'),
    ],
    [
      'an element that the schema does not have',
      'SOA-03006',
      signed(
        questionXml({
          operation: 'consultInscriptions',
          asked: '<criteria><ssin>85070399768</ssin><more></more></criteria>',
        }),
      ),
    ],
  ];
  it.each(rows)('with %s is refused as %s', (_what, code, body) => {
    expect(bench.post(body)).toMatchObject({ status: 500, code });
  });

  it('of another media type is refused as not SOAP', () => {
    expect(bench.post(signed(), PATHS.cbss, 'application/json').code).toBe('SOA-03002');
  });

  it('of a fault is that of the platform’s schema', () => {
    const { text } = bench.post('<a/>');
    expect(text).toMatch(
      /<faultcode>soapenv:Client<\/faultcode><faultstring>SOA-03002<\/faultstring><detail>/,
    );
    expect(text).toMatch(/<err:SystemError xmlns:err="[^"]+" Id="[0-9a-f-]{36}">/);
  });
});

describe('the platform’s test service', () => {
  const asked = (operation: string, message = 'Is anybody there?') =>
    `<t:${operation}Request xmlns:t="http://socialsecurity.be/platformintegrationconsumertest/v1"><t:Message>${message}</t:Message><t:Timestamp>2026-01-05T08:00:00Z</t:Timestamp></t:${operation}Request>`;
  const plain = (content: string) => `<e:Envelope xmlns:e="${SOAP}"><e:Body>${content}</e:Body></e:Envelope>`;

  it('answers an unsigned question about the connection', () => {
    const answer = bench.post(plain(asked('CheckConnection')), PATHS.cbssTest);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<t:Message>Is anybody there?</t:Message>');
    expect(answer.text).not.toContain('AuthenticatedConsumer');
  });

  it('names the application to a signed question about access, and refuses an unsigned one', () => {
    const answer = bench.post(signed(asked('CheckAccessControl')), PATHS.cbssTest);
    expect(answer.text).toContain('<t:AuthenticatedConsumer>urn:practice:berk</t:AuthenticatedConsumer>');
    expect(bench.post(plain(asked('CheckAccessControl')), PATHS.cbssTest).code).toBe('SOA-01001');
  });

  it('holds a message to its length, and knows no other operation', () => {
    expect(bench.post(plain(asked('CheckConnection', 'short')), PATHS.cbssTest).code).toBe('SOA-03006');
    expect(bench.post(plain(asked('CheckSomething')), PATHS.cbssTest).code).toBe('SOA-03005');
    expect(bench.post(signed(), PATHS.cbssTest).code).toBe('SOA-03005');
  });
});
