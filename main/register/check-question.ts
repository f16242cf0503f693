// What can be said of a question before anybody is asked: the number's own form, the dossier type, the period, the identity's form.
// Rules N1, N4, N5; whatever fails here never leaves.
import type { RegisterIdentity } from '../../preload/contract/register-values.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';
import type { RegisterCode } from '../../preload/rules/register/codes.ts';
import { isIncompleteDate } from '../../preload/rules/register/compare-identity.ts';
import { isPeriod, type Period } from '../../preload/rules/register/periods.ts';
import { employerIsThere } from '../employers/employer-store.ts';
import type { Database } from '../platform/database.ts';
import { findType, type TypeAtService } from './type-store.ts';

/** A rule of the register, with the names of the fields that it is about; never their values. */
export const refused = (code: RegisterCode, fields: readonly string[] = []): ReturnType<typeof fail> =>
  fail('refusedByRule', {
    details: { rules: code, ...(fields.length > 0 ? { fields: fields.join(',') } : {}) },
  });

export type Asked = {
  employerId: string;
  insz: string;
  dossierType: string | null;
  period: Period | null;
  identity?: RegisterIdentity | null;
};
/** `insz`: 11 digits. `type` null: of all types. */
export type Question = {
  employerId: string;
  insz: string;
  type: TypeAtService | null;
  period: Period | null;
  identity: RegisterIdentity | null;
};

/** Failures: notFound (client), refusedByRule: MSG00011, INS00002, INS00004, MSG00008. `adds`: the type must be in use. */
export function checkQuestion(db: Database, asked: Asked, { adds }: { adds: boolean }): Result<Question> {
  const { employerId, dossierType, period } = asked;
  if (!employerIsThere(db, employerId)) return fail('notFound', { details: { fields: 'employerId' } });
  const insz = parseInsz(asked.insz);
  if (insz === null) return refused('MSG00011', ['insz']);
  const type = dossierType === null ? null : findType(db, dossierType);
  if (dossierType !== null && (type === null || (adds && !type.active)))
    return refused('INS00002', ['dossierType']);
  if (period !== null && !isPeriod(period)) return refused('INS00004', ['begin', 'end']);
  const identity = asked.identity ?? null;
  const born = identity?.birthDate;
  if (born !== undefined && !isIncompleteDate(born)) return refused('MSG00008', ['birthDate']);
  return ok({ employerId, insz, type, period, identity });
}
