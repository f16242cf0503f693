// Header and mutations of a file that the schema accepted, in short. What the schema cannot say is looked at here: a replacement names
// its new number, data come with their person.
import { SaxesParser } from 'saxes';
import { plainWords } from '../../../preload/rules/text/plain-words.ts';
import type {
  DataMutation,
  DimonaFact,
  FeedHeader,
  NumberMutation,
  Refusal,
  SaidPerson,
} from './feed-values.ts';
import { refusal } from './feed-values.ts';

export type ReadMutations = {
  header: FeedHeader;
  numbers: NumberMutation[];
  data: DataMutation[];
  /** Mutations in the file, those that say the same again (F7) included. */
  records: number;
  repeated: number;
};

type Open = {
  values: Map<string, string>;
  given: string[];
  newInsz: string | null;
  cancelled: boolean;
  line: number;
};

const fresh = (line: number): Open => ({
  values: new Map(),
  given: [],
  newInsz: null,
  cancelled: false,
  line,
});

/** `onRead` is told how many mutations were read so far. Refusal: notInSchema, with the line of the mutation. */
export function readMutations(text: string, onRead: (records: number) => void): ReadMutations | Refusal {
  const numbers: NumberMutation[] = [];
  const data: DataMutation[] = [];
  const seen = new Set<string>();
  let header: FeedHeader | null = null;
  let open = fresh(1);
  let words = '';
  let sender = '';
  let records = 0;
  let repeated = 0;
  let refused: Refusal | null = null;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    words = '';
    if (name === 'mutation' || name === 'header') open = fresh(parser.line);
    if (name !== 'ssin') return;
    open.newInsz = attributes['replacedBy'] ?? null;
    open.cancelled = attributes['canceled'] === 'true' || attributes['canceled'] === '1';
  });
  const hear = (more: string): void => {
    words += more;
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', ({ name }) => {
    if (name === 'givenName') open.given.push(words);
    else if (name === 'organizationIdentification') {
      const { values } = open;
      const who = values.get('cbeNumber') ?? `${values.get('sector')}/${values.get('institution')}`;
      for (const part of ['cbeNumber', 'sector', 'institution']) values.delete(part);
      values.set('organization', who);
    } else if (name === 'sender') sender = open.values.get('organization') ?? '';
    else if (name === 'header') header = headerOf(open.values, sender);
    else if (name === 'mutation') {
      records += 1;
      const read = mutationOf(open);
      if (read === null) refused ??= refusal('notInSchema', { line: open.line });
      else {
        // One event for a number, a type and a day, whatever the sender repeats (F7). What says something else is no repetition.
        const same = JSON.stringify({ ...read, id: '' });
        if (seen.has(read.id) || seen.has(same)) repeated += 1;
        else if ('type' in read) data.push(read);
        else numbers.push(read);
        seen.add(read.id).add(same);
      }
      if (records % 1_000 === 0) onRead(records);
    } else open.values.set(name, words.trim());
    words = '';
  });
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.close();
  if (refused !== null) return refused;
  if (header === null || !isDay((header as FeedHeader).referenceDate))
    return refusal('notInSchema', { line: 1 });
  return { header, numbers, data, records, repeated };
}

/** The schema also takes years before the first and beyond the last that anybody writes here. */
const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));

/** An instant without a zone is taken as UTC, so that it does not depend on this computer. */
function instantOf(text: string, day: string): string {
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? `${day}T00:00:00.000Z` : new Date(at).toISOString();
}

function headerOf(values: Map<string, string>, sender: string): FeedHeader {
  const referenceDate = (values.get('referenceDate') ?? '').slice(0, 10);
  return {
    ...{ sender, receiver: values.get('organization') ?? '', referenceDate },
    sequence: Number(values.get('fileSequenceNumber')),
    createdAt: instantOf(values.get('creationTimestamp') ?? '', referenceDate),
    environment: values.get('environment') ?? '',
  };
}

/** Null: it lacks what its type needs. */
function mutationOf(open: Open): NumberMutation | DataMutation | null {
  const { values, newInsz } = open;
  const value = (name: string): string => values.get(name) ?? '';
  const at = { id: value('mutationId').toLowerCase(), day: value('effectiveDate'), insz: value('ssin') };
  const type = value('type') as DataMutation['type'] | 'REPLACEMENT' | 'CANCELLATION';
  if (type === 'REPLACEMENT') return newInsz === null ? null : { ...at, newInsz };
  if (type === 'CANCELLATION') return open.cancelled && newInsz === null ? { ...at, newInsz: null } : null;
  const person = values.has('lastName') ? personOf(open) : null;
  const dimona = values.has('employerCbeNumber') ? dimonaOf(values) : null;
  if (type === 'DIMONA')
    return dimona === null || !isDay(dimona.begin) || (dimona.end !== null && !isDay(dimona.end))
      ? null
      : { ...at, type, person: null, dimona };
  return person === null && type !== 'ADDRESS' ? null : { ...at, type, person, dimona: null };
}

const personOf = ({ values, given }: Open): SaidPerson => ({
  lastName: plainWords(values.get('lastName') ?? '', 300),
  givenNames: plainWords(given.join(' '), 1_500),
  birthDate: values.get('birthDate') ?? '',
  genderCode: Number(values.get('genderCode')),
  deceaseDate: values.get('deceaseDate') ?? null,
  register: (values.get('register') ?? 'RR') as SaidPerson['register'],
});

const dimonaOf = (values: Map<string, string>): DimonaFact => ({
  employerNumber: values.get('employerCbeNumber') ?? '',
  action: (values.get('action') ?? 'IN') as DimonaFact['action'],
  begin: (values.get('beginDate') ?? '').slice(0, 10),
  end: values.get('endDate')?.slice(0, 10) ?? null,
});
