// Sends a message again: the same content and ticket, a new timestamp and signature. Where asking twice may do something twice, somebody
// must have said that it shall.
import type { CbssAnswer } from '../../../preload/contract/cbss-answer.ts';
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import { isSafeTwice } from '../../../preload/rules/register/cbss-repeat.ts';
import type { Session } from '../../platform/session.ts';
import { askService } from '../cbss/ask-service.ts';
import { findExchange } from '../cbss/exchange-store.ts';

export async function replay(
  session: Session,
  { id, sure }: HandlerInput<'cbssWorkbench.replay'>,
): Promise<Result<CbssAnswer>> {
  const exchange = findExchange(session.db, id);
  if (exchange === null) return fail('notFound');
  const { operation, request } = exchange;
  if (!sure && !isSafeTwice(operation)) return fail('stateNotAllowed', { details: { reason: 'notSure' } });
  return askService(session, { operation, body: request });
}
