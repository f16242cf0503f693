// Replaced and cancelled numbers of a file: handed to what moves all that hangs on a number, and told to whoever must know.
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { Database } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';
import { applyNumberEvent, applyNumberEvents, type NumberEvent } from '../numbers/apply-number-event.ts';
import { personOf } from '../numbers/number-store.ts';
import { namesOf, type PersonNames } from '../person-store.ts';
import { clientsOf, insertTasks, knownEvent, supersede } from './apply-store.ts';
import { type Applying, noteClients } from './applying.ts';
import type { NumberMutation } from './feed-values.ts';

type Done = Result<Record<string, never>>;

/** Those of nobody here go together; a number is replaced also where all lines are closed (F2). Failures: those of the disk. */
export function* applyNumbers(applying: Applying, mutations: readonly NumberMutation[]): Steps<Done> {
  const { session, counts } = applying;
  let left = mutations;
  // What was of nobody is of somebody once an earlier link of its chain was: until a round finds nobody more.
  for (let before = -1; left.length > 0 && before !== left.length; ) {
    before = left.length;
    const ofNobody: NumberMutation[] = [];
    for (const mutation of left) {
      if (!isHeld(session.db, mutation)) ofNobody.push(mutation);
      else {
        const done = applyOne(applying, asEvent(mutation, applying.file.referenceDate), mutation.day);
        if (!done.ok) return done;
      }
      yield;
    }
    left = ofNobody;
  }
  if (left.length === 0) return ok({});
  const done = applyNumberEvents(
    session,
    left.map((mutation) => asEvent(mutation, applying.file.referenceDate)),
  );
  if (!done.ok) return done;
  counts.unknown += done.value.applied;
  counts.known += done.value.known + done.value.replayed;
  counts.quarantined += done.value.quarantined;
  return ok({});
}

const isHeld = (db: Database, { insz, newInsz }: NumberMutation): boolean =>
  [insz, newInsz].some((one) => one !== null && personOf(db, one) !== null);

const asEvent = ({ id, day, insz, newInsz }: NumberMutation, whole: string): NumberEvent => ({
  ...{
    eventId: id,
    kind: newInsz === null ? 'cancellation' : 'replacement',
    oldInsz: insz,
    newInsz,
    origin: 'feed',
  },
  effectiveDate: day.endsWith('-00') ? whole : day,
});

function applyOne(applying: Applying, event: NumberEvent, day: string): Done {
  const { session, file, counts } = applying;
  const { db } = session;
  if (knownEvent(db, event.eventId)) {
    counts.known += 1;
    return ok({});
  }
  const both = holdersOf(db, event);
  const done = applyNumberEvent(session, event);
  if (!done.ok) return done;
  const { state, personIds } = done.value;
  const [personId] = personIds;
  if (state === 'quarantined') counts.quarantined += 1;
  else if (state !== 'applied') counts.known += 1;
  // Who holds the new number under which nothing else was known.
  else if (personId === undefined) counts.unknown += 1;
  else {
    const kind = event.newInsz === null ? 'cancelled' : 'replaced';
    counts[kind] += 1;
    counts.tasks += 1;
    noteClients(applying, clientsOf(db, personId));
    const task = { fileId: file.id, kind, personId, day, eventId: event.eventId, dimona: null } as const;
    const gone = both.find((one) => one.personId !== personId);
    supersede(db, [task]);
    insertTasks(db, [
      {
        ...task,
        id: session.ids.newId(),
        state: 'open',
        joined: gone === undefined ? null : namesText(gone),
      },
    ]);
  }
  return ok({});
}

/** Where two persons become one, the names of both: only before it can it be said whose they were. */
const holdersOf = (db: Database, { oldInsz, newInsz }: NumberEvent): PersonNames[] => {
  const persons = [oldInsz, newInsz].flatMap((insz) => (insz === null ? [] : (personOf(db, insz) ?? [])));
  const different = new Set(persons);
  return different.size < 2 ? [] : [...different].flatMap((id) => namesOf(db, id) ?? []);
};
const namesText = ({ familyName, givenName }: PersonNames): string =>
  JSON.stringify({ familyName, givenName });
