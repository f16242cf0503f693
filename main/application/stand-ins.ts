// The handlers that the dispatcher is given once: each call goes to whatever is open when it arrives, so that changing
// the environment needs no new dispatcher. Beside the owner of a profile only calls that read go through.
import { type CallName, calls } from '../../preload/contract/index.ts';
import { fail } from '../../preload/contract/result.ts';
import type { Handlers } from '../platform/handler.ts';

export function standIns(current: () => Handlers, readonly: boolean): Handlers {
  const names = Object.keys(calls) as CallName[];
  const forward = (name: CallName) => (input: never, call: never) =>
    readonly && !calls[name].reads
      ? fail('profileInUse', { retry: 'safe' })
      : (current()[name] as (a: never, b: never) => unknown)(input, call);
  return Object.fromEntries(names.map((name) => [name, forward(name)])) as unknown as Handlers;
}
