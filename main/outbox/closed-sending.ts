// A real channel that takes nothing does not pretend: what is sent to it all the same was confirmed for that very sending,
// here in main. A confirmation names the items it was given for, counts once and for fifteen minutes.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { EmployerScope } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { channelClosedBy, confirmationMinutes } from './closed-channel.ts';
import { idsInState } from './item-store.ts';

type Given = { id: string; scope: string; items: ReadonlySet<string>; until: number };
export type ClosedSending = {
  /** Confirms sending what waits now. Null where none is asked for. Failures: nothingToSend; of the disk. */
  confirm(employerId: string | null, scope: EmployerScope): Result<{ confirmation: string | null }>;
  /**
   * The items that may leave: null sets no limit. Failure closedNotConfirmed: nothing was confirmed, or another sending
   * was, or too long ago.
   */
  take(confirmation: string | null, scope: EmployerScope): Result<ReadonlySet<string> | null>;
  /** Whether nothing may leave by itself. */
  shut(): boolean;
};

const most = 1_000_000;
const nameOf = (scope: EmployerScope): string => (scope === 'all' ? 'all' : scope.employerId);

/** `reaches`: whether what is sent here may reach production. */
export function closedSending(session: Session, reaches: () => boolean): ClosedSending {
  const { db, clock } = session;
  let given: Given | null = null;

  const closedBy = () => channelClosedBy(session, 'fla', reaches);
  const waiting = (scope: EmployerScope): string[] => [
    ...idsInState(db, scope, 'ready', most, session.businessDate()),
    ...idsInState(db, scope, 'unknown', most, session.businessDate()),
  ];

  return {
    confirm(employerId, scope) {
      const closed = closedBy();
      if (!closed.ok) return closed;
      const state = closed.value;
      if (state === null) return ok({ confirmation: null });
      const items = new Set(waiting(scope));
      if (items.size === 0) return fail('nothingToSend');
      const id = session.ids.newId();
      const recorded = attempt(db, () => {
        const payload = { state, items: items.size };
        recordAct(session, { employerId, kind: 'outbox.closedConfirmed', summary: '', payload });
        return ok({});
      });
      if (!recorded.ok) return recorded;
      given = {
        id,
        scope: nameOf(scope),
        items,
        until: clock.now().getTime() + confirmationMinutes * 60_000,
      };
      return ok({ confirmation: id });
    },
    take(confirmation, scope) {
      const closed = closedBy();
      if (!closed.ok) return closed;
      if (closed.value === null) return ok(null);
      const ids = waiting(scope);
      if (ids.length === 0) return ok(new Set());
      const one = given;
      const fits =
        one !== null &&
        one.id === confirmation &&
        one.scope === nameOf(scope) &&
        clock.now().getTime() <= one.until &&
        ids.every((id) => one.items.has(id));
      if (!fits) return fail('closedNotConfirmed');
      given = null;
      return ok(one.items);
    },
    shut() {
      const closed = closedBy();
      return !closed.ok || closed.value !== null;
    },
  };
}
