// Files of the mutation feed with their vouchers, made for tests as a sender would write them, and spoiled where a test asks for it.
import { createHash, randomUUID } from 'node:crypto';

export type MadeMutation = {
  id?: string;
  type: string;
  day?: string;
  insz: string;
  newInsz?: string;
  cancelled?: boolean;
  person?: {
    lastName: string;
    givenNames?: readonly string[];
    birthDate?: string;
    genderCode?: number;
    deceaseDate?: string;
    register?: string;
  };
  dimona?: { employerNumber: string; action: string; begin: string; end?: string };
};

export type MadeFile = {
  sequence?: number;
  receiver?: string;
  sender?: string;
  environment?: string;
  day?: string;
  createdAt?: string;
  mutations?: readonly MadeMutation[];
  /** Changes what stands in the file before the voucher is made. */
  change?: (xml: string) => string;
  /** Changes what the voucher says. */
  voucher?: (xml: string) => string;
};

export type NamedBytes = { name: string; bytes: Buffer };

export const feedReceiver = '0999999031';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : `<${name}>${escaped(String(value))}</${name}>`;
const organisation = (number: string): string =>
  `<organizationIdentification>${element('cbeNumber', number)}</organizationIdentification>`;

function mutation(made: MadeMutation, day: string): string {
  const { id = randomUUID(), type, insz, newInsz, cancelled, person, dimona } = made;
  const status = `${cancelled === true ? ' canceled="true"' : ''}${newInsz === undefined ? '' : ` replacedBy="${newInsz}"`}`;
  return [
    '<mutation>',
    element('mutationId', id) + element('type', type) + element('effectiveDate', made.day ?? day),
    `<ssin${status}>${insz}</ssin>`,
    person === undefined
      ? ''
      : `<person>${element('lastName', person.lastName)}${(person.givenNames ?? []).map((one) => element('givenName', one)).join('')}${element('birthDate', person.birthDate ?? '1985-07-03')}${element('genderCode', person.genderCode ?? 1)}${element('deceaseDate', person.deceaseDate)}${element('register', person.register ?? 'RR')}</person>`,
    dimona === undefined
      ? ''
      : `<dimona>${element('employerCbeNumber', dimona.employerNumber)}${element('action', dimona.action)}<period>${element('beginDate', dimona.begin)}${element('endDate', dimona.end)}</period></dimona>`,
    '</mutation>',
  ].join('');
}

/** The file and its voucher, in this order. */
export function makeFeed(made: MadeFile = {}): { file: NamedBytes; voucher: NamedBytes } {
  const { sequence = 1, receiver = feedReceiver, sender = '0999999922', environment = 'T' } = made;
  const { day = '2025-03-01', createdAt = `${day}T02:00:00Z`, mutations = [] } = made;
  const name = `CBSSINS.MUT.${receiver}.${day.replaceAll('-', '')}.${String(sequence).padStart(8, '0')}`;
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<m:mutationFile xmlns:m="http://socialsecurity.be/cbssinscription/mutations/v1">',
    `<header><sender>${organisation(sender)}</sender><receiver>${organisation(receiver)}</receiver>`,
    element('fileSequenceNumber', sequence) + element('creationTimestamp', createdAt),
    `${element('referenceDate', day)}${element('environment', environment)}</header>`,
    ...mutations.map((one) => mutation(one, day)),
    '</m:mutationFile>',
  ].join('\n');
  const bytes = Buffer.from(made.change?.(xml) ?? xml);
  const voucher = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<v:voucher xmlns:v="http://socialsecurity.be/cbssinscription/voucher/v1">',
    element('fileName', `${name}.xml`) + element('fileSize', bytes.length),
    element('sha256', createHash('sha256').update(bytes).digest('hex')),
    element('recordCount', mutations.length) + element('fileSequenceNumber', sequence),
    `${element('creationTimestamp', createdAt)}<receiver>${organisation(receiver)}</receiver>`,
    `${element('schemaVersion', '1.0')}</v:voucher>`,
  ].join('\n');
  return {
    file: { name: `${name}.xml`, bytes },
    voucher: { name: `${name}.voucher.xml`, bytes: Buffer.from(made.voucher?.(voucher) ?? voucher) },
  };
}
