// What practice did with each request: the judge that a test or a demonstration asks afterwards.
import type { Connection } from './file-store.ts';

export interface LedgerEffect {
  readonly externalReference: string;
  readonly effect: 'created' | 'updated' | 'unchanged' | 'refused' | 'deleted';
  /** How many requests committed this reference so far, this one included; absent when nothing was stored. */
  readonly commits?: number;
}

export interface LedgerEntry {
  readonly at: string;
  readonly clientId: string;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly bodySha256: string;
  readonly status: number;
  /** True when the request changed (or confirmed) what the service holds. */
  readonly committed: boolean;
  readonly effects: readonly LedgerEffect[];
  readonly traceId: string;
}

export interface LedgerStore {
  /** Writes a commit at once; reads and refusals wait in memory for the next write or look (they change nothing). */
  append(entry: LedgerEntry): void;
  flush(): void;
  /** Entries after sequence `since`, oldest first, at most `limit`; reads and refusals only with `all`. */
  list(since: number, all: boolean, limit: number): (LedgerEntry & { readonly sequence: number })[];
  /** Counts one more commit of the reference and returns the new total. */
  countCommit(subject: string, externalReference: string): number;
  /** Runs `work` and its ledger entry as one transaction. */
  together<T>(work: () => T): T;
}

const MOST_WAITING = 500;

interface LedgerRow {
  sequence: number;
  at: string;
  clientId: string;
  method: string;
  path: string;
  operation: string;
  bodySha256: string;
  status: number;
  committed: number;
  effects: string;
  traceId: string;
}

export const createLedgerStore = (database: Connection): LedgerStore => {
  const insert = database.prepare(
    `INSERT INTO ledger (at, client_id, method, path, operation, body_sha256, status, committed, effects, trace_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare<[number, number, number], LedgerRow>(
    `SELECT sequence, at, client_id AS clientId, method, path, operation, body_sha256 AS bodySha256, status,
       committed, effects, trace_id AS traceId
     FROM ledger WHERE sequence > ? AND committed >= ? ORDER BY sequence LIMIT ?`,
  );
  const count = database.prepare<[string, string], { commits: number }>(
    `INSERT INTO commit_count (subject, external_reference, commits) VALUES (?, ?, 1)
     ON CONFLICT (subject, external_reference) DO UPDATE SET commits = commits + 1 RETURNING commits`,
  );
  let waiting: LedgerEntry[] = [];
  const write = (e: LedgerEntry): void => {
    const effects = JSON.stringify(e.effects);
    const committed = e.committed ? 1 : 0;
    const { at, clientId, method, path, operation, bodySha256, status, traceId } = e;
    insert.run(at, clientId, method, path, operation, bodySha256, status, committed, effects, traceId);
  };
  const writeAll = database.transaction((entries: readonly LedgerEntry[]) => {
    for (const entry of entries) write(entry);
  });
  const flush = (): void => {
    if (waiting.length > 0) writeAll(waiting);
    waiting = [];
  };
  return {
    append: (entry) => {
      waiting.push(entry);
      if (entry.committed || waiting.length >= MOST_WAITING) flush();
    },
    flush,
    list: (since, all, limit) => {
      flush();
      return select.all(since, all ? 0 : 1, limit).map((row) => ({
        ...row,
        committed: row.committed === 1,
        effects: JSON.parse(row.effects),
      }));
    },
    countCommit: (subject, externalReference) => count.get(subject, externalReference)?.commits ?? 1,
    together: (work) => database.transaction(work)(),
  };
};
