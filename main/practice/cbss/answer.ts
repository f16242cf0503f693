// What an operation came to, and how the answer says it. Codes: section 11.4 of the register's contract; INS… are no official codes.

import type { Span } from '../store/cbss-inscription-store.ts';
import type { CbssPerson } from '../store/cbss-person-store.ts';
import { maybe, type Xml, xml } from './xml-write.ts';

export type Information = readonly (readonly [fieldName: string, fieldValue?: string | undefined])[];

export interface Anomaly {
  readonly code: string;
  readonly severity: 'INFORMATION' | 'WARNING';
  readonly description: string;
  readonly information?: Information;
}

export interface Role {
  readonly context: string;
  /** Set where the request named the role so. */
  readonly qualityCode?: number | undefined;
}

export interface Outcome {
  readonly value: 'OK' | 'NOK' | 'DATA_FOUND' | 'NO_DATA_FOUND' | 'NO_RESULT';
  readonly code: string;
  readonly description: string;
  readonly information?: Information | undefined;
  readonly ssin?: {
    readonly ssin: string;
    readonly replaces?: string | undefined;
    readonly canceled?: boolean;
  };
  readonly lines?: readonly (Role & { readonly span: Span })[] | undefined;
  readonly persons?: readonly CbssPerson[] | undefined;
  readonly anomalies?: readonly Anomaly[];
  /** What it did to what the service holds; absent when it did nothing. */
  readonly effect?: 'created' | 'updated' | 'unchanged' | 'deleted';
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  MSG00000: 'Treatment successful',
  MSG00005: 'The SSIN does not exist',
  MSG00006: 'The SSIN is replaced',
  MSG00008: 'The data of the request are not valid',
  MSG00009: 'The person is deceased',
  MSG00011: 'The structure of the SSIN is invalid',
  MSG00013: 'The operation is not allowed with this legal context and these credentials',
  MSG00100: 'Treatment successful, no data at the supplier',
  INS00001: 'The identity differs from the authentic source',
  INS00002: 'The inscription context is not defined, or not in use',
  INS00003: 'The SSIN is cancelled and not replaced by an active one',
  INS00004: 'The period is not valid',
  INS00005: 'There was nothing to delete',
  INS00006: 'The inscription existed already',
  INS00007: 'The person may exist already',
  INS00008: 'The SSIN is not one of the Crossroads Bank',
};

type Refusing = 'NOK' | 'NO_RESULT';

export const refused = (value: Refusing, code: string, information?: Information): Outcome => ({
  value,
  code,
  description: DESCRIPTIONS[code] ?? code,
  information,
});
export const done = (value: 'OK' | 'DATA_FOUND', rest: Partial<Outcome>): Outcome => ({
  value,
  code: 'MSG00000',
  description: DESCRIPTIONS['MSG00000'] ?? '',
  ...rest,
});
export const noData = (rest: Partial<Outcome> = {}): Outcome => ({
  value: 'NO_DATA_FOUND',
  code: 'MSG00100',
  description: DESCRIPTIONS['MSG00100'] ?? '',
  ...rest,
});
export const anomaly = (
  severity: Anomaly['severity'],
  code: string,
  information: Information = [],
): Anomaly => ({ code, severity, description: DESCRIPTIONS[code] ?? code, information });

const informationXml = (information: Information = []): Xml[] =>
  information.map(
    ([name, value]) =>
      xml`<information><fieldName>${name}</fieldName>${maybe('fieldValue', value)}</information>`,
  );

const statusXml = ({ value, code, description, information }: Outcome): Xml =>
  xml`<status><value>${value}</value><code>${code}</code><description>${description}</description>${informationXml(information)}</status>`;

const ssinXml = ({ ssin, replaces, canceled }: NonNullable<Outcome['ssin']>): Xml =>
  xml`<ssin${canceled === true && xml` canceled="true"`}${replaces !== undefined && xml` replaces="${replaces}"`}>${ssin}</ssin>`;

const roleXml = ({ context, qualityCode }: Role): Xml | undefined =>
  qualityCode === undefined ? maybe('inscriptionContext', context) : maybe('qualityCode', qualityCode);

const lineXml = (line: Role & { readonly span: Span }): Xml =>
  xml`<inscription>${roleXml(line)}<period>${maybe('beginDate', line.span.begin)}${maybe('endDate', line.span.end)}</period></inscription>`;

const personXml = (person: CbssPerson): Xml =>
  xml`<person>${maybe('ssin', person.ssin)}${maybe('lastName', person.lastName)}${person.givenNames.map((name) => maybe('givenName', name))}${maybe('birthDate', person.birthDate)}${maybe('genderCode', person.genderCode)}${maybe('register', person.register)}</person>`;

const anomalyXml = ({ code, severity, description, information }: Anomaly): Xml =>
  xml`<businessAnomaly><code>${code}</code><severity>${severity}</severity><description>${description}</description>${informationXml(information)}</businessAnomaly>`;

/** From the status on, in the order of the schema. */
export const outcomeXml = (outcome: Outcome): Xml => {
  const { ssin, lines, persons, anomalies = [] } = outcome;
  return xml`${statusXml(outcome)}${ssin && ssinXml(ssin)}${lines && xml`<inscriptions>${lines.map(lineXml)}</inscriptions>`}${persons && xml`<persons>${persons.map(personXml)}</persons>`}${anomalies.length > 0 && xml`<businessAnomalies>${anomalies.map(anomalyXml)}</businessAnomalies>`}`;
};
