// The door, act by act: who may pass, what is checked, what is told.
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/result.ts';
import { page, sampleDispatcher } from './contract-samples.ts';

const code = (answer: { failure?: { code?: string } }) => answer.failure?.code;

describe('dispatcher', () => {
  it('gives the checked answer of the handler', async () => {
    expect(await sampleDispatcher().ask('sample.show', { text: 'dag' })).toEqual({
      ok: true,
      value: { text: 'dag' },
    });
  });

  it.each([
    ['another window', { ...page, windowId: 'w2' }],
    ['a frame inside our page', { ...page, topFrame: false }],
    ['another origin', { ...page, origin: 'https://example.invalid' }],
  ])('refuses %s before it reads the message', async (_, sender) => {
    expect(code(await sampleDispatcher().ask('sample.show', { text: 'dag' }, sender))).toBe(
      'untrustedSender',
    );
  });

  it('takes a sender check that throws for a no', async () => {
    const { ask } = sampleDispatcher({
      trusted: () => {
        throw new Error('no');
      },
    });
    expect(code(await ask('sample.show', { text: 'dag' }))).toBe('untrustedSender');
  });

  it.each(['toString', '__proto__', 'constructor', 'sample.unknown', '', 'hasOwnProperty'])(
    'knows no call named %j',
    async (name) => {
      expect(code(await sampleDispatcher().ask(name, {}))).toBe('unknownCall');
    },
  );

  it('names the refused fields and not their values', async () => {
    const answer = await sampleDispatcher().ask('sample.show', { text: 'x'.repeat(21) });
    expect(code(answer)).toBe('invalidInput');
    expect(answer.failure.details).toEqual({ fields: 'text' });
  });

  it('gives bad luck its own sentence where the exception behind it is known', async () => {
    const { ask } = sampleDispatcher({ knownFailure: () => fail('diskFull', { retry: 'safe' }) });
    const answer = await ask('sample.throw', {});
    expect(code(answer)).toBe('diskFull');
    expect(answer.failure.traceId).not.toBe('');
  });

  it.each(['nonsense', '[]', 'null', '{"name":"sample.show"}', '{"name":"sample.show","input":{},"more":1}'])(
    'refuses the message %s',
    async (json) => {
      expect(code(JSON.parse(await sampleDispatcher().dispatcher.dispatch(page, json)))).toBe('invalidInput');
    },
  );

  it('refuses keys that reach a prototype, however deep and however written', async () => {
    const { dispatcher } = sampleDispatcher();
    for (const key of ['__proto__', '\\u005f_proto__', 'constructor', 'prototype']) {
      const json = `{"name":"sample.show","input":{"text":"a","deep":[{"${key}":{"ok":true}}]}}`;
      expect(code(JSON.parse(await dispatcher.dispatch(page, json)))).toBe('invalidInput');
    }
  });

  it('refuses a message over the limit and an answer over the limit', async () => {
    const { dispatcher, ask } = sampleDispatcher();
    const big = JSON.stringify({ name: 'sample.show', input: { text: 'x'.repeat(1_048_577) } });
    expect(code(JSON.parse(await dispatcher.dispatch(page, big)))).toBe('tooLarge');
    expect(code(await ask('sample.flood', {}))).toBe('tooLarge');
  });

  it('survives a message nested a hundred thousand times', async () => {
    const json = `{"name":"sample.show","input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(code(JSON.parse(await sampleDispatcher().dispatcher.dispatch(page, json)))).toBe('invalidInput');
  });

  it('turns a bug into a failure with a trace id, and logs where but not what', async () => {
    const { ask, logged } = sampleDispatcher();
    const answer = await ask('sample.throw', {});
    expect(code(answer)).toBe('internal');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      traceId: answer.failure.traceId,
      call: 'sample.throw',
      error: 'TypeError',
    });
    expect(logged[0]?.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toContain('85073003328');
  });

  it('refuses an answer that breaks the contract', async () => {
    expect(code(await sampleDispatcher().ask('sample.lie', {}))).toBe('invalidOutput');
  });

  it('keeps an expected failure as it is and gives it the trace id', async () => {
    const answer = await sampleDispatcher().ask('sample.refuse', {});
    expect(answer).toEqual({ ok: false, failure: { code: 'conflict', retry: 'safe', traceId: 'trace-1' } });
  });

  it('answers also when the log and the ids fail', async () => {
    const broken = () => {
      throw new Error('disk full');
    };
    expect(code(await sampleDispatcher({ log: broken, newId: broken }).ask('sample.throw', {}))).toBe(
      'internal',
    );
  });

  it('aborts what a closed window waits for and counts calls under way', async () => {
    let seen: AbortSignal | undefined;
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { dispatcher, ask } = sampleDispatcher({
      handlers: {
        'sample.show': async (input, context) => {
          seen = context.signal;
          await gate;
          return ok({ text: input.text });
        },
        'sample.throw': () => ok({}),
        'sample.refuse': () => fail('conflict'),
        'sample.lie': () => ok({ count: 1 }),
        'sample.flood': () => ok({ text: '' }),
      },
    });
    const answer = ask('sample.show', { text: 'a' });
    let idle = false;
    const waiting = dispatcher.idle().then(() => {
      idle = true;
    });
    await Promise.resolve();
    expect(idle).toBe(false);
    dispatcher.forgetWindow('w1');
    expect(seen?.aborted).toBe(true);
    release();
    await answer;
    await waiting;
    expect(idle).toBe(true);
  });
});
