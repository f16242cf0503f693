// Looks through the certificates of all workers in slices: those that end, the first to end first, and how many do.
import type { CertificateRow } from '../../../preload/contract/training-overviews.ts';
import type { Database } from '../../platform/database.ts';
import type { Steps } from '../../platform/slices.ts';
import {
  type CertificateCounts,
  type CertificateDays,
  type CertificateHit,
  type CertificateQuery,
  certificateHits,
  certificateRows,
  countBlockEnds,
} from './certificate-end-store.ts';
import { workerBlocks } from './worker-block-store.ts';

/** The first to end first. */
export function* certificatesByEnd(db: Database, query: CertificateQuery): Steps<CertificateHit[]> {
  const hits: CertificateHit[] = [];
  for (const block of workerBlocks(db, query.scope)) {
    hits.push(...certificateHits(db, block, query));
    yield;
  }
  return hits.sort(
    (one, other) => order(one.validUntil, other.validUntil) || order(one.trainingId, other.trainingId),
  );
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Rows whose names are read at a time. */
const rowsInStep = 200;

/** As many rows as may be exported, all there is to say of each. */
export function* certificatesInFull(
  db: Database,
  query: CertificateQuery,
  most: number,
): Steps<CertificateRow[]> {
  const hits = (yield* certificatesByEnd(db, query)).slice(0, most);
  const rows: CertificateRow[] = [];
  for (let from = 0; from < hits.length; from += rowsInStep) {
    rows.push(...certificateRows(db, hits.slice(from, from + rowsInStep), query.today));
    yield;
  }
  return rows;
}

/** For Today: of all clients that are not archived. */
export function* countCertificateEnds(db: Database, days: CertificateDays): Steps<CertificateCounts> {
  const sum = { past: 0, in14: 0, in40: 0, in90: 0 };
  for (const block of workerBlocks(db, 'all')) {
    const counts = countBlockEnds(db, block, days);
    sum.past += counts.past;
    sum.in14 += counts.in14;
    sum.in40 += counts.in40;
    sum.in90 += counts.in90;
    yield;
  }
  return sum;
}
