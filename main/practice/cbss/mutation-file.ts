// The file of a day and its voucher, as bytes: from events to the XML of cbss-mutations-v1.xsd and cbss-voucher-v1.xsd.
// Rules F1, F5 and F7 of the register's contract.
import { createHash } from 'node:crypto';
import type { CbssEvent } from '../store/cbss-event-store.ts';
import type { CbssPerson } from '../store/cbss-person-store.ts';
import type { EventBody } from './happen.ts';
import { NS } from './vocabulary.ts';
import { maybe, type Xml, xml } from './xml-write.ts';

/** Who sends the files: the enterprise number of the published test value. */
const SENDER = '0999999922';

export interface FileFacts {
  readonly receiver: string;
  readonly sequence: number;
  /** `yyyy-mm-dd` */
  readonly referenceDate: string;
  /** UTC, with milliseconds. */
  readonly createdAt: string;
}

export interface MadeFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const ORDER: Readonly<Record<string, number>> = { REPLACEMENT: 0, CANCELLATION: 1 };

/** One event per number, type and day, the last one; numbers first, then data, each in the order in which they happened. */
export const toldOnce = (events: readonly CbssEvent[]): CbssEvent[] => {
  const last = new Map<string, CbssEvent>();
  for (const event of events) {
    const { employerCbeNumber = '' } = (event.body as EventBody).dimona ?? {};
    const key = `${event.ssin} ${event.type} ${event.effectiveDate} ${employerCbeNumber}`;
    last.delete(key);
    last.set(key, event);
  }
  return [...last.values()].sort(
    (one, other) => (ORDER[one.type] ?? 2) - (ORDER[other.type] ?? 2) || one.id - other.id,
  );
};

const organisation = (name: 'sender' | 'receiver', number: string): Xml => ({
  xml: `<${name}>${xml`<organizationIdentification>${maybe('cbeNumber', number)}</organizationIdentification>`.xml}</${name}>`,
});

const personXml = (person: CbssPerson): Xml =>
  xml`<person>${maybe('lastName', person.lastName)}${person.givenNames.map((name) => maybe('givenName', name))}${maybe('birthDate', person.birthDate)}${maybe('genderCode', person.genderCode)}${maybe('deceaseDate', person.deceaseDate)}${maybe('register', person.register)}</person>`;

const dimonaXml = ({
  employerCbeNumber,
  action,
  beginDate,
  endDate,
}: NonNullable<EventBody['dimona']>): Xml =>
  xml`<dimona>${maybe('employerCbeNumber', employerCbeNumber)}${maybe('action', action)}<period>${maybe('beginDate', beginDate)}${maybe('endDate', endDate)}</period></dimona>`;

const WITHOUT_PERSON: readonly string[] = ['CANCELLATION', 'DIMONA'];

const mutationXml = ({ mutationId, type, effectiveDate, ssin, body }: CbssEvent): Xml => {
  const { replacedBy, person, dimona } = body as EventBody;
  const mark =
    type === 'CANCELLATION'
      ? xml` canceled="true"`
      : replacedBy === undefined
        ? undefined
        : xml` replacedBy="${replacedBy}"`;
  return xml`<mutation>${maybe('mutationId', mutationId)}${maybe('type', type)}${maybe('effectiveDate', effectiveDate)}<ssin${mark}>${ssin}</ssin>${
    person !== undefined && !WITHOUT_PERSON.includes(type) && personXml(person)
  }${dimona && dimonaXml(dimona)}</mutation>
`;
};

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A file and its voucher, in the order in which they are to be written. */
export const makeFile = (facts: FileFacts, events: readonly CbssEvent[]): readonly [MadeFile, MadeFile] => {
  const { receiver, sequence, referenceDate, createdAt } = facts;
  const stem = `CBSSINS.MUT.${receiver}.${referenceDate.replaceAll('-', '')}.${String(sequence).padStart(8, '0')}`;
  const file = xml`<m:mutationFile xmlns:m="${NS.mutations}"><header>${organisation('sender', SENDER)}${organisation('receiver', receiver)}${maybe('fileSequenceNumber', sequence)}${maybe('creationTimestamp', createdAt)}${maybe('referenceDate', referenceDate)}<environment>T</environment></header>
${events.map(mutationXml)}</m:mutationFile>
`;
  const bytes = Buffer.from(DECLARATION + file.xml);
  const voucher = xml`<v:voucher xmlns:v="${NS.voucher}">${maybe('fileName', `${stem}.xml`)}${maybe('fileSize', bytes.length)}${maybe('sha256', createHash('sha256').update(bytes).digest('hex'))}${maybe('recordCount', events.length)}${maybe('fileSequenceNumber', sequence)}${maybe('creationTimestamp', createdAt)}${organisation('receiver', receiver)}<schemaVersion>1.0</schemaVersion></v:voucher>
`;
  return [
    { name: `${stem}.xml`, bytes },
    { name: `${stem}.voucher.xml`, bytes: Buffer.from(DECLARATION + voucher.xml) },
  ];
};
