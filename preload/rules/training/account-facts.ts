// What may be recorded for the training account of a worker: the working regime and the budget of an employability measure.

import type { Finding } from '../../contract/finding.ts';
import type { AccountFacts } from '../../contract/training-account.ts';

export type RecordedFacts = Pick<AccountFacts, 'regime' | 'budget'>;

/** Blocking findings: Q above S; more left of the budget than there was. */
export function checkAccountFacts({ regime, budget }: RecordedFacts): Finding[] {
  const found: Finding[] = [];
  if (regime !== null && regime.qHundredths > regime.sHundredths)
    found.push({ rule: 'TAC-REGIME', severity: 'blocking', field: 'regimeQ' });
  if (budget !== null && budget.remainingCents > budget.initialCents)
    found.push({ rule: 'TAC-BUDGET', severity: 'blocking', field: 'budgetRemaining' });
  return found;
}

/** `124`, `200.00`, `140.03.01`; nothing is good too. */
export const isJointCommittee = (text: string): boolean => /^$|^\d{3}(\.\d{2}){0,2}$/.test(text.trim());
