// The calls `register.*` on numbers that went elsewhere, and on what must be allowed by a line.
import type { CallName } from '../../../preload/contract/index.ts';
import type { registerNumberCalls } from '../../../preload/contract/register-numbers.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { parseInsz } from '../../../preload/rules/identifiers/insz.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Handlers } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { allowingLine } from '../allowing/allowing-line.ts';
import { readMode, writeMode } from '../allowing/allowing-store.ts';
import { retryBusyEvents } from './apply-number-event.ts';
import { recordReplacement, settleEvent, showEvents } from './settle-event.ts';

type NumberCall = Extract<CallName, keyof typeof registerNumberCalls>;

/** `owner` false: beside the owner of the profile, where nothing may be written. */
export function registerNumberHandlers(session: Session, owner: boolean): Pick<Handlers, NumberCall> {
  // What had to wait when the program was closed may go on by now.
  if (owner) retryBusyEvents(session);
  return {
    'register.numberEvents': (input) => ok(showEvents(session, input)),
    'register.settleNumberEvent': (input) => settleEvent(session, input),
    'register.recordReplacement': (input) => recordReplacement(session, input),
    'register.allowing': ({ purpose, employerId, insz: typed, from, to }) => {
      const mode = readMode(session.db);
      if (employerId === undefined || typed === undefined) return ok({ mode, line: null });
      const insz = parseInsz(typed);
      if (insz === null) return fail('identifierInvalid');
      const today = session.businessDate();
      const days = { from: from ?? today, to: to ?? from ?? today };
      return ok({ mode, line: allowingLine(session, { employerId, insz, purpose, ...days }) });
    },
    'register.setAllowing': ({ mode }) =>
      attempt<Record<string, never>>(session.db, () => {
        if (mode === readMode(session.db)) return ok({});
        writeMode(session.db, mode);
        recordAct(session, {
          employerId: null,
          kind: 'register.allowingSet',
          summary: '',
          payload: { mode },
        });
        return ok({});
      }),
  };
}
