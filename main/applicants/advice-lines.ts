// The list beside an answer: what the service did not check and what remains to be done, with what the employer answered to it.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { adviceOn } from '../../preload/rules/applicants/advice.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { adviceRules } from './advice-rules.ts';
import { putTick, ticksOf } from './advice-store.ts';
import { findReading, type Reading } from './reading-store.ts';

type Lines = HandlerOutput<'applicantAnswer.advice'>['lines'];

export function linesOf(session: Session, request: Pick<Reading, 'id' | 'dataSets'>): Lines {
  const ticks = ticksOf(session.db, request.id);
  const rules = adviceOn(adviceRules(session.resourcesDir), request.dataSets, session.businessDate());
  return rules.map(({ id, dataSet, when, source, sourceDate, certainty }) => ({
    ...{ id, dataSet, when, source, sourceDate, certainty },
    answer: ticks.get(id) ?? 'open',
  }));
}

/** Failure notFound. */
export function showAdvice(session: Session, id: string): Result<{ lines: Lines }> {
  const request = findReading(session.db, id);
  return request === null ? fail('notFound') : ok({ lines: linesOf(session, request) });
}

/** Failures: notFound (no such request, or no such line on this day), stateNotAllowed (it was erased). */
export function adviseOn(
  session: Session,
  { id, line, answer }: HandlerInput<'applicantAnswer.adviseOn'>,
): Result<Record<string, never>> {
  const request = findReading(session.db, id);
  if (request === null) return fail('notFound');
  if (request.erased) return fail('stateNotAllowed');
  if (!linesOf(session, request).some((one) => one.id === line)) return fail('notFound');
  const done = attempt<Record<string, never>>(session.db, () => {
    putTick(session.db, id, line, answer);
    return ok({});
  });
  if (done.ok) session.changed('applicant.changed', [id]);
  return done;
}
