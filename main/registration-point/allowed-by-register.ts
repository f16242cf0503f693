// Whether the person register lets somebody be registered on a site for an employer, and by which line.
import type { AllowingLine } from '../../preload/contract/register-numbers.ts';
import type { Result } from '../../preload/contract/result.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import type { Session } from '../platform/session.ts';
import { type AllowingQuestion, allowingLine, askRegister } from '../register/allowing/allowing-line.ts';
import type { Act } from './act-store.ts';

type Asked = Pick<Act, 'employer_id' | 'insz' | 'moment'>;

/** Of the act's own day: presences are in real time. */
function questionOf({ employer_id: employerId, insz, moment }: Asked): AllowingQuestion {
  const day = belgianDayOf(moment);
  return { employerId, insz, purpose: 'presence', from: day, to: day };
}

/** Failure noRegisterLine: nothing may leave. */
export const allowedByRegister = (session: Pick<Session, 'db'>, act: Asked): Result<AllowingLine | null> =>
  askRegister(session, questionOf(act));

/** For the history; null: no line allows it. */
export const lineFor = (session: Pick<Session, 'db'>, act: Asked): AllowingLine | null =>
  allowingLine(session, questionOf(act));
