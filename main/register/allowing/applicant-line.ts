// The line of an applicant: whoever approved that data may be read is known for that client for as long as they may. Made by the app.
import { addPeriod, isPeriod, type Period } from '../../../preload/rules/register/periods.ts';
import type { Session } from '../../platform/session.ts';
import { insertAct } from '../act-store.ts';
import { daysOnly } from '../days-only.ts';
import { linesOfKey, rewriteLines, thisOwner } from '../line-store.ts';
import { keyHasActs } from './allowing-store.ts';

/**
 * In the open transaction. Its act is marked as the app's own: with the last request of that person for that client both go, unless
 * somebody inserted a line of the same key. No number stands in it.
 */
export function lineOfApplicant(
  session: Session,
  { personId, employerId }: { personId: string; employerId: string },
  period: Period,
  when: 'always' | 'never before' = 'always',
): void {
  if (!isPeriod(period)) return;
  const { db, ids, clock } = session;
  const key = { personId, employerId, ownerId: thisOwner, dossierType: 'APPLICANT' };
  // What a person did with the key since then stays as it is.
  if (when === 'never before' && keyHasActs(db, key)) return;
  const before = linesOfKey(db, key);
  const { periods, same } = addPeriod(daysOnly(before), period);
  if (same) return;
  rewriteLines(db, key, before, periods, { period, verifiedBy: 'ownRecords' });
  insertAct(db, {
    ...{ ...key, id: `applicant-${ids.newId()}`, at: clock.now().toISOString(), actor: '' },
    ...{ kind: 'insert', eventId: null, asked: { period }, before, after: periods },
  });
  session.changed('register.changed', [personId]);
}
