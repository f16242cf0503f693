// The indexes of the lists in hand, a few at a time, each good as long as nothing that it was judged by has changed.
import type { ChangedName, Session } from '../../platform/session.ts';
import { type ListIndex, openIndex, type PackedIndex } from './list-index.ts';

/** What of the register a judgement rests on, as it was when it was read. */
export type Stamp = string;
type Kept = { packed: PackedIndex; stamp: Stamp; open: ListIndex | null };

const mostKept = 3;
const restsOn: readonly ChangedName[] = [
  'employer.changed',
  'worker.changed',
  'training.changed',
  'outbox.changed',
];

/** In memory with the environment they belong to, and gone with it. */
const bySession = new WeakMap<Session['db'], Map<string, Kept>>();

const keptOf = ({ db }: Pick<Session, 'db'>): Map<string, Kept> => {
  const known = bySession.get(db);
  if (known !== undefined) return known;
  const fresh = new Map<string, Kept>();
  bySession.set(db, fresh);
  return fresh;
};

export const stampOf = (session: Session): Stamp => `${session.changes(restsOn)} ${session.businessDate()}`;

export function keepIndex(session: Session, importId: string, packed: PackedIndex, stamp: Stamp): void {
  const kept = keptOf(session);
  kept.delete(importId);
  kept.set(importId, { packed, stamp, open: null });
  for (const id of [...kept.keys()].slice(0, -mostKept)) kept.delete(id);
}

/** Null when there is none, or when something that the list was judged by has changed since. */
export function indexOf(session: Session, importId: string): ListIndex | null {
  const kept = keptOf(session).get(importId);
  if (kept === undefined || kept.stamp !== stampOf(session)) return null;
  kept.open ??= openIndex(kept.packed);
  return kept.open;
}

export const forgetIndex = (session: Pick<Session, 'db'>, importId: string): void => {
  keptOf(session).delete(importId);
};
