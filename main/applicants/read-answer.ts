// Reads what an applicant opened: only over the way that it was opened for, only of the citizen that was asked.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { hideAnswer } from './answer-hide.ts';
import { accessesOf } from './answer-store.ts';
import { type ApplicantLine, applicantLine } from './applicant-line.ts';
import { mayAskFor } from './applicant-register.ts';
import { consultData } from './precontractual-api.ts';
import { learnWhyEnded } from './read-ended.ts';
import { keepOpened, type ReadingPurpose } from './read-keep.ts';
import { findReading, type Reading } from './reading-store.ts';
import { applicantRuntime } from './runtime.ts';
import { serviceDay } from './service-clock.ts';
import { takeToldNumber } from './told-number.ts';

type Done = Result<Record<string, never>>;
type Asked = { id: string; purpose: ReadingPurpose };

/**
 * Reads, and keeps the answer in place of the earlier one; two clicks are one reading. Failures: notFound; stateNotAllowed (nothing is
 * open, or another citizen approved than was asked: `details.reason`); routeMissing (`details.kind` otherMandatary: it was opened for
 * another enterprise than the way leads over now); noActiveCitizenMandate: it has ended, also while the answer was on its way, and what
 * was kept is hidden; identifierInvalid (`details.reason` numberReplaced): the person's new number stands in the request, to be seen
 * before it is read with; conflict: meanwhile the request became somebody else's or was erased; those of the route and the service, all
 * safe to try again.
 */
export function readAnswer(session: Session, asked: Asked): Promise<Done> {
  const { asking } = applicantRuntime(session);
  const name = `read ${asked.purpose} ${asked.id}`;
  const underWay = asking.get(name) as Promise<Done> | undefined;
  if (underWay !== undefined) return underWay;
  const work = overItsWay(session, asked).finally(() => asking.delete(name));
  asking.set(name, work);
  return work;
}

async function overItsWay(session: Session, { id, purpose }: Asked): Promise<Done> {
  const request = findReading(session.db, id);
  if (request === null) return fail('notFound');
  const insz = mayBeRead(session, request);
  if (!insz.ok) return insz;
  const allowed = mayAskFor(session, { ...request, insz: insz.value });
  if (!allowed.ok) return allowed;
  const line = applicantLine(session, request.employerId);
  if (!line.ok) return line;
  const { enterpriseNumber, mandataryNumber } = line.value;
  if (mandataryNumber !== request.mandataryNumber || enterpriseNumber !== request.enterpriseNumber)
    return fail('routeMissing', { details: { kind: 'otherMandatary', service: 'citizenData' } });
  return readOver(session, line.value, request, { insz: insz.value, purpose });
}

/** Over this line, of a request that may be read. */
export async function readOver(
  session: Session,
  line: ApplicantLine,
  { id, dataSets }: Pick<Reading, 'id' | 'dataSets'>,
  { insz, purpose }: { insz: string; purpose: ReadingPurpose },
): Promise<Done> {
  const { enterpriseNumber, mandataryNumber, data } = line;
  const today = serviceDay(session);
  const outcome = await data.ask((call) =>
    consultData(call, data.baseUrl, { insz, enterpriseNumber, mandataryNumber, dataSets, today }),
  );
  // A reading changes nothing there: whatever went wrong, it may be tried again.
  if (outcome.kind !== 'answer')
    return { ok: false, failure: { ...outcome.failure, retry: retryOf(outcome.kind) } };
  const said = outcome.value;
  const settled = attempt<{ said: 'read' | 'none' | 'replaced' }>(session.db, () => {
    const now = findReading(session.db, id);
    if (now === null || now.erased || now.insz !== insz) return fail('conflict', { retry: 'safe' });
    if (said.kind === 'open') {
      const kept = keepOpened(session, id, { insz, data: said.data, purpose });
      return ok({ said: kept ? 'read' : 'none' });
    }
    if (said.kind === 'noMandate') hideAnswer(session, id, 'accessEnded');
    else takeToldNumber(session, id, insz, said.insz);
    return ok({ said: said.kind === 'noMandate' ? 'none' : 'replaced' });
  });
  if (!settled.ok) return settled;
  if (said.kind !== 'replaced') await learnWhyEnded(session, line, id);
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
