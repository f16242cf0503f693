// Checks the whole history: every chain, its head, the order of all events together, and that what was erased was
// erased by a recorded run. Finds any altered, missing, added or moved event and a cut-off tail.
import type { Database } from '../platform/database.ts';
import { inSlices } from '../platform/slices.ts';
import { idsDigest } from './event-hash.ts';
import { allHeads, findHead, type Head } from './history-store.ts';
import { chainChecker, type Problem } from './verify-chain.ts';
import {
  erasedIn,
  eventsAfter,
  firstSkippedSeq,
  type Place,
  retentionRuns,
  strayRows,
} from './verify-store.ts';

export type HistoryReport = {
  events: number;
  chains: number;
  erased: number;
  intact: boolean;
  /** The first ones only; `intact` counts all. */
  problems: Problem[];
};

const PAGE = 200;
const MOST_PROBLEMS = 50;

/** Checks in one go: for the command line and for a read-only connection in a worker. */
export function verifyHistory(db: Database): HistoryReport {
  const steps = verifying(db);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in slices, so that the window stays free; events may be added meanwhile. */
export const verifyHistoryInSlices = (db: Database): Promise<HistoryReport> => inSlices(verifying(db));

function* verifying(db: Database): Generator<undefined, HistoryReport> {
  const checker = chainChecker();
  const seen = new Set<string>();
  let place: Place = { chain: '', position: 0 };
  let open: string | null = null;
  for (;;) {
    const events = eventsAfter(db, place, PAGE);
    for (const event of events) {
      if (open !== null && open !== event.chain) checker.endChain(open, findHead(db, open));
      open = event.chain;
      seen.add(event.chain);
      checker.add(event);
      place = { chain: event.chain, position: event.position };
    }
    if (events.length < PAGE) break;
    yield undefined;
  }
  if (open !== null) checker.endChain(open, findHead(db, open));
  for (const head of allHeads(db))
    if (!seen.has(head.chain) && !startedSince(db, head)) checker.endChain(head.chain, head);
  const report = checker.finish();
  const problems = [...report.problems, ...orderProblems(db), ...erasureProblems(db)];
  return { ...report, intact: problems.length === 0, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** A chain whose first event was added while the check ran, behind the place it had reached. */
function startedSince(db: Database, head: Head): boolean {
  return eventsAfter(db, { chain: head.chain, position: 0 }, 1, head.chain).length > 0;
}

function orderProblems(db: Database): Problem[] {
  const skipped = firstSkippedSeq(db);
  const stray = strayRows(db);
  return [
    ...(skipped === null ? [] : [{ problem: 'missing' as const, chain: '*', position: skipped }]),
    ...(stray === 0 ? [] : [{ problem: 'added' as const, chain: '*', position: 0 }]),
  ];
}

/** A payload may be gone only if the chain of the app says so: how many, and which, by digest. */
function erasureProblems(db: Database): Problem[] {
  const bad = retentionRuns(db).filter((run) => {
    const recorded = recordOf(run.payload);
    return recorded === null || recorded !== idsDigest(erasedIn(db, run.id));
  });
  return bad.map(() => ({ problem: 'payloadMissing' as const, chain: '*', position: 0 }));
}

function recordOf(payload: string | null): string | null {
  if (payload === null) return null;
  try {
    const content: unknown = JSON.parse(payload);
    if (typeof content !== 'object' || content === null || !('digest' in content)) return null;
    return typeof content.digest === 'string' ? content.digest : null;
  } catch {
    return null;
  }
}
