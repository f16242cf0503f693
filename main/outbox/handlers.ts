// The calls `outbox.*`, and those of the register that need the queue.
import { fail, ok } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { trainingHandlers } from '../training/handlers.ts';
import { countWaitingSessions } from './approval-list-store.ts';
import { approvalRequired } from './approval-store.ts';
import { decideItem } from './decide-item.ts';
import { countItems, countLeaving, listItems } from './item-store.ts';
import { createOutbox, type OutboxPorts } from './outbox.ts';
import { itemOf } from './outbox-item.ts';
import { outboxPlanHandlers } from './plan-handlers.ts';
import { workerYearQueue } from './queue-worker-years.ts';
import { recoverOutbox } from './recover.ts';
import { showItem } from './show-item.ts';

/** Register and queue of an environment that was just opened: what a kill cut off is told true first. */
export function trainingAndOutboxHandlers(
  session: Session,
  ports?: OutboxPorts,
): HandlersOf<'training' | 'outbox'> {
  recoverOutbox(session);
  return { ...trainingHandlers(session, workerYearQueue(session)), ...outboxHandlers(session, ports) };
}

export function outboxHandlers(session: Session, ports?: OutboxPorts): HandlersOf<'outbox'> {
  const { db } = session;
  const outbox = createOutbox(session, ports);
  return {
    'outbox.list': (input) => {
      const { rows, total } = listItems(db, scopeOf(input.employerId), input);
      return ok({ rows: rows.map(itemOf), total, page: input.page, pageSize: input.pageSize });
    },
    'outbox.status': ({ employerId }) => {
      const scope = scopeOf(employerId);
      const leaving = countLeaving(db, scope, session.businessDate());
      return ok({
        ...outbox.status(),
        counts: countItems(db, scope),
        approvalRequired: approvalRequired(db),
        ...leaving,
        waitsForApproval: leaving.waitsForApproval + countWaitingSessions(db, scope),
      });
    },
    'outbox.show': ({ id }) => showItem(session, id),
    'outbox.send': ({ employerId, confirmed, closedConfirmation }) => {
      if (session.environment.kind === 'production' && !confirmed)
        return fail('stateNotAllowed', { details: { reason: 'notConfirmed' } });
      return outbox.send(employerId, closedConfirmation ?? null);
    },
    'outbox.confirmClosed': ({ employerId }) => outbox.confirmClosed(employerId),
    'outbox.pause': () => outbox.pause(),
    'outbox.resume': () => outbox.resume(),
    'outbox.resolve': ({ ids }) => outbox.resolve(ids),
    'outbox.decide': (input) => decideItem(session, outbox.inFlight, input),
    ...outboxPlanHandlers(session, outbox.inFlight),
  };
}
