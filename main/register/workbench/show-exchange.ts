// One message with its answer, for the page or as a file; masked unless somebody asks for what persons it names.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { findExchange, type KeptExchange } from '../cbss/exchange-store.ts';
import { maskMessage } from './mask-message.ts';
import { maskOutcome } from './mask-outcome.ts';

/** Signs of each text that a page gets; both fit in one answer. */
const mostShown = 80_000;
type Shown = HandlerOutput<'cbssWorkbench.exchange'>;

const textOf = (exchange: KeptExchange, part: 'request' | 'answer', shown: boolean): string | null => {
  const text = part === 'request' ? exchange.request : exchange.response;
  return text === null || shown ? text : maskMessage(text);
};

export function showExchange(
  { db }: Pick<Session, 'db'>,
  { id, shown }: HandlerInput<'cbssWorkbench.exchange'>,
): Result<Shown> {
  const exchange = findExchange(db, id);
  if (exchange === null) return fail('notFound');
  const { at, operation, ticket, tries, milliseconds, layer, code, outcome } = exchange;
  const request = textOf(exchange, 'request', shown) ?? '';
  const answer = textOf(exchange, 'answer', shown);
  return ok({
    row: { id, at, operation, ticket, tries, milliseconds, layer, code },
    outcome: outcome === null || shown ? outcome : maskOutcome(outcome),
    request: request.slice(0, mostShown),
    answer: answer?.slice(0, mostShown) ?? null,
    cut: request.length > mostShown || (answer?.length ?? 0) > mostShown,
  });
}

/** The name of the file says the function, the beginning of the ticket and which half it is. */
export async function saveExchange(
  session: Session,
  { id, part, shown }: HandlerInput<'cbssWorkbench.save'>,
  windowId: string,
): Promise<Result<HandlerOutput<'cbssWorkbench.save'>>> {
  const exchange = findExchange(session.db, id);
  const text = exchange === null ? null : textOf(exchange, part, shown);
  if (exchange === null || text === null) return fail('notFound');
  const name = `cbss-${exchange.operation}-${exchange.ticket.slice(0, 8)}-${part}.xml`;
  const saved = await session.host.saveFile(windowId, name, Buffer.from(text));
  return saved.ok ? ok({ saved: saved.value !== null, name: saved.value?.name ?? '' }) : saved;
}
