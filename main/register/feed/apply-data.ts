// What a file says of persons: kept beside the names of the clerks, with a task where somebody must look. F6
import type { FeedTaskKind } from '../../../preload/contract/register-feed.ts';
import { differingFields } from '../../../preload/rules/register/compare-identity.ts';
import type { Steps } from '../../platform/slices.ts';
import { personOfNumber } from '../numbers/number-chain.ts';
import {
  factsOfEach,
  holdersOfEach,
  insertTasks,
  type KnownIdentity,
  keepIdentities,
  type NewTask,
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

/** Mutations that are looked up and written together: each statement stays far below what main may be held for. */
const together = 100;

/** In their order: what one says of a person is known to the next. */
export function* applyData(applying: Applying, mutations: readonly DataMutation[]): Steps<void> {
  for (let at = 0; at < mutations.length; at += together)
    yield* applySome(applying, mutations.slice(at, at + together));
}

function* applySome(applying: Applying, mutations: readonly DataMutation[]): Steps<void> {
  const { session, file, counts } = applying;
  const { db } = session;
  const holders = holdersOfEach(
    db,
    mutations.map(({ insz }) => insz),
  );
  yield;
  const known = mutations.flatMap((mutation, at) => {
    const holder = holders[at] ?? null;
    const personId = holder === 'replaced' ? personOfNumber(db, mutation.insz)?.personId : holder;
    // A day that is not whole is taken as the day that the file is about. A subscription also tells of whoever left.
    const whole = mutation.day.endsWith('-00') ? file.referenceDate : mutation.day;
    const day = mutation.type === 'DIMONA' ? null : whole;
    return personId === undefined || personId === null ? [] : [{ mutation, personId, day }];
  });
  counts.unknown += mutations.length - known.length;
  const facts = factsOfEach(db, known);
  yield;
  const block: Block = { identities: new Map(), tasks: new Map() };
  for (const [at, { mutation, personId }] of known.entries()) {
    const of = facts[at];
    if (of !== undefined) applyOne(applying, block, mutation, personId, of);
  }
  const tasks = [...block.tasks.values()].flat();
  if (block.identities.size > 0) keepIdentities(db, block.identities);
  yield;
  // What Dimona tells of one employment is not taken back by another.
  supersede(
    db,
    tasks.filter(({ kind }) => kind !== 'dimona'),
  );
  yield;
  insertTasks(db, tasks);
  yield;
}

/** What is to be written: of each person what was said last, and the tasks by person and kind. */
type Block = { identities: Map<string, KnownIdentity>; tasks: Map<string, NewTask[]> };

function applyOne(
  applying: Applying,
  { identities, tasks }: Block,
  { type, day, person: said, dimona }: DataMutation,
  personId: string,
  facts: PersonFacts,
): void {
  const { session, file, counts } = applying;
  if (facts.clients.length === 0) {
    counts.withoutLine += 1;
    return;
  }
  if (said !== null) {
    const known = identities.get(personId) ?? facts.known;
    const outdated = known !== null && known.asOf > file.createdAt;
    const same = known !== null && isSame(known, said);
    if (outdated || (same && type !== 'ADDRESS')) {
      counts.known += 1;
      return;
    }
    if (!same) identities.set(personId, { ...said, asOf: file.createdAt });
  }
  counts[type === 'ADDRESS' || type === 'DIMONA' ? 'told' : 'changed'] += 1;
  noteClients(applying, facts.clients);
  const kind = kinds[type];
  const asks = kind !== 'name' || said === null || namesDiffer(facts, said);
  if (asks) counts.tasks += 1;
  const about = `${personId} ${kind}`;
  const before = tasks.get(about) ?? [];
  if (kind !== 'dimona') for (const one of before) if (one.state === 'open') one.state = 'superseded';
  before.push({
    ...{ id: session.ids.newId(), fileId: file.id, kind, personId, day, eventId: null },
    ...{ dimona: dimona === null ? null : JSON.stringify(dimona), state: asks ? 'open' : 'none' },
  });
  tasks.set(about, before);
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
