// One exchange over an undici dispatcher, watching the moment at which the request begins to be written.
import type { Dispatcher } from 'undici';
import { codesOf, DEFAULT_MAX_BYTES, type HttpOutcome, type HttpRequest, notSentReason } from './http.ts';

type State = {
  started: boolean;
  status: number | undefined;
  headers: Record<string, string>;
  chunks: Buffer[];
  bytes: number;
};
type Stop = 'timeout' | 'cancelled' | 'tooLarge';

/** Sends one request and says how it ended. */
export function exchange(dispatcher: Dispatcher, request: HttpRequest): Promise<HttpOutcome> {
  const url = new URL(request.url);
  if (request.signal?.aborted) return Promise.resolve({ kind: 'notSent', reason: 'cancelled' });
  return new Promise((resolve) => {
    const state: State = { started: false, status: undefined, headers: {}, chunks: [], bytes: 0 };
    const max = request.maxBytes ?? DEFAULT_MAX_BYTES;
    let controller: Dispatcher.DispatchController | undefined;
    let done = false;
    const finish = (outcome: HttpOutcome): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const stop = (why: Stop): void => {
      finish(stopped(state, why));
      controller?.abort(new Error(why));
    };
    const onAbort = () => stop('cancelled');
    const timer = setTimeout(() => stop('timeout'), request.timeoutMs);
    request.signal?.addEventListener('abort', onAbort, { once: true });
    dispatcher.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        headers: { 'accept-encoding': 'identity', ...request.headers },
        body: request.body ?? null,
      },
      {
        onRequestStart(given) {
          controller = given;
          // Given up while waiting for a free connection: it must not leave any more.
          if (done) given.abort(new Error('given up'));
          else state.started = true;
        },
        onResponseStart(_controller, status, headers) {
          state.status = status;
          state.headers = flat(headers);
        },
        onResponseData(_controller, chunk) {
          state.bytes += chunk.length;
          if (state.bytes > max) stop('tooLarge');
          else state.chunks.push(chunk);
        },
        onResponseEnd: () => finish(answer(state)),
        onResponseError: (_controller, error) => finish(failed(state, error)),
      },
    );
  });
}

function answer({ status = 0, headers, chunks }: State): HttpOutcome {
  return { kind: 'answer', status, headers, body: new Uint8Array(Buffer.concat(chunks)) };
}

function stopped(state: State, why: Stop): HttpOutcome {
  if (!state.started && why !== 'tooLarge') return { kind: 'notSent', reason: why };
  return unknown(state, why);
}

function failed(state: State, error: Error): HttpOutcome {
  if (!state.started) return { kind: 'notSent', reason: notSentReason(error) };
  if (state.status !== undefined) return unknown(state, 'halfBody');
  return unknown(state, codesOf(error).includes('UND_ERR_HEADERS_TIMEOUT') ? 'timeout' : 'connectionLost');
}

function unknown(state: State, reason: Stop | 'halfBody' | 'connectionLost'): HttpOutcome {
  return { kind: 'unknown', reason, ...(state.status === undefined ? {} : { status: state.status }) };
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) out[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return out;
}
