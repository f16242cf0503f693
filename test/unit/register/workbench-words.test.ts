// What stands around a message: the sentence of every code, the fields of every form, the layout for the eye, the masks.
import { describe, expect, it } from 'vitest';
import { createTexts } from '../../../main/platform/texts.ts';
import { fieldsOf } from '../../../main/register/cbss/request-body.ts';
import { maskMessage } from '../../../main/register/workbench/mask-message.ts';
import { maskOutcome } from '../../../main/register/workbench/mask-outcome.ts';
import { isRequest, messageFacts } from '../../../main/register/workbench/message-facts.ts';
import { timestampVerdict } from '../../../main/register/workbench/timestamp-verdict.ts';
import {
  type BusinessStatus,
  cbssOperationSchema,
  transportReasonSchema,
} from '../../../preload/contract/cbss-answer.ts';
import {
  explainedCodes,
  meaningOf,
  meaningOfCode,
  meaningOfReason,
} from '../../../preload/rules/register/cbss-meaning.ts';
import { registerCodes } from '../../../preload/rules/register/codes.ts';
import { layOutXml, xmlPieces } from '../../../preload/rules/register/xml-layout.ts';
import { operationFields } from '../../../renderer/features/cbss/bench/operation-fields.ts';
import { readIncompleteDate, writeIncompleteDate } from '../../../renderer/features/cbss/incomplete-date.ts';

const texts = createTexts();

describe('every code', () => {
  const known = [...new Set([...explainedCodes, ...Object.keys(registerCodes)])];
  const meanings = [
    ...known.map((code) => meaningOfCode('business', code)),
    ...transportReasonSchema.options.map(meaningOfReason),
  ];

  it.each(texts.languages)('says in %s what it means, what to do and who must', (language) => {
    for (const { code, key, party, known: isKnown } of meanings) {
      expect([code, isKnown]).toEqual([code, true]);
      for (const name of [`${key}.what`, `${key}.do`, `parties.${party}`]) {
        const full = `cbss-codes.${name}`;
        expect(texts.t(language, full)).not.toBe(full);
      }
    }
  });

  it('of an answer that is good is no riddle, also where it is left out', () => {
    const given: BusinessStatus = {
      layer: 'business',
      ...{ value: 'OK', code: '', description: null, information: [], anomalies: [], number: null },
      ...{ inscriptions: [], persons: [], ticketCBSS: null, consumer: null },
    };
    expect(meaningOf(given)).toMatchObject({ key: 'codes.MSG00000', severity: 'ok', party: 'nobody' });
    expect(meaningOf({ ...given, value: 'NOK' })).toMatchObject({ key: 'unknown', severity: 'bad' });
  });

  it('that nobody here knows is told as such, and is for its own desk to explain', () => {
    expect(meaningOfCode('platform', 'SOA-09999')).toMatchObject({
      key: 'unknown',
      party: 'platform',
      known: false,
    });
    expect(meaningOfCode('business', 'constructor')).toMatchObject({ key: 'unknown', party: 'cbss' });
  });
});

it.each(cbssOperationSchema.options)('the form of %s has the fields of its message', (operation) => {
  expect(operationFields[operation]).toEqual(fieldsOf(operation));
});

describe('XML for the eye', () => {
  it('has each element on its line, and nothing lost of its pieces', () => {
    const text = '<a x="1 &gt; 2"><b>two words</b><c/><d><e>3</e></d></a>';
    const laid = layOutXml(text);
    expect(laid.split('\n')).toEqual([
      '<a x="1 &gt; 2">',
      '  <b>two words</b>',
      '  <c/>',
      '  <d>',
      '    <e>3</e>',
      '  </d>',
      '</a>',
    ]);
    expect(layOutXml(laid)).toBe(laid);
    expect(
      xmlPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(xmlPieces('<b y="z">t</b>').map(({ kind }) => kind)).toEqual([
      ...['mark', 'name', 'text', 'attribute', 'mark', 'value', 'mark'],
      ...['text', 'mark', 'name', 'mark'],
    ]);
  });

  it.each([
    '<!DOCTYPE x [<!ENTITY y "z">]><a/>',
    '<a><?x y?></a>',
    '<a><!-- b --></a>',
    '<a',
    'no XML',
    '<<>>',
    '',
  ])('is drawn whole where it is strange or none: %s', (text) => {
    const pieces = xmlPieces(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    if (/<[?!]/.test(text)) expect(pieces.some(({ kind }) => kind === 'other')).toBe(true);
    expect(() => layOutXml(text)).not.toThrow();
  });
});

describe('a message for eyes that need no persons', () => {
  it('has an answer beside it whose codes and lines stay, and nobody', () => {
    const information = [{ fieldName: 'newSSIN', fieldValue: '90021599868' }];
    const own = { code: 'MSG00006', severity: 'WARNING', description: 'now 90.02.15-998.68', information };
    const inscriptions = [
      {
        inscriptionContext: 'EMPLOYEE',
        qualityCode: null,
        period: { begin: '2026-01-01', end: null },
      },
    ];
    const masked = maskOutcome({
      ...{ layer: 'business', value: 'OK', code: 'MSG00000', description: 'of Kestelaar', information },
      ...{ anomalies: [own], inscriptions, ticketCBSS: null, consumer: null },
      number: { insz: '90021599868', canceled: false, replaces: '85070399768' },
      persons: [
        {
          ...{ insz: '90021599868', lastName: 'Kestelaar', givenName: null, birthDate: null },
          ...{ genderCode: null, register: null },
        },
      ],
    });
    expect(JSON.stringify(masked)).not.toMatch(/9002|90\.02|8507|Kestelaar/);
    expect(masked).toMatchObject({ value: 'OK', anomalies: [{ code: 'MSG00006' }], inscriptions });
    const message = { severity: 'FATAL', reasonCode: 'MSG00003', authorCode: '', information };
    const said = { ...message, diagnostic: 'of Kestelaar, 85070399768' };
    const fault = maskOutcome({ layer: 'cbss', ...said, details: [said], ticketCBSS: null });
    expect(JSON.stringify(fault)).not.toMatch(/9002|8507|Kestelaar/);
    const finding = "Element 'ssin': '85070399768x' is not accepted";
    const transport = { status: 200, mayHaveHappened: true, line: 3, finding } as const;
    expect(maskOutcome({ layer: 'transport', reason: 'notInSchema', ...transport })).toMatchObject({
      finding: "Element 'ssin': '[number]x' is not accepted",
    });
  });

  it('has nothing left of what people write in it, nor of what stands in a section', () => {
    const text = [
      '<justification>Seen the passport of Bruno</justification><c:description x="1">of Kestelaar</c:description>',
      '<diagnostic>Bruno</diagnostic><nationality>150</nationality><countryCode>150</countryCode>',
      '<lastName><![CDATA[Kestelaar]]></lastName><givenName>B<![CDATA[runo <b>]]>x</givenName><code>MSG00005</code>',
      '<lastName><![CDATA[Kestelaar',
    ].join('');
    const masked = maskMessage(text);
    expect(masked).not.toMatch(/passport|Bruno|runo|Kestelaar|150/);
    expect(masked).toContain('<code>MSG00005</code>');
  });

  it('has no number, name, date of birth or told value left, and all else', () => {
    const text = [
      '<c:x><informationCustomer><ticket>6f9619ff-8b86-4d01-b42d-00cf4fc964ff</ticket>',
      '<timestampSent>2026-03-02T09:00:00.000Z</timestampSent></informationCustomer>',
      '<ssin replaces="85270399714" canceled="false">85070399768</ssin><lastName>Kestelaar</lastName>',
      '<givenName>Bruno</givenName><birthDate>1985-07-03</birthDate><fieldValue>90.02.15-998.68</fieldValue>',
      '<diagnostic>about 90021599868</diagnostic></c:x>',
    ].join('');
    const masked = maskMessage(text);
    expect(masked).not.toMatch(/8527|8507|Kestelaar|Bruno|1985|9002|90\.02/);
    expect(masked).toContain('6f9619ff-8b86-4d01-b42d-00cf4fc964ff');
    expect(masked).toContain('2026-03-02T09:00:00.000Z');
    expect(masked).toContain('canceled="false"');
  });
});

it.each([
  ['<s:Envelope><s:Body wsu:Id="b"> <c:deleteInscriptionRequest xmlns:c="x">', true],
  ['<Envelope><Body><CheckConnectionRequest/>', true],
  ['<s:Envelope><s:Body><c:deleteInscriptionResponse xmlns:c="x"><a>Request</a>', false],
  ['<s:Envelope><s:Body><s:Fault><faultstring>Request</faultstring>', false],
  ['<html>', false],
])('a request is told from an answer: %s', (xml, asks) => {
  expect(isRequest(xml)).toBe(asks);
});

it('a message says what it is, whole or broken', () => {
  const facts = { operation: 'deleteInscription', ticket: 'abc', insz: '1' };
  const xml = '<s:Body><c:deleteInscriptionRequest xmlns:c="x"><ticket>abc</ticket><ssin> 1 </ssin>';
  expect(messageFacts(xml)).toEqual(facts);
  expect(messageFacts(`${xml}<?pi?>`)).toEqual(facts);
  expect(messageFacts('<CheckConnectionResponse xmlns="x"><Message>m</Message>')).toMatchObject({
    operation: 'checkConnection',
    ticket: 'm',
  });
  // Blanks without an end are read once, not again from each of them.
  expect(messageFacts(`<ticket>${' '.repeat(65_000)}`).ticket).toBeNull();
  expect(messageFacts('<html>')).toEqual({ operation: null, ticket: null, insz: null });
});

it.each([
  ['2026-03-02T09:00:00Z', '2026-03-02T09:05:00Z', 'ok'],
  ['2026-03-02T09:00:00Z', '2026-03-02T09:05:01Z', 'tooLong'],
  ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z', 'tooLong'],
  ['2026-03-02T09:02:01Z', '2026-03-02T09:03:00Z', 'ahead'],
  ['2026-03-02T08:59:00Z', '2026-03-02T09:01:00Z', 'expired'],
  ['2026-03-02 09:00', '2026-03-02T09:01:00Z', 'unreadable'],
])('a time from %s to %s is %s a minute after nine', (created, expires, state) => {
  expect(timestampVerdict(created, expires, Date.parse('2026-03-02T09:01:00Z')).state).toBe(state);
});

it.each([
  ['2/6/1985', '1985-06-02', '02/06/1985'],
  ['6/1985', '1985-06-00', '06/1985'],
  ['1985', '1985-00-00', '1985'],
  ['13/1985', null, ''],
  ['31/2/1985', null, ''],
  ['2/6/85', null, ''],
])('a date of birth typed as %s is %s', (typed, date, written) => {
  expect(readIncompleteDate(typed)).toBe(date);
  if (date !== null) expect(writeIncompleteDate(date)).toBe(written);
});
