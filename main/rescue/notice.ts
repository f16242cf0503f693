// The notice before the first reading: whose data these are, what stays whose duty, and that nothing here is certified. It is
// accepted once by each person in each environment, with day and name in the history.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findNotice, insertNotice } from './notice-store.ts';

/** The person by the name in Settings together with the account of the computer, as main knows both. */
const personOf = ({ actor }: Session): { osAccount: string; person: string } => {
  const { name, osAccount } = actor();
  return { osAccount, person: name };
};

export function noticeOf(session: Session): HandlerOutput<'rescue.status'>['notice'] {
  const who = personOf(session);
  const at = findNotice(session.db, who);
  return { acceptedAt: at, by: (who.person || who.osAccount).slice(0, 200) };
}

/** Accepted before: nothing happens. */
export function acceptNotice(session: Session): Result<Record<string, never>> {
  const who = personOf(session);
  if (findNotice(session.db, who) !== null) return ok({});
  const at = session.clock.now().toISOString();
  const by = (who.person || who.osAccount).slice(0, 200);
  const done = attempt<Record<string, never>>(session.db, () => {
    insertNotice(session.db, who, at);
    recordAct(session, {
      employerId: null,
      kind: 'rescue.noticeAccepted',
      summary: by,
      payload: { at, by, environment: session.environment.name, appVersion: session.appVersion },
    });
    return ok({});
  });
  if (done.ok) session.changed('rescue.changed', []);
  return done;
}

/** The handler, once the notice was accepted. Failure noticeNotAccepted. */
export const afterNotice =
  <I, O>(session: Session, handler: (input: I) => Result<O> | Promise<Result<O>>) =>
  (input: I): Result<O> | Promise<Result<O>> =>
    findNotice(session.db, personOf(session)) === null ? fail('noticeNotAccepted') : handler(input);
