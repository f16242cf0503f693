// Sending a session to a real channel that takes nothing: confirmed for that very session, as it stands, for fifteen minutes
// and once. The training provider's channel has dates of its own in the calendar.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { channelClosedBy, confirmationMinutes } from '../outbox/closed-channel.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findSession } from './session-store.ts';

type Given = { id: string; sessionId: string; withdraw: boolean; revision: number; until: number };
export type ClosedSession = {
  /** Null where none is asked for. Failures: notFound; of the disk. */
  confirm(asked: { id: string; withdraw: boolean }): Result<{ confirmation: string | null }>;
  /** Failure closedNotConfirmed: nothing was confirmed, or another act or version of it, or too long ago. */
  take(
    sessionId: string,
    withdraw: boolean,
    confirmation: string | null,
  ): Result<{ althoughClosed: boolean }>;
};

/** `reaches`: whether what is sent here may reach production. */
export function closedSession(session: Session, reaches: () => boolean): ClosedSession {
  const { db, clock } = session;
  let given: Given | null = null;
  const closedBy = () => channelClosedBy(session, 'flaTrainingProvider', reaches);
  return {
    confirm({ id: sessionId, withdraw }) {
      const closed = closedBy();
      if (!closed.ok) return closed;
      if (closed.value === null) return ok({ confirmation: null });
      const state = closed.value;
      const row = findSession(db, sessionId);
      if (row === null) return fail('notFound');
      const recorded = attempt(db, () => {
        recordAct(session, {
          employerId: null,
          kind: 'provider.closedConfirmed',
          subject: { kind: 'providerSession', id: sessionId },
          summary: row.title,
          payload: { state, withdraw },
        });
        return ok({});
      });
      if (!recorded.ok) return recorded;
      const until = clock.now().getTime() + confirmationMinutes * 60_000;
      given = { id: session.ids.newId(), sessionId, withdraw, revision: row.revision, until };
      return ok({ confirmation: given.id });
    },
    take(sessionId, withdraw, confirmation) {
      const closed = closedBy();
      if (!closed.ok) return closed;
      if (closed.value === null) return ok({ althoughClosed: false });
      const one = given;
      const fits =
        one !== null &&
        one.id === confirmation &&
        one.sessionId === sessionId &&
        one.withdraw === withdraw &&
        one.revision === findSession(db, sessionId)?.revision &&
        clock.now().getTime() <= one.until;
      if (!fits) return fail('closedNotConfirmed');
      given = null;
      return ok({ althoughClosed: true });
    },
  };
}
