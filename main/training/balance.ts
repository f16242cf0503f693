// The balance of one worker's right to training in one year.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Balance } from '../../preload/contract/training.ts';
import { type BalanceFacts, computeBalance } from '../../preload/rules/training/balance.ts';
import type { Session } from '../platform/session.ts';
import { type BalanceRow, balanceRows, membersOf } from './balance-store.ts';
import type { Judge } from './judge-training.ts';
import { trainingParameters } from './training-parameters.ts';
import { fieldsOf } from './training-row.ts';

/** Failure notFound: no such worker. */
export function balanceOf(session: Session, workerId: string, year: number): Result<Balance> {
  const [row] = balanceRows(session.db, [{ workerId, year }]);
  if (row === undefined) return fail('notFound');
  const members = membersOf(session.db, [{ workerId, year }]).map(fieldsOf);
  return ok(computeBalance(balanceFacts(session, row), members));
}

export const balanceFacts = (session: Judge, row: BalanceRow): BalanceFacts => ({
  year: row.year,
  size: row.size,
  sectorDaysHundredths: row.sectorDaysHundredths,
  employmentHundredths: row.employmentHundredths,
  regime:
    row.regimeQ === null || row.regimeS === null
      ? null
      : { qHundredths: row.regimeQ, sHundredths: row.regimeS },
  employment: { startDate: row.startDate, endDate: row.endDate },
  fullTimeWeeklyMinutes: row.fullTimeWeeklyMinutes,
  carriedOverHundredths: row.carriedOverHundredths,
  parameters: trainingParameters(session.resourcesDir),
});
