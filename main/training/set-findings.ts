// Runs the rules over whole worker-years for the records of a page.
import type { Finding } from '../../preload/contract/finding.ts';
import { computeBalance, fullTimeMinutes } from '../../preload/rules/training/balance.ts';
import { checkSet, type SetMember } from '../../preload/rules/training/set-rules.ts';
import type { Session } from '../platform/session.ts';
import { balanceFacts } from './balance.ts';
import { balanceRows, membersOf, type WorkerYear } from './balance-store.ts';
import { fieldsOf, type TrainingRow } from './training-row.ts';

const keyOf = ({ workerId, year }: WorkerYear): string => `${workerId} ${year}`;

/** Findings per record id; records that were answered are not judged again. */
export function setFindings(session: Session, rows: readonly TrainingRow[]): Map<string, Finding[]> {
  const judged = rows.filter((row) => row.state === 'draft' || row.state === 'ready');
  const workerYears = new Map<string, WorkerYear>();
  for (const { worker_id: workerId, year } of judged)
    workerYears.set(keyOf({ workerId, year }), { workerId, year });
  const wanted = [...workerYears.values()];
  const sets = new Map<string, SetMember[]>();
  for (const row of membersOf(session.db, wanted)) {
    const key = keyOf({ workerId: row.worker_id, year: row.year });
    sets.set(key, [...(sets.get(key) ?? []), { id: row.id, fields: fieldsOf(row) }]);
  }
  const found = new Map<string, Finding[]>();
  for (const row of balanceRows(session.db, wanted)) {
    const facts = balanceFacts(session, row);
    const balance = computeBalance(facts, []);
    const days = balance.rightHundredths + balance.carriedOverHundredths;
    const rightMinutes = balance.certain ? Math.floor((days * fullTimeMinutes(facts)) / 500) : null;
    for (const [id, findings] of checkSet(sets.get(keyOf(row)) ?? [], rightMinutes)) found.set(id, findings);
  }
  return found;
}
