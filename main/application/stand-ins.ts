// The handlers that the dispatcher is given once: each call goes to whatever is open when it arrives, so that changing
// the environment needs no new dispatcher.
import { type CallName, calls } from '../../preload/contract/index.ts';
import type { Handlers } from '../platform/handler.ts';

export function standIns(current: () => Handlers): Handlers {
  const names = Object.keys(calls) as CallName[];
  const forward = (name: CallName) => (input: never, call: never) =>
    (current()[name] as (a: never, b: never) => unknown)(input, call);
  return Object.fromEntries(names.map((name) => [name, forward(name)])) as unknown as Handlers;
}
