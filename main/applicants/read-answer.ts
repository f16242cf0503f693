// Reads what an applicant opened: only over the way that it was opened for, only of the citizen that was asked.
import type { ApplicantDataSet } from '../../preload/contract/applicants.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { hideAnswer } from './answer-hide.ts';
import { accessesOf, replaceNumber } from './answer-store.ts';
import { applicantLine } from './applicant-line.ts';
import { consultData } from './precontractual-api.ts';
import { keepOpened, type ReadingPurpose } from './read-keep.ts';
import { findReading, type Reading } from './reading-store.ts';

type Done = Result<Record<string, never>>;

/**
 * Reads, and keeps the answer in place of the earlier one. Failures: notFound; stateNotAllowed (nothing is open, or another citizen
 * approved than was asked: `details.reason`); routeMissing (`details.kind` otherMandatary: it was opened for another enterprise
 * than the way leads over now); noActiveCitizenMandate: it was revoked or has ended, and what was kept is hidden; identifierInvalid
 * (`details.reason` numberReplaced): the person's new number stands in the request, to be seen before it is read with; conflict:
 * meanwhile the request became somebody else's or was erased; those of the route and the service, all safe to try again.
 */
export async function readAnswer(
  session: Session,
  { id, purpose }: { id: string; purpose: ReadingPurpose },
): Promise<Done> {
  const request = findReading(session.db, id);
  if (request === null) return fail('notFound');
  const insz = mayBeRead(session, request);
  if (!insz.ok) return insz;
  const line = applicantLine(session, request.employerId);
  if (!line.ok) return line;
  const { enterpriseNumber, mandataryNumber, data } = line.value;
  if (mandataryNumber !== request.mandataryNumber || enterpriseNumber !== request.enterpriseNumber)
    return fail('routeMissing', { details: { kind: 'otherMandatary', service: 'citizenData' } });
  const outcome = await data.ask((call) =>
    consultData(call, data.baseUrl, {
      ...{ insz: insz.value, enterpriseNumber, mandataryNumber },
      dataSets: request.dataSets,
    }),
  );
  // A reading changes nothing there: whatever went wrong, it may be tried again.
  if (outcome.kind !== 'answer')
    return { ok: false, failure: { ...outcome.failure, retry: retryOf(outcome.kind) } };
  const said = outcome.value;
  const settled = attempt<{ said: 'read' | 'none' | 'replaced' }>(session.db, () => {
    const now = findReading(session.db, id);
    if (now === null || now.erased || now.insz !== insz.value) return fail('conflict', { retry: 'safe' });
    if (said.kind === 'open') keepOpened(session, id, said.data, purpose);
    else if (said.kind === 'noMandate') hideEnded(session, request);
    else replaceNumber(session.db, id, insz.value, said.insz);
    return ok({ said: said.kind === 'open' ? 'read' : said.kind === 'noMandate' ? 'none' : 'replaced' });
  });
  if (!settled.ok) return settled;
  if (settled.value.said === 'read') return ok({});
  session.changed('applicant.changed', [id]);
  return settled.value.said === 'none'
    ? fail('noActiveCitizenMandate')
    : fail('identifierInvalid', { details: { reason: 'numberReplaced' } });
}

const retryOf = (kind: string): 'never' | 'safe' =>
  kind === 'refused' || kind === 'stop' ? 'never' : 'safe';

function mayBeRead({ db }: Session, request: Reading): Result<string> {
  if (request.otherCitizen) return fail('stateNotAllowed', { details: { reason: 'otherCitizen' } });
  const open = request.state === 'approved' || request.state === 'direct';
  if (!open || request.insz === null) return fail('stateNotAllowed', { details: { reason: 'notOpen' } });
  // The service is asked also after the last day by this computer's clock: its word counts.
  const known = accessesOf(db, request.id);
  const ended = known.length > 0 && known.every(({ state }) => state !== 'active');
  return ended ? fail('stateNotAllowed', { details: { reason: 'notOpen' } }) : ok(request.insz);
}

/** Nothing of what was asked for is open: each data set ended by the calendar, or was taken back before. */
function hideEnded(session: Session, request: Reading): void {
  const today = session.businessDate();
  const known = accessesOf(session.db, request.id);
  const endOf = (dataSet: ApplicantDataSet): string =>
    known.find(({ data_set: one }) => one === dataSet)?.end_date ?? today;
  const reasons = Map.groupBy(request.dataSets, (one) => (endOf(one) < today ? 'accessEnded' : 'revoked'));
  for (const [reason, own] of reasons) hideAnswer(session, request.id, reason, own);
}
