// Appends one event to its chain, inside the caller's transaction: what was done and the record of it stand or fall
// together.
import { randomBytes } from 'node:crypto';
import type { Database } from '../platform/database.ts';
import type { Actor } from '../platform/session.ts';
import { chainStart, eventHash, payloadHmac } from './event-hash.ts';
import { findHead, insertEvent, nextSeq } from './history-store.ts';
import { searchWords } from './search-words.ts';

/** The chain of what belongs to no employer. */
export const APP_CHAIN = 'app';

export type HistoryResult = 'done' | 'accepted' | 'acceptedWithWarnings' | 'refused' | 'failed' | 'unknown';

export type NewEvent = {
  id: string;
  /** The employer whose chain it belongs to; null for the chain of the app. */
  employerId: string | null;
  /** `<noun>.<what happened>`, for example `training.sent`. */
  kind: string;
  /** Instant as UTC text. */
  at: string;
  actor: Actor;
  /** What it is about, by internal id: never an INSZ or another number of a person. */
  subject: { kind: string; id: string } | null;
  result: HistoryResult;
  /** The contract it was done under, for example `fla/1.4`; empty where none applies. */
  contract: string;
  appVersion: string;
  /** At most 300 characters to recognise it by. Erasable. */
  summary: string;
  /** All that is kept of the act. Erasable. */
  payload: Readonly<Record<string, unknown>>;
};

export type AppendedEvent = { id: string; position: number; hash: string };

const MAX_SUMMARY = 300;

/** Throws outside a transaction: an event without its act, or the reverse, must not be possible. */
export function appendEvent(db: Database, event: NewEvent): AppendedEvent {
  if (!db.inTransaction) throw new Error('a history event belongs in the transaction of its act');
  const chain = event.employerId ?? APP_CHAIN;
  const head = findHead(db, chain);
  const payload = JSON.stringify(event.payload);
  const summary = event.summary.slice(0, MAX_SUMMARY);
  const parts = { payload, summary, words: searchWords(event.payload) };
  const salt = randomBytes(32);
  const row = {
    seq: nextSeq(db),
    id: event.id,
    chain,
    position: (head?.position ?? 0) + 1,
    kind: event.kind,
    at: event.at,
    actorKind: event.actor.kind,
    actorName: event.actor.name,
    actorOsAccount: event.actor.osAccount,
    subjectKind: event.subject?.kind ?? null,
    subjectId: event.subject?.id ?? null,
    result: event.result,
    contract: event.contract,
    appVersion: event.appVersion,
    previousHash: head?.hash ?? chainStart(chain),
    payloadHmac: payloadHmac(salt, parts),
  };
  const hash = eventHash(row);
  insertEvent(db, { ...row, hash }, { ...parts, salt });
  return { id: row.id, position: row.position, hash };
}
