// What the person register has to do with an applicant: the line that an approval makes, and whether one allows reading.
import type { AllowingLine } from '../../preload/contract/register-numbers.ts';
import type { Result } from '../../preload/contract/result.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { allowingLine, askRegister } from '../register/allowing/allowing-line.ts';
import { lineOfApplicant } from '../register/allowing/applicant-line.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';
import { accessesOf } from './access-store.ts';
import { findRequest, otherCitizen } from './request-store.ts';

/** Lines for what is open of a request that its citizen approved: one for all its data, as long as any may be read. */
export function noteApplicantLine(
  session: Session,
  requestId: string,
  when: 'always' | 'never before' = 'always',
): void {
  const { db } = session;
  const row = findRequest(db, requestId);
  if (row === null || row.approved_by === null || row.approved_by === otherCitizen) return;
  const personId = personOfNumber(db, row.approved_by)?.personId;
  if (personId === undefined) return;
  for (const { state, start_date: begin, end_date: end } of accessesOf(db, [requestId]))
    if (state === 'active')
      lineOfApplicant(session, { personId, employerId: row.employer_id }, { begin, end }, when);
}

type Asked = { id: string; employerId: string; insz: string };
const questionOf = ({ businessDate }: Session, { employerId, insz }: Asked) => ({
  ...{ employerId, insz, purpose: 'precontractual' as const },
  ...{ from: businessDate(), to: businessDate() },
});

/** Before anything is read of somebody. Approvals of before there was a register get their line here. Failure noRegisterLine. */
export function mayAskFor(session: Session, asked: Asked): Result<AllowingLine | null> {
  transaction(session.db, () => noteApplicantLine(session, asked.id, 'never before'));
  return askRegister(session, questionOf(session, asked));
}

/** The line that allowed it, for the history; null: none did. */
export const allowedBy = (session: Session, asked: Asked): AllowingLine | null =>
  allowingLine(session, questionOf(session, asked));
