// SQL of how far each client is brought home, by whichever way: read from the service, by hand, or both.
import type { RescueStanding } from '../../preload/contract/rescue-values.ts';
import type { Failure } from '../../preload/contract/result.ts';
import { type Database, statement } from '../platform/database.ts';
import { failureOf } from './rescue-store.ts';
import { type LastEnd, lastEnds } from './run-store.ts';

export type ClientStanding = {
  standing: RescueStanding;
  failure: Failure | null;
  /** How it ended in the last run; null where it was in none. */
  end: LastEnd | null;
};

type Row = {
  employerId: string;
  listedAt: string | null;
  failure: string | null;
  total: number;
  /** Neither answered by the service nor settled by hand. */
  open: number;
  failed: number;
  byHand: number;
};

/** Clients in use that were begun; who is not in it was not. */
export function clientStandings(db: Database): Map<string, ClientStanding> {
  const rows = statement(
    db,
    `SELECT c.employer_id AS employerId, c.listed_at AS listedAt, c.failure, count(y.id) AS total,
        coalesce(sum(y.state NOT IN ('found', 'empty') AND y.manual = 'open'), 0) AS open,
        coalesce(sum(y.state = 'failed' AND y.manual = 'open'), 0) AS failed,
        coalesce(sum(y.state NOT IN ('found', 'empty') AND y.manual <> 'open'), 0) AS byHand
       FROM rescue_client c JOIN employer e ON e.id = c.employer_id AND e.archived_at IS NULL
       LEFT JOIN rescue_year y ON y.employer_id = c.employer_id GROUP BY c.employer_id`,
  ).all() as Row[];
  const ends = lastEnds(db);
  return new Map(
    rows.map((row) => {
      const end = ends.get(row.employerId) ?? null;
      return [row.employerId, { standing: standingOf(row, end), failure: failureOf(row.failure), end }];
    }),
  );
}

/**
 * Complete: the service gave its list of workers and each worker-year was answered, or a person settled each by hand. What
 * failed at the service is no failure any more once it was settled by hand.
 */
function standingOf(
  { listedAt, failure, total, open, failed, byHand }: Row,
  end: LastEnd | null,
): RescueStanding {
  const settled = total > 0 && open === 0;
  if (settled && byHand > 0) return 'complete';
  // What was given up has left the list, so that what is still on it says nothing of the whole.
  if (end?.state === 'givenUp') return 'givenUp';
  if (listedAt !== null && failure === null && (settled || total === 0)) return 'complete';
  if (failure !== null || failed > 0) return 'failed';
  return 'partly';
}

export type Homecoming = { clients: number; home: number; names: string[] };

/** How many clients in use are brought home, and the first names of those that are not. */
export function homecoming(
  db: Database,
  most: number,
  standings: ReadonlyMap<string, ClientStanding> = clientStandings(db),
): Homecoming {
  const all = statement(
    db,
    `SELECT e.id, le.name FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE e.archived_at IS NULL ORDER BY le.name COLLATE NOCASE, e.id`,
  ).all() as { id: string; name: string }[];
  const missing = all.filter(({ id }) => standings.get(id)?.standing !== 'complete');
  return {
    clients: all.length,
    home: all.length - missing.length,
    names: missing.slice(0, most).map(({ name }) => name),
  };
}
