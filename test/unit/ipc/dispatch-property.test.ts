// Whatever comes from whomever: always a Result that the contract knows, never a throw. Over the app's real calls.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDispatcher, type Handlers, type Sender } from '../../../main/ipc/dispatch.ts';
import { type CallName, calls } from '../../../preload/contract/index.ts';
import { failureSchema, ok } from '../../../preload/contract/result.ts';
import { anyText } from '../../support/any-text.ts';
import { page } from './contract-samples.ts';

// Many runs: a loaded machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const names = Object.keys(calls) as CallName[];
let reached = 0;
const careless = Object.fromEntries(
  names.map((name) => [
    name,
    (input: unknown) => {
      reached += 1;
      return ok(input);
    },
  ]),
) as unknown as Handlers<typeof calls>;

const dispatcher = createDispatcher({
  calls,
  handlers: careless,
  trusted: (sender) => sender.windowId === page.windowId && sender.topFrame && sender.origin === page.origin,
  newId: () => 'trace',
  log: () => {},
});

async function isResult(sender: Sender, json: string): Promise<string> {
  const answer = JSON.parse(await dispatcher.dispatch(sender, json));
  if (answer.ok === true) return 'ok';
  expect(answer.ok).toBe(false);
  expect(failureSchema.safeParse(answer.failure).success).toBe(true);
  return answer.failure.code;
}

const strangers: Sender[] = [
  { ...page, windowId: 'other' },
  { ...page, topFrame: false },
  { ...page, origin: 'null' },
  { windowId: '', origin: '', topFrame: true },
];
const anySender = fc.oneof(
  fc.constant(page),
  fc.record({ windowId: fc.string(), origin: fc.string(), topFrame: fc.boolean() }),
  fc.anything().map((value) => value as Sender),
);

describe('any name, any payload, any sender', () => {
  it('is answered with a Result', async () => {
    const name = fc.oneof(
      fc.constantFrom(...names),
      fc.string(),
      fc.constantFrom('__proto__', 'toString', 'valueOf'),
    );
    await fc.assert(
      fc.asyncProperty(anySender, name, fc.jsonValue(), async (sender, callName, input) => {
        await isResult(sender, JSON.stringify({ name: callName, input }));
      }),
      { numRuns: 600 },
    );
  });

  it('is answered with a Result when it is not even a message', async () => {
    const text = fc.oneof(
      anyText(),
      fc.json(),
      fc.anything().map((value) => value as string),
    );
    await fc.assert(
      fc.asyncProperty(anySender, text, async (sender, json) => {
        await isResult(sender, json);
      }),
      { numRuns: 400 },
    );
  });
});

describe.each(names)('%s', (name) => {
  const message = (input: string) => `{"name":${JSON.stringify(name)},"input":${input}}`;

  it('reaches no handler for a stranger, a frame, an extra field, a wrong type, a flood or a prototype key', async () => {
    const before = reached;
    for (const stranger of strangers) expect(await isResult(stranger, message('{}'))).toBe('untrustedSender');
    expect(await isResult(page, message('{"surplusField":1}'))).toBe('invalidInput');
    for (const input of ['null', '1', '"text"', '[]', 'true', '[[]]']) {
      expect(await isResult(page, message(input))).toBe('invalidInput');
    }
    expect(await isResult(page, message(`{"id":"${'x'.repeat(1_100_000)}"}`))).toBe('tooLarge');
    expect(await isResult(page, message('{"__proto__":{"admin":true}}'))).toBe('invalidInput');
    expect(await isResult(page, message('{"id":{"constructor":{"prototype":{}}}}'))).toBe('invalidInput');
    expect(reached).toBe(before);
  });
});
