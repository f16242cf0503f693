// The schemas of the inscription service: each compiles, and each takes what it should and refuses what it should.
import { readFileSync } from 'node:fs';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import {
  loadSchemas,
  SCHEMAS,
  type SchemaName,
  STRICT,
} from '../../../../main/practice/cbss/schema-files.ts';

const folder = 'resources/contracts';
const schemas = loadSchemas(folder);
const issues = (name: SchemaName, xml: string): string[] => {
  const document = XmlDocument.fromString(xml, { option: STRICT });
  try {
    return schemas.issues(name, document);
  } finally {
    document.dispose();
  }
};

const insert = `<c:insertInscriptionRequest xmlns:c="http://socialsecurity.be/cbssinscription/v1">
  <informationCustomer><ticket>8f14e45f-ceea-467f-a8f0-3d2e6c5f8a11</ticket><timestampSent>2026-01-05T08:00:00.000Z</timestampSent>
    <customerIdentification><cbeNumber>0999999922</cbeNumber></customerIdentification></informationCustomer>
  <legalContext>TEST:INSCRIPTION</legalContext>
  <inscription><ssin>85070399768</ssin><inscriptionContext>EMPLOYEE</inscriptionContext>
    <period><beginDate>2026-01-01</beginDate></period></inscription>
</c:insertInscriptionRequest>`;

describe('the schemas of the inscription service', () => {
  it('compile, every one', () => {
    for (const name of Object.keys(SCHEMAS) as SchemaName[])
      expect(issues(name, '<nothing/>'), name).not.toEqual([]);
  });

  it('take the skeleton of an insertion', () => {
    expect(issues('service', insert)).toEqual([]);
  });

  it.each([
    [
      'sector and institution in place of an enterprise number',
      '<cbeNumber>0999999922</cbeNumber>',
      '<sector>12</sector><institution>0</institution>',
    ],
    [
      'a quality code in place of a context',
      '<inscriptionContext>EMPLOYEE</inscriptionContext>',
      '<qualityCode>10</qualityCode>',
    ],
    ['an end', '</beginDate>', '</beginDate><endDate>2026-06-30</endDate>'],
    [
      'only a birth date that is not whole',
      '</period>',
      '</period><personData><birthDate>1985-07-00</birthDate></personData>',
    ],
  ])('take %s', (_what, from, to) => {
    expect(issues('service', insert.replace(from, to))).toEqual([]);
  });

  it.each([
    [
      'both an enterprise number and a sector',
      '</cbeNumber>',
      '</cbeNumber><sector>12</sector><institution>0</institution>',
    ],
    [
      'both a context and a quality code',
      '</inscriptionContext>',
      '</inscriptionContext><qualityCode>10</qualityCode>',
    ],
    ['no legal context', '<legalContext>TEST:INSCRIPTION</legalContext>', ''],
    ['a legal context over 64 characters', 'TEST:INSCRIPTION', 'T'.repeat(65)],
    ['a number whose month is 13', '85070399768', '85130399768'],
    ['a number of ten digits', '85070399768', '8507039976'],
    ['no begin', '<beginDate>2026-01-01</beginDate>', ''],
    ['a day that does not exist', '2026-01-01', '2026-02-30'],
    ['person data without a field', '</period>', '</period><personData/>'],
    [
      'a qualified child',
      '<legalContext>TEST:INSCRIPTION</legalContext>',
      '<c:legalContext>TEST:INSCRIPTION</c:legalContext>',
    ],
    ['a ticket of 37 characters', '3d2e6c5f8a11', '3d2e6c5f8a111'],
  ])('refuse %s', (_what, from, to) => {
    expect(issues('service', insert.replace(from, to))).not.toEqual([]);
  });

  it.each(['detail', 'error'])('take a fault whose messages are named %s', (name) => {
    const fault = `<c:insertInscriptionFault xmlns:c="http://socialsecurity.be/cbssinscription/v1"><informationCBSS>
      <ticketCBSS>8f14e45f-ceea-467f-a8f0-3d2e6c5f8a11</ticketCBSS><timestampReceive>2026-01-05T08:00:00Z</timestampReceive>
      <timestampReply>2026-01-05T08:00:00Z</timestampReply></informationCBSS><${name}><severity>FATAL</severity>
      <reasonCode>MSG00003</reasonCode><diagnostic>Internal error</diagnostic><authorCode>practice</authorCode></${name}>
      </c:insertInscriptionFault>`;
    expect(issues('service', fault)).toEqual([]);
  });

  it('name every operation of the WSDL, with a request, a response and a fault', () => {
    const wsdl = readFileSync(`${folder}/cbss-inscription-v1.wsdl`, 'utf8');
    const schema = readFileSync(`${folder}/cbss-inscription-v1.xsd`, 'utf8');
    const operations = [...wsdl.matchAll(/soapAction="[^"]+\/v1\/(\w+)"/g)].map((match) => match[1]);
    expect(operations).toHaveLength(8);
    for (const operation of operations)
      for (const part of ['Request', 'Response', 'Fault'])
        expect(schema).toContain(`<xs:element name="${operation}${part}"`);
  });
});
