// The page's only way out: one JSON string to main and back, typed from the contract. It never throws.
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../preload/contract/index.ts';
import type { Failure, Result } from '../preload/contract/result.ts';

export type Transport = {
  call(json: string): Promise<string>;
  on(listener: (json: string) => void): () => void;
  take?(files: ArrayLike<File>): Promise<string>;
};

declare global {
  interface Window {
    sociodesk?: Transport;
  }
}

type Listener = (name: EventName, payload: unknown) => void;

const listeners = new Set<Listener>();
let subscribed = false;

const border = (code: Failure['code'], retry: Failure['retry']): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, retry, traceId: '' },
});

/** Asks main. A lost bridge leaves open what became of an act: its failure says `unknown`. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  const transport = window.sociodesk;
  if (transport === undefined) return border('ownerUnreachable', 'safe');
  try {
    return JSON.parse(await transport.call(JSON.stringify({ name, input }))) as Result<CallOutput<N>>;
  } catch {
    return border('ownerUnreachable', 'unknown');
  }
}

/** Hands dropped files to main, which knows their paths: here they are a name, a size and a short-lived id. */
export async function takeFiles(files: ArrayLike<File>): Promise<Result<CallOutput<'file.pick'>[]>> {
  const taken = window.sociodesk?.take?.(files);
  if (taken === undefined) return border('ownerUnreachable', 'safe');
  try {
    return JSON.parse(await taken) as Result<CallOutput<'file.pick'>[]>;
  } catch {
    return border('ownerUnreachable', 'safe');
  }
}

function receive(json: string): void {
  const message = JSON.parse(json) as { name: EventName; payload: unknown };
  for (const listener of listeners) listener(message.name, message.payload);
}

/** Hears every event of main; returns how to stop. */
export function onAnyEvent(listener: Listener): () => void {
  if (!subscribed && window.sociodesk !== undefined) {
    subscribed = true;
    window.sociodesk.on(receive);
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears one event of main; returns how to stop. */
export function onEvent<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return onAnyEvent((heard, payload) => {
    if (heard === name) listener(payload as EventPayload<N>);
  });
}
