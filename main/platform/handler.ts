// The shape of what a feature offers: one handler for each of its calls, and nothing else.
import type { CallName, HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import type { Result } from '../../preload/contract/result.ts';

/** Who asks: state such as undo and file selections is kept per window. */
export type CallContext = { windowId: string; traceId: string };

export type Handler<N extends CallName> = (
  input: HandlerInput<N>,
  call: CallContext,
) => Result<HandlerOutput<N>> | Promise<Result<HandlerOutput<N>>>;

export type Handlers = { [N in CallName]: Handler<N> };

/** The handlers of one or more nouns: `HandlersOf<'training' | 'outbox'>`. */
export type HandlersOf<Noun extends string> = {
  [N in CallName as N extends `${Noun}.${string}` ? N : never]: Handler<N>;
};
