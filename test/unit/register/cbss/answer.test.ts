// Answers from outside: what is refused before anything is read of it, the four layers, and whether an answer is the one to what was asked.
import { describe, expect, it } from 'vitest';
import { guardXml, mostBytes } from '../../../../main/register/cbss/guard-xml.ts';
import { readAnswer } from '../../../../main/register/cbss/read-answer.ts';
import type { Received } from '../../../../main/register/cbss/refused-answer.ts';
import {
  asked,
  cbssInformation,
  consulted,
  customer,
  envelope,
  other,
  present,
  service,
  soap,
  ticket,
} from '../../../support/cbss-answers.ts';

const read = (content: string | Uint8Array, more: Partial<Received> = {}) =>
  readAnswer({
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    ...{
      status: 200,
      contentType: 'text/xml; charset=utf-8',
      operation: 'consultInscriptions',
      ticket,
      insz: asked,
    },
    ...more,
  });
const good = envelope(consulted());
const fault = (detail: string, code = 'SOA-01001') =>
  envelope(
    `<s:Fault><faultcode>s:Client</faultcode><faultstring>${code}</faultstring><detail>${detail}</detail></s:Fault>`,
  );
const message = (reasonCode: string) =>
  `<severity>FATAL</severity><reasonCode>${reasonCode}</reasonCode><diagnostic>Unexpected</diagnostic><authorCode>KSZ</authorCode><information><fieldName>ssin</fieldName></information>`;

describe('refused before anything of it is read', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'an external entity',
      good
        .replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
        .replace('DATA_FOUND', '&x;'),
      'doctype',
    ],
    [
      'entities that multiply',
      good
        .replace(
          '?>',
          `?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`,
        )
        .replace('DATA_FOUND', '&c;'),
      'doctype',
    ],
    [
      'one long entity many times',
      good
        .replace('?>', `?><!DOCTYPE a [<!ENTITY a "${'h'.repeat(5_000)}">]>`)
        .replace('DATA_FOUND', '&a;'.repeat(2_000)),
      'doctype',
    ],
    ['a bare DOCTYPE', good.replace('?>', '?><!DOCTYPE a>'), 'doctype'],
    ['a DOCTYPE in small letters', good.replace('?>', '?><!doctype a>'), 'doctype'],
    ['an entity that nobody declared', good.replace('DATA_FOUND', '&x;'), 'notWellFormed'],
    [
      '20,000 elements in each other',
      envelope(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`),
      'notWellFormed',
    ],
    ['two roots', `${good}<a/>`, 'notWellFormed'],
    ['an attribute twice', good.replace('<criteria>', '<criteria a="1" a="2">'), 'notWellFormed'],
    [
      'a prefix without a namespace',
      good.replace('<criteria>', '<x:criteria>').replace('</criteria>', '</x:criteria>'),
      'notWellFormed',
    ],
    ['an instruction', good.replace(asked, '852<?x 70399?>714'), 'processingInstruction'],
    ['a second declaration', good.replace('?>', '?><?xml version="1.0"?>'), 'processingInstruction'],
    ['a comment', good.replace(asked, '852<!-- -->70399714'), 'comment'],
    [
      'a byte order mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good)]),
      'byteOrderMark',
    ],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'notUtf8'],
    ['UTF-16 without a mark', Buffer.from(good, 'utf16le'), 'notUtf8'],
    ['another encoding by its own word', good.replace('UTF-8', 'ISO-8859-1'), 'notUtf8'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([
        Buffer.from(good.slice(0, 300)),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(good.slice(300)),
      ]),
      'notUtf8',
    ],
    ['more than 1 MiB', good.replace('<criteria>', `<criteria>${' '.repeat(mostBytes)}`), 'tooLarge'],
    ['a body that breaks off', good.slice(0, good.length - 60), 'truncated'],
    ['a body that breaks off within a tag', good.slice(0, 700), 'truncated'],
    ['words that are no XML', 'service unavailable', 'notWellFormed'],
    ['nothing', '', 'notWellFormed'],
    ['other XML', '<a/>', 'notSoap'],
    ['an empty envelope', envelope(''), 'notSoap'],
    ['two answers', envelope(`${consulted()}${consulted()}`), 'notSoap'],
    [
      'the answer of another operation',
      envelope(consulted().replaceAll('consultInscriptions', 'insertInscription')),
      'notInSchema',
    ],
    ['a wrapped answer', envelope(`<w>${consulted()}</w>`), 'notSoap'],
  ])('%s', (_what, content, reason) => {
    expect(read(content)).toMatchObject({ layer: 'transport', reason, mayHaveHappened: true });
  });

  it('pages for people and other status codes, each as what it is', () => {
    const page = '<!DOCTYPE html><html><body>Bad gateway</body></html>';
    expect(read(page, { status: 502, contentType: 'text/html' })).toMatchObject({
      reason: 'htmlPage',
      status: 502,
    });
    expect(read(page, { status: 200 })).toMatchObject({ reason: 'htmlPage' });
    expect(read(good, { status: 503 })).toMatchObject({ reason: 'httpStatus', status: 503 });
    expect(read(good, { status: 500 })).toMatchObject({ reason: 'notSoap' });
  });

  it('what the schema does not take, with its line', () => {
    const wrong = envelope(
      consulted({ status: '<value>DATA_FOUND</value>' }).replace('<status>', '\n<status>'),
    );
    expect(read(wrong)).toMatchObject({
      reason: 'notInSchema',
      line: 2,
      finding: expect.stringContaining('status'),
    });
    const more = consulted({ ssin: `<extra/>` });
    expect(read(envelope(more))).toMatchObject({ reason: 'notInSchema' });
  });

  it('marks in the text of a character section count as marks', () => {
    expect(guardXml(Buffer.from('<a><![CDATA[x]]></a>')).ok).toBe(true);
    expect(guardXml(Buffer.from('<a><![CDATA[<!DOCTYPE x>]]></a>'))).toMatchObject({ reason: 'doctype' });
  });
});

describe('the business answer', () => {
  it('has its lines, the number that counts now, and remarks', () => {
    const content = consulted({
      ssin: `<ssin replaces="${asked}">${present}</ssin>`,
      lines:
        '<inscriptions><inscription><inscriptionContext>EMPLOYEE</inscriptionContext><period><beginDate>2026-01-01</beginDate><endDate>2026-06-30</endDate></period></inscription><inscription><qualityCode>010</qualityCode><period><beginDate>2026-07-01</beginDate></period></inscription></inscriptions>',
      anomalies: `<businessAnomalies><businessAnomaly><code>MSG00006</code><severity>WARNING</severity><description>replaced</description><information><fieldName>newSSIN</fieldName><fieldValue>${present}</fieldValue></information></businessAnomaly></businessAnomalies>`,
    });
    expect(read(envelope(content))).toEqual({
      ...{ layer: 'business', value: 'DATA_FOUND', code: 'MSG00000', description: null, information: [] },
      anomalies: [
        {
          ...{ severity: 'WARNING', code: 'MSG00006', description: 'replaced' },
          information: [{ fieldName: 'newSSIN', fieldValue: present }],
        },
      ],
      number: { insz: present, canceled: false, replaces: asked },
      inscriptions: [
        {
          inscriptionContext: 'EMPLOYEE',
          qualityCode: null,
          period: { begin: '2026-01-01', end: '2026-06-30' },
        },
        { inscriptionContext: null, qualityCode: 10, period: { begin: '2026-07-01', end: null } },
      ],
      ...{ persons: [], ticketCBSS: other, consumer: null },
    });
  });

  it('takes a status that the schema does not list, but nothing else beyond it', () => {
    expect(
      read(envelope(consulted({ status: '<value>INCOMPLETE_DATA</value><code>HAN20200</code>' }))),
    ).toMatchObject({
      ...{ layer: 'business', value: 'INCOMPLETE_DATA', code: 'HAN20200' },
    });
    expect(
      read(envelope(consulted({ status: '<value>DATA_FOUND</value><code>A code of seventeen</code>' }))),
    ).toMatchObject({
      reason: 'notInSchema',
    });
  });

  it('of another ticket or about another number is none', () => {
    expect(read(envelope(consulted({ echo: other })))).toMatchObject({ reason: 'wrongTicket' });
    expect(read(good.replace(`<ticket>${ticket}</ticket>`, ''))).toMatchObject({ reason: 'wrongTicket' });
    expect(read(envelope(consulted({ number: present })))).toMatchObject({ reason: 'wrongNumber' });
    expect(read(envelope(consulted({ ssin: `<ssin>${present}</ssin>` })))).toMatchObject({
      reason: 'wrongNumber',
    });
    const replacing = (what: string) => `<ssin replaces="${what}">${present}</ssin>`;
    expect(read(envelope(consulted({ ssin: replacing('90021599868') })))).toMatchObject({
      reason: 'wrongNumber',
    });
    expect(read(envelope(consulted({ ssin: replacing(asked) })))).toMatchObject({ layer: 'business' });
    // Check digits that do not fit: the schema does not look at them.
    expect(read(envelope(consulted({ ssin: `<ssin replaces="${asked}">85070399769</ssin>` })))).toMatchObject(
      {
        reason: 'wrongNumber',
      },
    );
  });
});

describe('faults', () => {
  const error = (ns: string, kind = 'SystemError') =>
    `<e:${kind} xmlns:e="${ns}" Id="${other}"><e:Origin>Provider</e:Origin><e:Code>SOA-02002</e:Code><e:Message xml:lang="en">Later</e:Message><e:Message xml:lang="fr">Plus tard</e:Message><e:Retry>true</e:Retry><e:Contact>desk</e:Contact></e:${kind}>`;

  it.each(['http://socialsecurity.be/errors/v1', 'https://socialsecurity.be/errors/v1'])(
    'of the platform, under %s',
    (ns) => {
      expect(read(fault(error(ns), 'SOA-02002'), { status: 500 })).toEqual({
        ...{
          layer: 'platform',
          kind: 'SystemError',
          code: 'SOA-02002',
          origin: 'Provider',
          id: other,
          retry: true,
        },
        contact: 'desk',
        messages: [
          { language: 'en', text: 'Later' },
          { language: 'fr', text: 'Plus tard' },
        ],
      });
      expect(read(fault(error(ns, 'BusinessError')), { status: 500 })).toMatchObject({
        kind: 'BusinessError',
      });
    },
  );

  it('in an envelope that is written with https as well', () => {
    const text = fault(error('https://socialsecurity.be/errors/v1')).replace(
      soap,
      soap.replace('http:', 'https:'),
    );
    expect(read(text, { status: 500 })).toMatchObject({ layer: 'platform', code: 'SOA-02002' });
  });

  it.each(['detail', 'error'])('of the Crossroads Bank, in the dialect of `%s`', (child) => {
    const told = `<c:consultInscriptionsFault xmlns:c="${service}">${customer()}${cbssInformation}<${child}>${message('MSG00003')}</${child}><${child}>${message('MSG00002')}</${child}></c:consultInscriptionsFault>`;
    expect(read(fault(told), { status: 500 })).toMatchObject({
      ...{ layer: 'cbss', reasonCode: 'MSG00003', severity: 'FATAL', authorCode: 'KSZ', ticketCBSS: other },
      information: [{ fieldName: 'ssin', fieldValue: null }],
      details: [{ reasonCode: 'MSG00003' }, { reasonCode: 'MSG00002' }],
    });
    expect(read(fault(told.replace(ticket, other)), { status: 500 })).toMatchObject({
      reason: 'wrongTicket',
    });
    const without = told.replace(customer(), '');
    expect(read(fault(without), { status: 500 })).toMatchObject({ layer: 'cbss' });
  });

  it('of neither shape is told with the code of SOAP', () => {
    expect(read(fault(''), { status: 500 })).toMatchObject({
      layer: 'platform',
      kind: 'plainFault',
      code: 's:Client',
    });
  });
});

describe('the test of the connection', () => {
  const ns = 'http://socialsecurity.be/platformintegrationconsumertest/v1';
  const answer = (name: string, more = '', echo = ticket) =>
    envelope(
      `<t:${name}Response xmlns:t="${ns}"><t:Message>${echo}</t:Message><t:Timestamp>2026-03-02T09:00:00Z</t:Timestamp>${more}</t:${name}Response>`,
    );

  it('says as whom the platform knows the application, and repeats what was said', () => {
    expect(read(answer('CheckConnection'), { operation: 'checkConnection', insz: null })).toMatchObject({
      layer: 'business',
      value: 'OK',
      consumer: null,
    });
    const known = '<t:AuthenticatedConsumer>urn:practice:x</t:AuthenticatedConsumer>';
    const access = { operation: 'checkAccessControl', insz: null } as const;
    expect(read(answer('CheckAccessControl', known), access)).toMatchObject({ consumer: 'urn:practice:x' });
    expect(read(answer('CheckAccessControl', known, other), access)).toMatchObject({ reason: 'wrongTicket' });
  });
});
