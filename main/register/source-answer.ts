// What an authentic source's answer means here: whether it answered at all, and whose number it speaks of.
import type { RegisterWarning } from '../../preload/contract/register-values.ts';
import type { Failure } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import type { SourceAnswer } from './authentic-source.ts';
import { applyNumberEvent } from './numbers/apply-number-event.ts';
import { toldReplacement } from './numbers/told-replacement.ts';
import { lookUpNumber } from './own-records.ts';

/** It was not reached, or whether it did anything is not known: all three questions may be asked again (N8). */
export const couldNotAnswer = ({ code, retry }: Failure): boolean =>
  retry !== 'never' ||
  ['offline', 'timeout', 'nameNotResolved', 'connectionRefused', 'serviceUnavailable'].includes(code);

/**
 * In the open transaction. A replacement that the source knows and this register does not is taken in as an event of the service;
 * where it cannot be (R-f), lines stay with whoever holds the number that was given.
 */
export function numberFromSource(
  session: Session,
  given: string,
  { insz, replaces, warnings }: SourceAnswer,
): { personId: string | null; insz: string; replaces: string | null; warnings: RegisterWarning[] } {
  const news = replaces === null || insz === given ? null : toldReplacement(session.db, given, insz);
  if (news !== null)
    applyNumberEvent(session, {
      ...news,
      eventId: session.ids.newId(),
      kind: 'replacement',
      effectiveDate: session.businessDate(),
      origin: 'service',
    });
  const [personId = null] = [
    ...lookUpNumber(session.db, insz).personIds,
    ...lookUpNumber(session.db, given).personIds,
  ];
  return { personId, insz, replaces: insz === given ? null : given, warnings };
}
