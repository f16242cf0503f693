// Everything that the training account of one worker in one year says, as facts without words.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Balance, TrainingFields } from '../../../preload/contract/training.ts';
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { findEmployer } from '../../employers/employer-store.ts';
import type { Session } from '../../platform/session.ts';
import { balanceOf } from '../balance.ts';
import { membersOf } from '../balance-store.ts';
import { fieldsOf } from '../training-row.ts';
import { certificatesOf } from './certificate-end-store.ts';
import { type FactsRow, findAgreement } from './facts-store.ts';
import { nameOf, recordedOf } from './keep-facts.ts';

export type TrainingAccount = {
  year: number;
  worker: {
    name: string;
    insz: string;
    startDate: string;
    endDate: string | null;
    employmentHundredths: number;
    regime: AccountFacts['regime'];
  };
  employer: { name: string; enterpriseNumber: string };
  jointCommittee: string;
  agreementNumber: string;
  balance: Balance;
  /** By their first day; those without a day last. */
  trainings: TrainingFields[];
  /** Of all years, the one that counts longest first. */
  certificates: { name: string; title: string; obtainedOn: string | null; validUntil: string | null }[];
  budget: AccountFacts['budget'];
};

/** Failure notFound: the employer is gone. */
export function gatherAccount(session: Session, row: FactsRow, year: number): Result<TrainingAccount> {
  const { db } = session;
  const employer = findEmployer(db, row.employerId);
  const balance = balanceOf(session, row.workerId, year);
  if (employer === null) return fail('notFound');
  if (!balance.ok) return balance;
  const agreement = findAgreement(db, row.employerId);
  const { regime, budget } = recordedOf(row);
  const trainings = membersOf(db, [{ workerId: row.workerId, year }]).map(fieldsOf);
  const day = (fields: TrainingFields): string => fields.startDate ?? '9999';
  return ok({
    year,
    worker: {
      name: nameOf(row),
      insz: row.insz,
      startDate: row.startDate,
      endDate: row.endDate,
      employmentHundredths: row.employmentHundredths,
      regime,
    },
    employer: { name: employer.name, enterpriseNumber: employer.enterpriseNumber },
    jointCommittee: row.jointCommittee === '' ? agreement.jointCommittee : row.jointCommittee,
    agreementNumber: agreement.agreementNumber,
    balance: balance.value,
    trainings: trainings.toSorted((one, other) => (day(one) < day(other) ? -1 : 1)),
    certificates: certificatesOf(db, row.workerId),
    budget,
  });
}
