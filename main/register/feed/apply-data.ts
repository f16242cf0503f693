// What a file says of one person: kept beside the names of the clerks, with a task where somebody must look. F6
import type { FeedTaskKind } from '../../../preload/contract/register-feed.ts';
import { differingFields } from '../../../preload/rules/register/compare-identity.ts';
import { personOfNumber } from '../numbers/number-chain.ts';
import {
  clientsOn,
  factsOf,
  insertTask,
  type KnownIdentity,
  keepIdentity,
  type PersonFacts,
  supersede,
} from './apply-store.ts';
import { type Applying, noteClients } from './applying.ts';
import type { DataMutation, SaidPerson } from './feed-values.ts';

const kinds: Record<DataMutation['type'], FeedTaskKind> = {
  NAME: 'name',
  BIRTH: 'birth',
  GENDER: 'gender',
  DECEASE: 'decease',
  ADDRESS: 'address',
  REGISTER_CHANGE: 'registerChange',
  DIMONA: 'dimona',
};

export function applyData(applying: Applying, mutation: DataMutation): void {
  const { session, file, counts } = applying;
  const { db } = session;
  const person = personOfNumber(db, mutation.insz);
  if (person === null) {
    counts.unknown += 1;
    return;
  }
  const { personId } = person;
  // A day that is not whole is taken as the day that the file is about. A subscription also tells of whoever left.
  const day = mutation.day.endsWith('-00') ? file.referenceDate : mutation.day;
  const clients = clientsOn(db, personId, mutation.type === 'DIMONA' ? null : day);
  if (clients.length === 0) {
    counts.withoutLine += 1;
    return;
  }
  const { person: said, dimona } = mutation;
  const facts = said === null ? null : factsOf(db, personId);
  if (said !== null && facts !== null) {
    const outdated = facts.known !== null && facts.known.asOf > file.createdAt;
    const same = facts.known !== null && isSame(facts.known, said);
    if (outdated || (same && mutation.type !== 'ADDRESS')) {
      counts.known += 1;
      return;
    }
    if (!same) keepIdentity(db, personId, said, file.createdAt);
  }
  const tells = mutation.type === 'ADDRESS' || mutation.type === 'DIMONA';
  counts[tells ? 'told' : 'changed'] += 1;
  noteClients(applying, clients);
  const kind = kinds[mutation.type];
  const asks = kind !== 'name' || facts === null || said === null || namesDiffer(facts, said);
  // What Dimona tells of one employment is not taken back by another.
  if (kind !== 'dimona') supersede(db, personId, kind);
  if (asks) counts.tasks += 1;
  insertTask(db, {
    ...{ id: session.ids.newId(), fileId: file.id, kind, personId, day: mutation.day, eventId: null },
    ...{ dimona: dimona === null ? null : JSON.stringify(dimona), state: asks ? 'open' : 'none' },
  });
}

const isSame = (known: KnownIdentity, said: SaidPerson): boolean =>
  known.lastName === said.lastName &&
  known.givenNames === said.givenNames &&
  known.birthDate === said.birthDate &&
  known.genderCode === said.genderCode &&
  known.deceaseDate === said.deceaseDate &&
  known.register === said.register;

/** As names are compared everywhere in the register (N7): another way to write the same name asks nobody. */
export const namesDiffer = (
  { familyName, givenName }: Pick<PersonFacts, 'familyName' | 'givenName'>,
  { lastName, givenNames }: Pick<SaidPerson, 'lastName' | 'givenNames'>,
): boolean =>
  differingFields(
    { lastName, givenName: givenNames },
    { lastName: familyName, givenNames: givenName, birthDate: null, genderCode: null },
  ).length > 0;
