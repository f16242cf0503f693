// A number became another one: whoever holds it gets the number of now, and two who turn out to be one person become one.
import { movePeriods } from '../../../preload/rules/register/periods.ts';
import type { Database } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { actorName } from '../keep-act.ts';
import { namesOf } from '../person-store.ts';
import { type MergedRecords, mergePersons } from './merge-persons.ts';
import {
  flagLines,
  insertNumberActs,
  type KeyLines,
  keyLinesOf,
  type NumberAct,
} from './moved-line-store.ts';
import { numbersBefore, resolveNumber } from './number-chain.ts';
import { endNumbersAt, followNumbers, type Holder, holdersOf, type NumberEvent } from './number-store.ts';
import { tellClients, writtenName } from './tell-clients.ts';

/** Persons that are left, lines of the register that went along, and whether somebody must look. */
export type Moved = { personIds: string[]; lines: number; review: boolean };

/**
 * In the open transaction, with the replacement written down already. Everything that became the present number by now is moved, so
 * that the order in which replacements arrive makes no difference (R-e). Rules R-a, R-b, R-h.
 */
export function moveHolders(session: Session, event: NumberEvent): Moved {
  const { db } = session;
  const present = resolveNumber(db, event.oldInsz)?.insz ?? event.oldInsz;
  const holders = holdersOf(db, [...numbersBefore(db, present).keys()]);
  const moving = holders.filter(({ insz }) => insz !== present);
  const stays = whoStays(db, holders, present);
  if (stays === undefined || moving.length === 0) return { personIds: [], lines: 0, review: false };
  const acts = new Map<string, NumberAct>();
  // Before they become one: who went, and who is left.
  const gone = holders.filter(({ personId }) => personId !== stays.personId);
  const names = [...gone, stays].map(({ personId }) => writtenName(db, personId));
  const records: MergedRecords[] = [];
  // Who stays with a new number: the lines are the same, under it.
  let lines = 0;
  if (stays.insz !== present)
    lines += note(session, acts, 'replace', keyLinesOf(db, stays.personId), new Map());
  follow(session, stays.personId, stays);
  for (const other of holders) {
    if (other.personId === stays.personId) continue;
    const [standing, moved] = [keyLinesOf(db, stays.personId), keyLinesOf(db, other.personId)];
    records.push(mergePersons(session, other, stays.personId, laidTogether(standing, moved)));
    follow(session, stays.personId, other);
    lines += note(session, acts, 'merge', moved, standing);
  }
  endNumbersAt(db, stays.personId, present);
  flagLines(db, stays.personId, null);
  const summary = [...new Set(names.filter(Boolean))].join(' → ');
  tellMove(session, event, { personId: stays.personId, insz: present, summary }, [...acts.values()], records);
  return { personIds: [stays.personId], lines, review: false };
}

function follow({ db, clock }: Session, personId: string, { insz }: Holder): void {
  const path = resolveNumber(db, insz)?.path ?? [insz];
  followNumbers(db, personId, path, clock.now().toISOString().slice(0, 10));
}

/** Who holds the number of now, unless nobody named that one and somebody named another: a name is the better known person. */
export function whoStays(db: Database, holders: readonly Holder[], present: string): Holder | undefined {
  const there = holders.find(({ insz }) => insz === present);
  if (there !== undefined && hasName(db, there.personId)) return there;
  return holders.find(({ personId }) => hasName(db, personId)) ?? there ?? holders[0];
}

const hasName = (db: Database, personId: string): boolean => (namesOf(db, personId)?.familyName ?? '') !== '';

/** What two sets of lines become under one key, for the keys that both have. Rule R-a: one by one, by N9. */
const laidTogether = (standing: Map<string, KeyLines>, moved: Map<string, KeyLines>): KeyLines[] =>
  [...moved].flatMap(([id, key]) => {
    const there = standing.get(id);
    return there === undefined ? [] : [{ ...key, periods: movePeriods(there.periods, key.periods) }];
  });

/**
 * Adds to the acts of this event what happened to the keys of one person; a key has one act, from the first to the
 * last state. Answers how many lines it were.
 */
function note(
  { ids }: Session,
  acts: Map<string, NumberAct>,
  kind: 'replace' | 'merge',
  moved: Map<string, KeyLines>,
  standing: Map<string, KeyLines>,
): number {
  let lines = 0;
  for (const [id, { periods, ...key }] of moved) {
    lines += periods.length;
    const there = standing.get(id)?.periods ?? [];
    const after = kind === 'replace' ? periods : movePeriods(there, periods);
    const before = acts.get(id);
    acts.set(id, {
      id: before?.id ?? ids.newId(),
      kind: there.length > 0 ? 'merge' : 'replace',
      key,
      before: before?.before ?? (kind === 'replace' ? periods : there),
      after,
    });
  }
  return lines;
}

function tellMove(
  session: Session,
  event: NumberEvent,
  present: Holder & { summary: string },
  acts: readonly NumberAct[],
  records: readonly MergedRecords[],
): void {
  const { eventId, oldInsz, effectiveDate, origin } = event;
  insertNumberActs(
    session.db,
    {
      at: session.clock.now().toISOString(),
      actor: actorName(session),
      ...{ personId: present.personId, eventId, insz: oldInsz, newInsz: present.insz },
    },
    acts,
  );
  tellClients(
    session,
    acts.map(({ key }) => key),
    {
      kind: 'register.replaced',
      subject: { kind: 'person', id: present.personId },
      summary: present.summary,
      payload: {
        // No number: history outlives a person who is erased. They stand with the event itself.
        ...{ eventId, origin, effectiveDate },
        keys: acts.length,
        employers: new Set(acts.map(({ key }) => key.employerId)).size,
        merged: records,
      },
    },
  );
}
