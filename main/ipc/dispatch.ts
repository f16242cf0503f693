// The one door between a window (or the command line's socket) and the features: sender, size, name, input, handler,
// output, once for all calls. It always resolves to a Result as JSON, never throws, and never logs a payload.
import type { z } from 'zod';
import type { CallDefinition } from '../../preload/contract/call.ts';
import { type Failure, type FailureCode, fail, failureSchema } from '../../preload/contract/result.ts';
import { readEnvelope } from './envelope.ts';

/** Who asks: the window, the origin of its document, and whether the asking frame is its top frame. */
export type Sender = { windowId: string; origin: string; topFrame: boolean };
export type CallContext = { windowId: string; traceId: string; signal: AbortSignal };
export type CallMap = Record<string, CallDefinition>;

type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };
/** Main's side of the contract: a missing or an extra handler does not compile. */
export type Handlers<C extends CallMap> = {
  [N in keyof C]: (
    input: z.output<C[N]['input']>,
    context: CallContext,
  ) => Answer<z.input<C[N]['output']>> | Promise<Answer<z.input<C[N]['output']>>>;
};

/** What the dispatcher may say about a bug: no payload, no message (a message may quote its input). */
export type DispatchLog = (entry: { traceId: string; call: string; error: string; frames: string[] }) => void;

export type DispatcherOptions<C extends CallMap> = {
  calls: C;
  handlers: Handlers<C>;
  trusted: (sender: Sender) => boolean;
  newId: () => string;
  log: DispatchLog;
  /** The failure behind an exception that is bad luck and no bug, such as a full disk; null for a bug. */
  knownFailure?: (error: unknown) => { ok: false; failure: Failure } | null;
};

export type Dispatcher = {
  dispatch: (sender: Sender, json: string) => Promise<string>;
  /** Aborts what a closed window was waiting for. */
  forgetWindow: (windowId: string) => void;
  /** Resolves when no call is under way: closing waits for pending writes. */
  idle: () => Promise<void>;
};

/** Longest message taken from a page, and longest answer given to it, in bytes of UTF-8. */
export const maxInputBytes = 1_048_576;
export const maxOutputBytes = 262_144;

type Unchecked = (input: unknown, context: CallContext) => unknown;

/** Builds the dispatcher. `dispatch(sender, '{"name":"app.state","input":{}}')` gives `{"ok":true,"value":…}`. */
export function createDispatcher<C extends CallMap>(options: DispatcherOptions<C>): Dispatcher {
  const windows = new Map<string, AbortController>();
  const underWay = new Set<Promise<string>>();

  const signalOf = (windowId: string): AbortSignal => {
    const known = windows.get(windowId);
    if (known && !known.signal.aborted) return known.signal;
    const fresh = new AbortController();
    windows.set(windowId, fresh);
    return fresh.signal;
  };

  const answer = async (sender: Sender, json: unknown, traceId: string): Promise<string> => {
    if (!isTrusted(options.trusted, sender)) return refusal('untrustedSender', traceId);
    if (typeof json !== 'string') return refusal('invalidInput', traceId);
    if (json.length > maxInputBytes || Buffer.byteLength(json) > maxInputBytes)
      return refusal('tooLarge', traceId);
    const envelope = readEnvelope(json);
    if (!envelope) return refusal('invalidInput', traceId);
    const { name } = envelope;
    const definition = Object.hasOwn(options.calls, name) ? options.calls[name] : undefined;
    const handler = Object.hasOwn(options.handlers, name) ? (options.handlers[name] as Unchecked) : undefined;
    if (!definition || !handler) return refusal('unknownCall', traceId);
    try {
      const input = definition.input.safeParse(envelope.input);
      if (!input.success) return refusal('invalidInput', traceId, fieldsOf(input.error));
      const context = { windowId: sender.windowId, traceId, signal: signalOf(sender.windowId) };
      return checkedAnswer(definition, await handler(input.data, context), traceId);
    } catch (error) {
      tell(options.log, traceId, name, error);
      const known = options.knownFailure?.(error) ?? null;
      return known === null ? refusal('internal', traceId) : checkedAnswer(definition, known, traceId);
    }
  };

  return {
    dispatch(sender, json) {
      const work = answer(sender, json, freshId(options.newId));
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
    forgetWindow(windowId) {
      windows.get(windowId)?.abort();
      windows.delete(windowId);
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
  };
}

function checkedAnswer(definition: CallDefinition, raw: unknown, traceId: string): string {
  const result = raw as Answer<unknown> | null | undefined;
  if (result?.ok === false) {
    const failure = failureSchema.safeParse({
      ...result.failure,
      traceId: result.failure.traceId || traceId,
    });
    return failure.success
      ? within({ ok: false, failure: failure.data }, traceId)
      : refusal('invalidOutput', traceId);
  }
  const value = result?.ok === true ? definition.output.safeParse(result.value) : undefined;
  return value?.success
    ? within({ ok: true, value: value.data }, traceId)
    : refusal('invalidOutput', traceId);
}

function within(result: Answer<unknown>, traceId: string): string {
  const json = JSON.stringify(result);
  return Buffer.byteLength(json) > maxOutputBytes ? refusal('tooLarge', traceId) : json;
}

/** Names of the fields that were refused, never their values. */
function fieldsOf(error: z.ZodError): Failure['details'] {
  const fields = error.issues.slice(0, 10).map((issue) => issue.path.join('.').slice(0, 80));
  return { fields: [...new Set(fields)].join(',') };
}

function refusal(code: FailureCode, traceId: string, details?: Failure['details']): string {
  return JSON.stringify(fail(code, { traceId, ...(details ? { details } : {}) }));
}

function isTrusted(trusted: (sender: Sender) => boolean, sender: Sender): boolean {
  try {
    return trusted(sender) === true;
  } catch {
    return false;
  }
}

function freshId(newId: () => string): string {
  try {
    return newId();
  } catch {
    return 'no-trace';
  }
}

function tell(log: DispatchLog, traceId: string, call: string, error: unknown): void {
  try {
    const known = error instanceof Error;
    const frames = known ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    log({
      traceId,
      call,
      error: known ? error.name : typeof error,
      frames: frames.slice(0, 12).map((f) => f.trim()),
    });
  } catch {
    // A log that fails must not turn an answer into a throw.
  }
}
