// Answers of the inscription service: the four layers, and whether an answer is the one to what was asked.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cbssOutcomeSchema } from '../../../../preload/contract/cbss-answer.ts';
import {
  asked,
  cbssInformation,
  consulted,
  customer,
  envelope,
  other,
  present,
  read,
  service,
  soap,
  ticket,
} from '../../../support/cbss-answers.ts';

const good = envelope(consulted());
const fault = (detail: string, code = 'SOA-01001') =>
  envelope(
    `<s:Fault><faultcode>s:Client</faultcode><faultstring>${code}</faultstring><detail>${detail}</detail></s:Fault>`,
  );
const message = (reasonCode: string) =>
  `<severity>FATAL</severity><reasonCode>${reasonCode}</reasonCode><diagnostic>Unexpected</diagnostic><authorCode>KSZ</authorCode><information><fieldName>ssin</fieldName></information>`;

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

  it('names persons, and says anything, without a sign that turns or hides what stands around it', () => {
    const found = `<c:searchPersonPhoneticResponse xmlns:c="${service}">${customer()}${cbssInformation}<legalContext>TEST:INSCRIPTION</legalContext><criteria><lastName>K</lastName></criteria><status><value>DATA_FOUND</value><code>MSG00000</code><description>\u202efound</description></status><persons><person><ssin>${present}</ssin><lastName>\u202eKeste\u200blaar</lastName><givenName>Bru\u2066no</givenName><birthDate>1985-07-03</birthDate><genderCode>1</genderCode><register>RR</register></person></persons></c:searchPersonPhoneticResponse>`;
    expect(read(envelope(found), { operation: 'searchPersonPhonetic', insz: null })).toMatchObject({
      description: 'found',
      persons: [{ lastName: 'Kestelaar', givenName: 'Bruno' }],
    });
  });

  const line = (begin: string, quality = '00010') =>
    `<inscription><qualityCode>${quality}</qualityCode><period><beginDate>${begin}</beginDate></period></inscription>`;
  const withLines = (lines: string) =>
    read(envelope(consulted({ lines: `<inscriptions>${lines}</inscriptions>` })));

  it('has days and codes as they are meant, and never a part of its lines', () => {
    expect(withLines(line('2026-01-01+01:00'))).toMatchObject({
      inscriptions: [{ qualityCode: 10, period: { begin: '2026-01-01', end: null } }],
    });
    expect(withLines(line('12026-01-01'))).toMatchObject({ reason: 'notInSchema' });
    expect(withLines(line('-0044-03-15'))).toMatchObject({ reason: 'notInSchema' });
    expect(withLines(line('2026-01-01').repeat(500))).toMatchObject({ layer: 'business' });
    expect(withLines(line('2026-01-01').repeat(501))).toMatchObject({
      layer: 'transport',
      reason: 'tooLarge',
    });
  });

  it('with any bytes changed is told as one of the layers, never about somebody else, and fits the contract', () => {
    const sound = Buffer.from(
      envelope(
        consulted({
          ssin: `<ssin replaces="${asked}">${present}</ssin>`,
          lines: `<inscriptions>${line('2026-01-01')}</inscriptions>`,
        }),
      ),
    );
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = Buffer.from(sound);
        for (const [at, byte] of changes) bytes[at] = byte;
        const outcome = read(bytes);
        expect(cbssOutcomeSchema.safeParse(outcome).success).toBe(true);
        if (outcome.layer === 'business') expect([present, undefined]).toContain(outcome.number?.insz);
      }),
      { numRuns: 400 },
    );
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

  it('that their schema does not have are none, but for words that are open in practice', () => {
    const told = error('http://socialsecurity.be/errors/v1');
    const refused = (detail: string) => read(fault(detail), { status: 500 });
    for (const spoilt of [
      told.replace(/ Id="[^"]*"/, ''),
      told.replace(/<e:Code>[^<]*<\/e:Code>/, ''),
      told.replace('<e:Retry>true', '<e:Surprise/><e:Retry>true'),
      `<c:consultInscriptionsFault xmlns:c="${service}">${cbssInformation}<surprise/></c:consultInscriptionsFault>`,
    ])
      expect(refused(spoilt)).toMatchObject({ layer: 'transport', reason: 'notInSchema' });
    const open = told
      .replace('Provider', 'Network')
      .replace('</e:Contact>', '</e:Contact><e:Environment>Training</e:Environment>');
    expect(refused(open)).toMatchObject({ layer: 'platform', origin: 'Network', code: 'SOA-02002' });
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
