// What happens to persons at the registers: identities change, an employer declares. Each is kept for the files of a day, with whom
// it is told. Rule F2 of the register's contract.
import { randomUUID } from 'node:crypto';
import type { EventType } from '../store/cbss-event-store.ts';
import type { CbssPerson, Identity } from '../store/cbss-person-store.ts';
import { personOf } from './directory.ts';
import { type CbssParts, today } from './parts.ts';
import { share } from './spans.ts';

export type DataType = Exclude<EventType, 'REPLACEMENT' | 'CANCELLATION' | 'DIMONA'>;

/** What of an event stands in a file beside its number and day. */
export interface EventBody {
  readonly replacedBy?: string;
  readonly person?: CbssPerson;
  readonly dimona?: {
    readonly employerCbeNumber: string;
    readonly action: 'IN' | 'OUT' | 'UPDATE' | 'CANCEL';
    readonly beginDate: string;
    readonly endDate?: string | undefined;
  };
}

/** Those with any line (numbers), or with one that covers the day (data). Rule F2. */
const knownBy = (parts: CbssParts, ssin: string, day: string | undefined): string[] => {
  const lines = parts.inscriptions.ofNumber(ssin);
  const at = day?.replaceAll('-00', '-01');
  const counted = at === undefined ? lines : lines.filter((line) => share(line, { begin: at, end: at }));
  return [...new Set(counted.map(({ owner }) => owner))];
};

export interface Happening {
  readonly type: EventType;
  readonly ssin: string;
  readonly effectiveDate?: string | undefined;
  readonly person?: CbssPerson;
  readonly body?: EventBody;
  readonly owners?: readonly string[];
}

export const happened = (parts: CbssParts, { type, ssin, effectiveDate, ...rest }: Happening): void => {
  const day = effectiveDate ?? today(parts);
  const aboutNumber = type === 'REPLACEMENT' || type === 'CANCELLATION';
  const { person = personOf(parts, ssin), body = {} } = rest;
  const owners = rest.owners ?? knownBy(parts, ssin, aboutNumber ? undefined : day);
  const told: EventBody = { ...(person === undefined ? {} : { person }), ...body };
  parts.events.add({ mutationId: randomUUID(), type, effectiveDate: day, ssin, body: told }, owners);
};

export type Happened<T> = { readonly done: T } | { readonly refused: string };

/** At the registers, and where other services of practice know a worker by the number. */
export const saveEverywhere = (parts: CbssParts, person: CbssPerson): void => {
  const { ssin, state, replacedBy } = person;
  parts.persons.save(person);
  if (parts.world.worker(ssin) === undefined && parts.access.person(ssin) !== undefined && state === 'active')
    return;
  const [givenName = ''] = person.givenNames;
  parts.world.saveWorker({ insz: ssin, givenName, familyName: person.lastName, state, replacedBy });
};

export const changeIdentity = (
  parts: CbssParts,
  {
    ssin,
    type,
    effectiveDate,
    person: changes,
  }: { ssin: string; type: DataType; effectiveDate?: string | undefined; person: Partial<Identity> },
): Happened<{ ssin: string }> => {
  const person = personOf(parts, ssin);
  if (person === undefined) return { refused: 'nobody has this number' };
  if (person.state !== 'active') return { refused: 'this number is not in use' };
  return parts.events.together(() => {
    const changed = { ...person, ...changes };
    saveEverywhere(parts, changed);
    happened(parts, { type, ssin, effectiveDate, person: changed });
    return { done: { ssin } };
  });
};

/** Told to those who subscribed, for persons whom they know: in the context of the subscription, where it names one. */
export const declareDimona = (
  parts: CbssParts,
  { ssin, ...dimona }: { ssin: string } & NonNullable<EventBody['dimona']>,
): Happened<{ ssin: string }> => {
  if (personOf(parts, ssin) === undefined) return { refused: 'nobody has this number' };
  const lines = parts.inscriptions.ofNumber(ssin);
  const owners = parts.cbssAccess
    .subscriptions()
    .filter(({ owner, context }) =>
      lines.some((line) => line.owner === owner && (context === '' || line.context === context)),
    )
    .map(({ owner }) => owner);
  happened(parts, { type: 'DIMONA', ssin, effectiveDate: dimona.beginDate, owners, body: { dimona } });
  return { done: { ssin } };
};
