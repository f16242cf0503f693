// SQL of dossier types, which are defined before a line may name them (N4), and of who keeps the register.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { RegisterType } from '../../preload/contract/register-values.ts';
import { type Database, statement } from '../platform/database.ts';
import { thisOwner } from './line-store.ts';

/** Those that the app names itself, in the four languages. */
export const predefinedTypes = ['EMPLOYEE', 'APPLICANT', 'ON_SITE', 'TRAINEE'] as const;

type Row = Omit<RegisterType, 'active' | 'inUse' | 'predefined'> & { active: number; inUse: number };
const columns = `t.code, t.name, t.active, t.inscription_context AS inscriptionContext, t.quality_code AS qualityCode, t.revision,
  EXISTS (SELECT 1 FROM employer e CROSS JOIN register_line l ON l.employer_id = e.id AND l.dossier_type = t.code
    WHERE l.owner_id = t.owner_id) AS inUse`;

const typeOf = ({ active, inUse, ...row }: Row): RegisterType => ({
  ...row,
  active: active === 1,
  inUse: inUse === 1,
  predefined: predefinedTypes.some((code) => code === row.code),
});

export function listTypes(db: Database): RegisterType[] {
  const sql = `SELECT ${columns} FROM dossier_type t WHERE t.owner_id = ? ORDER BY t.position, t.code LIMIT 500`;
  return (statement(db, sql).all(thisOwner) as Row[]).map(typeOf);
}

export type TypeAtService = Pick<RegisterType, 'code' | 'active' | 'inscriptionContext' | 'qualityCode'>;

export function findType(db: Database, code: string): TypeAtService | null {
  const row = statement(
    db,
    `SELECT code, active, inscription_context AS inscriptionContext, quality_code AS qualityCode
       FROM dossier_type WHERE owner_id = ? AND code = ?`,
  ).get(thisOwner, code) as (Omit<TypeAtService, 'active'> & { active: number }) | undefined;
  return row === undefined ? null : { ...row, active: row.active === 1 };
}

export type TypeFields = Pick<
  RegisterType,
  'code' | 'name' | 'active' | 'inscriptionContext' | 'qualityCode'
>;

/** Behind the others. */
export function insertType(db: Database, type: TypeFields): void {
  statement(
    db,
    `INSERT INTO dossier_type (owner_id, code, name, active, inscription_context, quality_code, position)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM dossier_type WHERE owner_id = ?))`,
  ).run(
    ...[thisOwner, type.code, type.name, type.active ? 1 : 0, type.inscriptionContext, type.qualityCode],
    thisOwner,
  );
}

/** False: somebody else was first. */
export function updateType(db: Database, type: TypeFields, expectedRevision: number): boolean {
  const done = statement(
    db,
    `UPDATE dossier_type SET name = ?, active = ?, inscription_context = ?, quality_code = ?, revision = revision + 1
      WHERE owner_id = ? AND code = ? AND revision = ?`,
  ).run(
    ...[type.name, type.active ? 1 : 0, type.inscriptionContext, type.qualityCode],
    ...[thisOwner, type.code, expectedRevision],
  );
  return done.changes === 1;
}

export const countTypes = (db: Database): number =>
  Number(statement(db, 'SELECT count(*) FROM dossier_type WHERE owner_id = ?').pluck().get(thisOwner));

export function readOwner(db: Database): HandlerOutput<'register.owner'> {
  const sql = 'SELECT enterprise_number AS enterpriseNumber, name FROM register_owner WHERE id = ?';
  return statement(db, sql).get(thisOwner) as HandlerOutput<'register.owner'>;
}

export function writeOwner(db: Database, owner: HandlerOutput<'register.owner'>): void {
  const sql = 'UPDATE register_owner SET enterprise_number = ?, name = ? WHERE id = ?';
  statement(db, sql).run(owner.enterpriseNumber, owner.name, thisOwner);
}
