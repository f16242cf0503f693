// Checks events one after another, in the order of their chains: what was altered, is missing, was added or was moved.
// Pure: the database and an exported file go through the same checks.
import { chainStart, eventHash, payloadHmac } from './event-hash.ts';
import type { EventRow, Head, PayloadRow } from './history-store.ts';

export type ProblemKind =
  | 'altered'
  | 'missing'
  | 'added'
  | 'moved'
  | 'truncated'
  | 'payloadAltered'
  | 'payloadMissing';

/** `chain` is `app`, an employer's id, or `*` for the order of all events together (`position` is then that order). */
export type Problem = { problem: ProblemKind; chain: string; position: number };

/** An event with its payload (null once erased or lost) and whether a retention run erased it. */
export type CheckedEvent = EventRow & { stored: PayloadRow | null; erased: boolean };

export type ChainChecker = {
  /** Events of one chain by position, one chain after another. */
  add(event: CheckedEvent): void;
  /** After the last event of a chain: what its head says (null: it has none). */
  endChain(chain: string, head: Head | null): void;
  finish(): Report;
};

export type Report = { events: number; chains: number; erased: number; problems: Problem[] };

type Suspect = Problem & { hash: string | null };

export function chainChecker(): ChainChecker {
  const suspects: Suspect[] = [];
  /** Hashes that a successor or a head asks for and that did not stand before it: their event went elsewhere. */
  const wanted = new Set<string>();
  let last: EventRow | null = null;
  let events = 0;
  let chains = 0;
  let erased = 0;
  const suspect = (problem: ProblemKind, event: EventRow, hash: string | null = null): void => {
    suspects.push({ problem, chain: event.chain, position: event.position, hash });
  };

  return {
    add(event) {
      events += 1;
      if (event.erased) erased += 1;
      if (last === null) chains += 1;
      const expected = (last?.position ?? 0) + 1;
      if (event.position !== expected) {
        suspects.push({ problem: 'missing', chain: event.chain, position: expected, hash: null });
        wanted.add(event.previousHash);
      } else if (event.previousHash !== (last?.hash ?? chainStart(event.chain))) {
        wanted.add(event.previousHash);
        suspect('added', event, event.hash);
      }
      if (eventHash(event) !== event.hash) suspect('altered', event, event.hash);
      const payloadProblem = checkPayload(event);
      if (payloadProblem !== null) suspect(payloadProblem, event);
      last = event;
    },
    endChain(chain, head) {
      const end = last;
      last = null;
      if (end === null) {
        if (head !== null)
          suspects.push({ problem: 'truncated', chain, position: head.position, hash: null });
      } else if (head === null) {
        suspects.push({ problem: 'missing', chain, position: end.position, hash: null });
      } else if (head.position !== end.position || head.hash !== end.hash) {
        wanted.add(head.hash);
        const problem =
          head.position > end.position ? 'truncated' : head.position < end.position ? 'added' : 'altered';
        suspects.push({ problem, chain, position: Math.max(head.position, end.position), hash: null });
      }
    },
    finish: () => ({ events, chains, erased, problems: suspects.map((found) => named(found, wanted)) }),
  };
}

/** An event that does not fit here but is missed elsewhere was moved. */
function named({ problem, chain, position, hash }: Suspect, wanted: ReadonlySet<string>): Problem {
  return { problem: hash !== null && wanted.has(hash) ? 'moved' : problem, chain, position };
}

function checkPayload(event: CheckedEvent): ProblemKind | null {
  if (event.stored === null) return event.erased ? null : 'payloadMissing';
  if (event.erased) return 'payloadAltered';
  return payloadHmac(event.stored.salt, event.stored) === event.payloadHmac ? null : 'payloadAltered';
}
