// SQL of what waits for the authentic source: asked for, and no line yet (N8).
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { RegisterIdentity } from '../../preload/contract/register-values.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import { type Database, statement } from '../platform/database.ts';
import { thisOwner } from './line-store.ts';

export type Waiting = {
  id: string;
  employerId: string;
  dossierType: string;
  insz: string;
  period: Period;
  identity: RegisterIdentity | null;
};
type Shown = HandlerOutput<'register.pending'>['rows'][number];
type Row = {
  id: string;
  employerId: string;
  employerName: string;
  dossierType: string;
  insz: string;
  begin: string;
  end: string | null;
  identity: string | null;
  askedAt: string;
  askedBy: string;
  tries: number;
  failure: string | null;
};

const columns = `w.id, w.employer_id AS employerId, le.name AS employerName, w.dossier_type AS dossierType, w.insz,
  w.begin_date AS "begin", w.end_date AS "end", w.identity, w.asked_at AS askedAt, w.asked_by AS askedBy, w.tries, w.failure`;
const tables = `register_pending w JOIN employer e ON e.id = w.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id`;
const identityIn = (text: string | null): RegisterIdentity | null =>
  text === null ? null : (JSON.parse(text) as RegisterIdentity);

export function insertWaiting(
  db: Database,
  { period, identity, ...row }: Waiting & { at: string; by: string; failure: string },
): void {
  statement(
    db,
    `INSERT INTO register_pending
       (id, employer_id, owner_id, dossier_type, insz, begin_date, end_date, identity, asked_at, asked_by, tries, failure)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
  ).run(
    ...[row.id, row.employerId, thisOwner, row.dossierType, row.insz, period.begin, period.end],
    ...[identity === null ? null : JSON.stringify(identity), row.at, row.by, row.failure],
  );
}

/** The very same question that waits already: it is not written down twice. */
export function waitingLike(db: Database, asked: Omit<Waiting, 'id'>): string | null {
  const row = statement(
    db,
    `SELECT id FROM register_pending WHERE employer_id = ? AND dossier_type = ? AND insz = ? AND begin_date = ?
        AND end_date IS ? AND identity IS ?`,
  ).get(
    ...[asked.employerId, asked.dossierType, asked.insz, asked.period.begin, asked.period.end],
    asked.identity === null ? null : JSON.stringify(asked.identity),
  ) as { id: string } | undefined;
  return row?.id ?? null;
}

/** The earliest first. */
export function allWaiting(db: Database, id: string | null): Waiting[] {
  const sql = `SELECT ${columns} FROM ${tables} WHERE ? IS NULL OR w.id = ? ORDER BY w.id`;
  return (statement(db, sql).all(id, id) as Row[]).map(({ begin, end, identity, ...row }) => ({
    ...{ id: row.id, employerId: row.employerId, dossierType: row.dossierType, insz: row.insz },
    period: { begin, end },
    identity: identityIn(identity),
  }));
}

export function listWaiting(
  db: Database,
  filter: { employerId: string | null; page: number; pageSize: number },
): { rows: Shown[]; total: number } {
  const where = '(? IS NULL OR w.employer_id = ?)';
  const values = [filter.employerId, filter.employerId];
  const total = statement(db, `SELECT count(*) FROM register_pending w WHERE ${where}`)
    .pluck()
    .get(...values);
  const rows = statement(
    db,
    `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY w.id DESC LIMIT ? OFFSET ?`,
  ).all(...values, filter.pageSize, (filter.page - 1) * filter.pageSize) as Row[];
  return { rows: rows.map(shown), total: Number(total) };
}

function shown({ begin, end, identity, ...row }: Row): Shown {
  const given = identityIn(identity);
  return {
    ...row,
    period: { begin, end },
    lastName: given?.lastName ?? '',
    givenName: given?.givenName ?? '',
  };
}

export function noteTry(db: Database, id: string, failure: string): void {
  statement(db, 'UPDATE register_pending SET tries = tries + 1, failure = ? WHERE id = ?').run(failure, id);
}

export const deleteWaiting = (db: Database, id: string): boolean =>
  statement(db, 'DELETE FROM register_pending WHERE id = ?').run(id).changes === 1;

export const anyWaiting = (db: Database): boolean =>
  statement(db, 'SELECT 1 FROM register_pending LIMIT 1').get() !== undefined;
