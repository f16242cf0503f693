// Shows and keeps what the computation of the right and the training account need besides worker and employer themselves.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { checkAccountFacts } from '../../../preload/rules/training/account-facts.ts';
import { findEmployer, updateEmployer } from '../../employers/employer-store.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { type FactsRow, findAgreement, findFacts, keepAgreement, keepWorkerFacts } from './facts-store.ts';

type Nothing = Record<string, never>;

/** Failure notFound: no such worker. */
export function showFacts(session: Session, workerId: string, year: number): Result<AccountFacts> {
  const row = findFacts(session.db, workerId, year);
  const employer = row === null ? null : findEmployer(session.db, row.employerId);
  if (row === null || employer === null) return fail('notFound');
  return ok({
    workerId,
    employerId: row.employerId,
    workerName: nameOf(row),
    employerName: employer.name,
    year,
    carriedOverHundredths: row.carriedOverHundredths,
    ...recordedOf(row),
    jointCommittee: row.jointCommittee,
    employmentHundredths: row.employmentHundredths,
    revision: row.revision,
    employer: {
      sizeBracket: employer.sizeBracket,
      fullTimeWeeklyMinutes: employer.fullTimeWeeklyMinutes,
      sectorDaysHundredths: employer.sectorDaysHundredths,
      ...findAgreement(session.db, row.employerId),
      revision: employer.revision,
    },
  });
}

export const nameOf = ({ givenName, familyName }: Pick<FactsRow, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`.trim();

/** Working regime and budget as the contract has them. */
export function recordedOf(row: FactsRow): Pick<AccountFacts, 'regime' | 'budget'> {
  const { regimeQ, regimeS, budgetInitial, budgetRemaining } = row;
  return {
    regime: regimeQ === null || regimeS === null ? null : { qHundredths: regimeQ, sHundredths: regimeS },
    budget:
      budgetInitial === null
        ? null
        : {
            initialCents: budgetInitial,
            remainingCents: budgetRemaining ?? budgetInitial,
            lastDay: row.budgetLastDay,
          },
  };
}

/** Failures: notFound, conflict (kept elsewhere since it was read), refusedByRule (`details.rules`). */
export function keepFacts(
  session: Session,
  { workerId, year, expectedRevision, ...facts }: HandlerInput<'trainingAccount.keepFacts'>,
): Result<Nothing> {
  const broken = checkAccountFacts(facts);
  if (broken.length > 0)
    return fail('refusedByRule', { details: { rules: broken.map(({ rule }) => rule).join(',') } });
  const kept = attempt<Nothing>(session.db, () => {
    const before = findFacts(session.db, workerId, year);
    if (before === null) return fail('notFound');
    if (before.revision !== expectedRevision) return fail('conflict');
    keepWorkerFacts(session.db, workerId, year, facts);
    recordAct(session, {
      employerId: before.employerId,
      kind: 'training.factsChanged',
      subject: { kind: 'worker', id: workerId },
      summary: `${nameOf(before)} ${year}`,
      payload: { year, ...facts },
    });
    return ok({});
  });
  if (kept.ok) session.changed('training.changed');
  return kept;
}

/** Failures: notFound, conflict (the employer was changed since it was read). */
export function keepEmployerFacts(
  session: Session,
  input: HandlerInput<'trainingAccount.keepEmployer'>,
): Result<HandlerOutput<'trainingAccount.keepEmployer'>> {
  const { employerId, expectedRevision, jointCommittee, agreementNumber, ...facts } = input;
  const kept = attempt<Nothing>(session.db, () => {
    const before = findEmployer(session.db, employerId);
    if (before === null) return fail('notFound');
    const { name, nssoNumber, language } = before;
    const fields = { name, nssoNumber, language, ...facts };
    if (!updateEmployer(session.db, employerId, expectedRevision, fields)) return fail('conflict');
    keepAgreement(session.db, employerId, { jointCommittee, agreementNumber });
    recordAct(session, {
      employerId,
      kind: 'training.agreementChanged',
      subject: { kind: 'employer', id: employerId },
      summary: name,
      payload: { ...facts, jointCommittee, agreementNumber },
    });
    return ok({});
  });
  if (kept.ok) {
    session.changed('employer.changed', [employerId]);
    session.changed('training.changed');
  }
  return kept;
}
