// SQL of presences as the service showed them last. Moments are milliseconds since the epoch.
import type { EmployerScope } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';
import { personForNumber } from '../register/numbers/number-person.ts';
import type { WirePresence } from './presence-api.ts';
import {
  type PresenceConditions,
  type PresenceFilter,
  presenceConditions,
} from './presence-conditions-store.ts';
import { otherNumber, workerName } from './presence-person-store.ts';

export type PresenceRow = {
  service_id: number;
  employer_id: string;
  employer_number: string;
  employer_name: string | null;
  reference: string;
  site_name: string | null;
  /** Under which it was registered. */
  insz: string;
  /** The worker's number of now, where it is another one. */
  current_insz: string | null;
  worker_name: string | null;
  type: 'IN' | 'OUT';
  registered_at: number;
  created_at: number;
  channel: string;
  validity: 'pending' | 'valid' | 'invalid';
  validated_at: number | null;
  cancelled_at: number | null;
};
export type RemarkRow = { service_id: number; code: string; severity: 'blocking' | 'nonBlocking' };

/** Keeps what the service shows now; `same` where nothing of it changed. */
export function keepPresence(
  db: Database,
  employerId: string,
  wire: WirePresence,
  readAt: string,
): 'added' | 'changed' | 'same' {
  const standing = statement(
    db,
    `SELECT validity, validated_at, cancelled_at, current_insz, judged FROM presence WHERE service_id = ?`,
  ).get(wire.id) as
    | (Pick<PresenceRow, 'validity' | 'validated_at' | 'cancelled_at' | 'current_insz'> & {
        judged: string | null;
      })
    | undefined;
  if (
    standing !== undefined &&
    standing.validity === wire.validity &&
    standing.validated_at === wire.validatedAt &&
    standing.cancelled_at === wire.cancelledAt &&
    standing.current_insz === wire.currentInsz
  )
    return 'same';
  statement(
    db,
    `INSERT INTO presence (service_id, employer_id, employer_number, reference, insz, current_insz, type, registered_at,
       created_at, channel, validity, validated_at, cancelled_at, cancel_reason, read_at, judged,
       person_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 'pending'), ?)
     ON CONFLICT (service_id) DO UPDATE SET current_insz = excluded.current_insz, validity = excluded.validity,
       validated_at = excluded.validated_at, cancelled_at = excluded.cancelled_at,
       cancel_reason = excluded.cancel_reason, read_at = excluded.read_at,
       judged = coalesce(excluded.judged, judged)`,
  ).run(
    ...[wire.id, employerId, wire.employerNumber, wire.reference, wire.insz, wire.currentInsz, wire.type],
    ...[wire.registeredAt, wire.createdAt, wire.channel, wire.validity, wire.validatedAt],
    ...[wire.cancelledAt, wire.cancelReason, readAt, wire.validity],
    personForNumber(db, wire.insz, readAt),
  );
  const before = standing?.judged ?? null;
  if (before !== null && wire.validity !== 'pending' && wire.validity !== before)
    statement(db, 'INSERT OR IGNORE INTO presence_turn VALUES (?, ?, ?)').run(wire.id, wire.validity, readAt);
  statement(db, 'DELETE FROM presence_remark WHERE service_id = ?').run(wire.id);
  const insert = statement(db, 'INSERT OR IGNORE INTO presence_remark VALUES (?, ?, ?)');
  for (const { code, severity } of wire.remarks) insert.run(wire.id, code, severity);
  return standing === undefined ? 'added' : 'changed';
}

const columns = `r.service_id, r.employer_id, r.employer_number, r.reference, r.insz, ${otherNumber} AS current_insz, r.type,
  r.registered_at, r.created_at, r.channel, r.validity, r.validated_at, r.cancelled_at,
  (SELECT name FROM legal_entity le WHERE le.enterprise_number = r.employer_number) AS employer_name,
  (SELECT w.name FROM works_declaration w WHERE w.reference = r.reference AND w.removed_at IS NULL LIMIT 1) AS site_name,
  ${workerName} AS worker_name`;

/** The latest first. */
export function listPresences(db: Database, scope: EmployerScope, filter: PresenceFilter): PresenceRow[] {
  const { sql, values } = presenceConditions(scope, filter);
  return statement(
    db,
    `SELECT ${columns} FROM presence r WHERE ${sql} ORDER BY r.registered_at DESC, r.service_id DESC LIMIT ? OFFSET ?`,
  ).all(...values, filter.pageSize, (filter.page - 1) * filter.pageSize) as PresenceRow[];
}

/** The same in pieces: those that follow `after`, or the first. */
export function presencesAfter(
  db: Database,
  scope: EmployerScope,
  filter: PresenceConditions,
  after: Pick<PresenceRow, 'registered_at' | 'service_id'> | null,
  most: number,
): PresenceRow[] {
  const { sql, values } = presenceConditions(scope, filter);
  const next =
    after === null ? '' : ' AND r.registered_at <= ? AND (r.registered_at < ? OR r.service_id < ?)';
  const place = after === null ? [] : [after.registered_at, after.registered_at, after.service_id];
  return statement(
    db,
    `SELECT ${columns} FROM presence r WHERE ${sql}${next} ORDER BY r.registered_at DESC, r.service_id DESC LIMIT ?`,
  ).all(...values, ...place, most) as PresenceRow[];
}

export function countPresences(db: Database, scope: EmployerScope, filter: PresenceConditions): number {
  const { sql, values } = presenceConditions(scope, filter);
  const counted = statement(db, `SELECT count(*) AS total FROM presence r WHERE ${sql}`).get(...values);
  return (counted as { total: number }).total;
}

export function remarksOf(db: Database, serviceIds: readonly number[]): RemarkRow[] {
  const sql = `SELECT service_id, code, severity FROM presence_remark
    WHERE service_id IN (SELECT value FROM json_each(?)) ORDER BY service_id, severity, code`;
  return statement(db, sql).all(JSON.stringify(serviceIds)) as RemarkRow[];
}

/** Null when it was never looked up. */
export function findPresence(db: Database, serviceId: number): PresenceRow | null {
  const sql = `SELECT ${columns} FROM presence r WHERE r.service_id = ?`;
  return (statement(db, sql).get(serviceId) as PresenceRow | undefined) ?? null;
}

export type PendingRow = { service_id: number; employer_id: string };

/** Not judged yet and created since a moment, of all employers; the oldest first. */
export function waitingSince(db: Database, since: number, most: number): PendingRow[] {
  const sql = `SELECT service_id, employer_id FROM presence
    WHERE validity = 'pending' AND cancelled_at IS NULL AND created_at >= ? ORDER BY created_at, service_id LIMIT ?`;
  return statement(db, sql).all(since, most) as PendingRow[];
}
