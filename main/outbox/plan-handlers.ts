// The calls of what goes before and after sending: approval, planning, receipts, and the chain of one training.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { approve, refuseApproval, requireApproval, showWaiting } from './approve-items.ts';
import { planItems } from './plan-items.ts';
import { listReceipts } from './receipt-store.ts';
import { filterOf, saveReceipts } from './receipts.ts';
import { chainOf } from './training-chain.ts';
import { verifyReceipt } from './verify-receipt.ts';

type Calls =
  | 'outbox.requireApproval'
  | 'outbox.approvals'
  | 'outbox.approve'
  | 'outbox.refuseApproval'
  | 'outbox.plan'
  | 'outbox.receipts'
  | 'outbox.saveReceipts'
  | 'outbox.verifyReceipt'
  | 'outbox.chain';

export function outboxPlanHandlers(
  session: Session,
  inFlight: ReadonlySet<string>,
): Pick<HandlersOf<'outbox'>, Calls> {
  return {
    'outbox.requireApproval': (input) => requireApproval(session, input),
    'outbox.approvals': (input) => ok(showWaiting(session, input)),
    'outbox.approve': (input) => approve(session, input),
    'outbox.refuseApproval': (input) => refuseApproval(session, inFlight, input),
    'outbox.plan': (input) => planItems(session, input),
    'outbox.receipts': ({ page, pageSize, ...asked }) => {
      const { rows, total } = listReceipts(session.db, filterOf(asked), (page - 1) * pageSize, pageSize);
      return ok({ rows, total, page, pageSize });
    },
    'outbox.saveReceipts': (input, call) => saveReceipts(session, call.windowId, input),
    'outbox.verifyReceipt': ({ id }) => verifyReceipt(session, id),
    'outbox.chain': ({ trainingId }) => chainOf(session, trainingId),
  };
}
