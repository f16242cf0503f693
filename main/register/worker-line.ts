// The line of a worker: whoever works for a client is known for it as an employee, for as long as the work lasts.
import { addPeriod, isPeriod, type Period, removePeriod } from '../../preload/rules/register/periods.ts';
import type { Session } from '../platform/session.ts';
import { daysOnly } from './days-only.ts';
import { keepChange } from './keep-act.ts';
import { linesOfKey, thisOwner } from './line-store.ts';

/**
 * In the transaction that adds or changes the worker. `before` null: a new one. Days that the work no longer has go, also where
 * somebody inserted the same days by hand; days that it has now come. Neither type nor source is asked: the work is a fact.
 */
export function lineOfWorker(
  session: Session,
  { personId, employerId }: { personId: string; employerId: string },
  before: Period | null,
  after: Period,
): void {
  if (!isPeriod(after)) return;
  const key = { personId, employerId, ownerId: thisOwner, dossierType: 'EMPLOYEE' };
  const stored = linesOfKey(session.db, key);
  const lost = before === null || !isPeriod(before) ? [] : removePeriod([before], after).periods;
  const kept = lost.reduce<Period[]>((lines, one) => removePeriod(lines, one).periods, daysOnly(stored));
  const actId = keepChange(session, {
    ...{ kind: 'fromWorker', key, before: stored, after: addPeriod(kept, after).periods },
    ...{ added: { period: after, verifiedBy: 'ownRecords' }, asked: { period: after } },
  });
  if (actId !== null) session.changed('register.changed', [personId]);
}
