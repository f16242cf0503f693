// The calls `register.*` on numbers that went elsewhere, and on what must be allowed by a line.
import type { CallName } from '../../../preload/contract/index.ts';
import type { registerNumberCalls } from '../../../preload/contract/register-numbers.ts';
import { ok } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Handlers } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { readMode, writeMode } from '../allowing/allowing-store.ts';
import { showAllowing } from '../allowing/show-allowing.ts';
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
    'register.allowing': (input) => showAllowing(session, input),
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
        session.changed('register.changed');
        return ok({});
      }),
  };
}
