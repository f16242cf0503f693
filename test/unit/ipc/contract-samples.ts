// A small contract with one call of each kind, a handler for each, and a ready dispatcher, for the tests of the door.
import { z } from 'zod';
import { createDispatcher, type DispatcherOptions, type Sender } from '../../../main/ipc/dispatch.ts';
import { act, nothing, read } from '../../../preload/contract/call.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

export const page: Sender = { windowId: 'w1', origin: 'app://sociodesk', topFrame: true };

export const sampleCalls = {
  'sample.show': read(z.strictObject({ text: z.string().max(20) }), z.strictObject({ text: z.string() })),
  'sample.throw': act(nothing, nothing),
  'sample.refuse': act(nothing, nothing),
  'sample.lie': read(nothing, z.strictObject({ count: z.int() })),
  'sample.flood': read(nothing, z.strictObject({ text: z.string() })),
};

export type Logged = Parameters<DispatcherOptions<typeof sampleCalls>['log']>[0];

export function sampleDispatcher(changes: Partial<DispatcherOptions<typeof sampleCalls>> = {}) {
  const logged: Logged[] = [];
  let id = 0;
  const dispatcher = createDispatcher<typeof sampleCalls>({
    calls: sampleCalls,
    handlers: {
      'sample.show': (input) => ok({ text: input.text }),
      'sample.throw': () => {
        throw new TypeError('secret-payload 85073003328');
      },
      'sample.refuse': () => fail('conflict', { retry: 'safe' }),
      'sample.lie': () => ok({ count: 'many' as unknown as number }),
      'sample.flood': () => ok({ text: 'x'.repeat(300_000) }),
    },
    trusted: (sender) => sender.windowId === 'w1' && sender.topFrame && sender.origin === 'app://sociodesk',
    newId: () => `trace-${++id}`,
    log: (entry) => logged.push(entry),
    ...changes,
  });
  const ask = async (name: unknown, input: unknown, sender: Sender = page) =>
    JSON.parse(await dispatcher.dispatch(sender, JSON.stringify({ name, input })));
  return { dispatcher, logged, ask };
}
