// Why an access is no longer there: a reading only says that it is not open, and whether the applicant ended it stands in the mandate.
import type { Session } from '../platform/session.ts';
import { accessesOf } from './access-store.ts';
import type { ApplicantLine } from './applicant-line.ts';
import { readMandate } from './citizen-mandate-api.ts';
import { beginLook } from './look.ts';
import { partiesOf } from './look-at-accesses.ts';
import { findRequest } from './request-store.ts';
import { settleMandates } from './settle-access.ts';

const never = new AbortController().signal;

/**
 * Asks about the accesses of a request that ended before their last day, as far as their mandates are known. Where no answer comes, or
 * one says that it still stands, they stay ended without a reason.
 */
export async function learnWhyEnded(session: Session, line: ApplicantLine, id: string): Promise<void> {
  const row = findRequest(session.db, id);
  if (row === null || row.erased_at !== null) return;
  const today = session.businessDate();
  const early = accessesOf(session.db, [id]).filter(
    ({ state, end_date: end }) => state === 'expired' && end >= today,
  );
  const look = beginLook(session, line, partiesOf(row), never, async () => true);
  const ended: Parameters<typeof settleMandates>[2][number][] = [];
  for (const { service_id: mandateId } of early) {
    if (mandateId === null) continue;
    const found = await look.call((call, baseUrl) => readMandate(call, baseUrl, look.parties, mandateId));
    if (found === null || found === 'gone' || found.mandateId !== mandateId) continue;
    if (found.state === 'revoked' || found.state === 'renounced') ended.push(found);
  }
  if (ended.length > 0) settleMandates(session, id, ended);
}
