// SQL of certificates of trainings by the day until which they count. One that a later certificate of the same name has
// taken over is no longer watched; nor is that of a worker who has left.
import type { CertificateRow } from '../../../preload/contract/training-overviews.ts';
import type { EmployerScope } from '../../employers/employer-scope.ts';
import { likeAnywhere } from '../../employers/employer-store.ts';
import { type Database, statement } from '../../platform/database.ts';
import { blockTable, type WorkerBlock } from './worker-block-store.ts';

const alive = (alias: string): string =>
  `${alias}.removed_at IS NULL AND ${alias}.withdraw = 0 AND ${alias}.state NOT IN ('withdrawn', 'superseded')`;
/** Certificates are the same when their names are; without a name that of the training counts. */
const nameOf = (alias: string): string =>
  `lower(CASE trim(${alias}.certificate_name) WHEN '' THEN ${alias}.title ELSE ${alias}.certificate_name END)`;

const watched = `${alive('t')} AND t.certificate_obtained = 1 AND t.certificate_valid_until <= :until
  AND (w.end_date IS NULL OR w.end_date >= :today)
  AND NOT EXISTS (SELECT 1 FROM training o INDEXED BY training_certificate WHERE o.worker_id = t.worker_id AND ${alive('o')}
    AND o.certificate_obtained = 1 AND o.certificate_valid_until > t.certificate_valid_until
    AND ${nameOf('o')} = ${nameOf('t')})`;

/** Workers first, then what each of them has: the index of certificates stands in the order of workers. */
const watchedTables = `FROM ${blockTable} w CROSS JOIN training t INDEXED BY training_certificate ON t.worker_id = w.id
  CROSS JOIN employer e ON e.id = t.employer_id`;

export type CertificateQuery = {
  scope: EmployerScope;
  text: string;
  today: string;
  /** First and last day of validity that are meant. */
  from: string;
  until: string;
};
export type CertificateHit = { trainingId: string; validUntil: string };

/** Certificates of the workers of a block that the query means, in no order. */
export function certificateHits(db: Database, block: WorkerBlock, query: CertificateQuery): CertificateHit[] {
  const names =
    query.text === ''
      ? ''
      : 'JOIN worker ON worker.id = w.id JOIN person p ON p.id = worker.person_id JOIN legal_entity le ON le.id = e.legal_entity_id';
  const named = `t.title LIKE :like ESCAPE '\\' OR t.certificate_name LIKE :like ESCAPE '\\' OR le.name LIKE :like ESCAPE '\\'
    OR (p.family_name || ' ' || p.given_name) LIKE :like ESCAPE '\\'
    OR (p.given_name || ' ' || p.family_name) LIKE :like ESCAPE '\\'`;
  const { today, from, until, text } = query;
  return statement(
    db,
    `SELECT t.id AS trainingId, t.certificate_valid_until AS validUntil ${watchedTables} ${names}
      WHERE ${watched} AND e.archived_at IS NULL AND t.certificate_valid_until >= :from
        ${text === '' ? '' : `AND (${named})`}`,
  ).all({
    ...block,
    today,
    from,
    until,
    ...(text === '' ? {} : { like: likeAnywhere(text) }),
  }) as CertificateHit[];
}

/** The rows of hits in their order; only for those is a refresher looked for. */
export function certificateRows(
  db: Database,
  hits: readonly CertificateHit[],
  today: string,
): CertificateRow[] {
  return statement(
    db,
    `SELECT t.id AS trainingId, t.worker_id AS workerId, t.employer_id AS employerId, le.name AS employerName, t.title,
        p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS workerName,
        t.certificate_name AS certificateName, t.certificate_valid_until AS validUntil,
        CAST(julianday(t.certificate_valid_until) - julianday(:today) AS INTEGER) AS daysLeft,
        (SELECT r.id FROM training r WHERE r.worker_id = t.worker_id AND ${alive('r')} AND r.status = 'reserved'
          AND r.id <> t.id AND lower(r.title) = lower(t.title) ORDER BY r.id DESC LIMIT 1) AS plannedId
       FROM json_each(:ids) k JOIN training t ON t.id = k.value JOIN worker w ON w.id = t.worker_id
       JOIN person p ON p.id = w.person_id JOIN employer e ON e.id = t.employer_id
       JOIN legal_entity le ON le.id = e.legal_entity_id ORDER BY k.key`,
  ).all({ today, ids: JSON.stringify(hits.map(({ trainingId }) => trainingId)) }) as CertificateRow[];
}

/** How many are over, and how many end from today on within 14, 40 and 90 days. */
export type CertificateCounts = { past: number; in14: number; in40: number; in90: number };
export type CertificateDays = { today: string; in14: string; in40: string; in90: string };

/** Of the workers in service of a block and clients that are not archived. All are days, `yyyy-mm-dd`. */
export function countBlockEnds(db: Database, block: WorkerBlock, days: CertificateDays): CertificateCounts {
  const within = (day: string): string =>
    `coalesce(sum(t.certificate_valid_until BETWEEN :today AND :${day}), 0) AS ${day}`;
  return statement(
    db,
    `SELECT coalesce(sum(t.certificate_valid_until < :today), 0) AS past,
        ${within('in14')}, ${within('in40')}, ${within('in90')} ${watchedTables}
      WHERE ${watched} AND e.archived_at IS NULL`,
  ).get({ ...block, ...days, until: days.in90 }) as CertificateCounts;
}

export type HeldCertificate = {
  name: string;
  title: string;
  obtainedOn: string | null;
  validUntil: string | null;
};

/** All certificates of a worker, the one that counts longest first. */
export function certificatesOf(db: Database, workerId: string): HeldCertificate[] {
  return statement(
    db,
    `SELECT t.certificate_name AS name, t.title, t.end_date AS obtainedOn, t.certificate_valid_until AS validUntil
       FROM training t WHERE t.worker_id = ? AND ${alive('t')} AND t.certificate_obtained = 1
      ORDER BY coalesce(t.certificate_valid_until, '9999') DESC, t.title LIMIT 200`,
  ).all(workerId) as HeldCertificate[];
}
