// Reads an answer that somebody pasted: which of the four layers it is, and what it says.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { readInThread } from '../cbss/answer-thread.ts';
import { isRequest, messageFacts } from './message-facts.ts';

/**
 * It is taken for the answer to whatever it says that it answers: nothing is known here of the question. Failure refusedByRule
 * (`details.rules`: `isRequest`): it asks something itself.
 */
export async function explainAnswer({
  xml,
  status,
}: HandlerInput<'cbssWorkbench.explain'>): Promise<Result<HandlerOutput<'cbssWorkbench.explain'>>> {
  if (isRequest(xml)) return fail('refusedByRule', { details: { rules: 'isRequest' } });
  const { operation, ticket } = messageFacts(xml);
  const isFault = /<(?:[\w.-]+:)?Fault[\s>]/.test(xml);
  const outcome = await readInThread({
    bytes: Buffer.from(xml),
    status: status ?? (isFault ? 500 : 200),
    contentType: 'text/xml',
    operation: operation ?? 'consultInscriptions',
    ticket: ticket ?? '',
    insz: null,
  });
  return ok({ outcome });
}
