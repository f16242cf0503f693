// Sends a message and waits for its answer: thirty seconds in all. It leaves again only where the platform says that it should, or where no
// connection was made: with a new timestamp and a new signature, under the same ticket (contract §11.5).
import type { CbssOutcome, TransportReason } from '../../../preload/contract/cbss-answer.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { HttpOutcome, HttpPort, HttpRequest } from '../../platform/http.ts';
import { mostBytes } from './guard-xml.ts';

/** For the whole, pauses and all. */
export const totalMs = 30_000;
/** Milliseconds before the first, second and third time again. */
export const pausesMs = [500, 1_000, 2_000] as const;

/** Nothing left: made again, it may well succeed. */
const worthAgain: readonly string[] = ['offline', 'nameNotResolved', 'connectionRefused', 'connectionLost'];

export type Sending = {
  http: Pick<HttpPort, 'fetch'>;
  url: string;
  /** Shown when the connection is made. */
  client?: HttpRequest['client'];
  soapAction: string;
  /** Fresh for every try. */
  message(): Promise<Result<string>>;
  read(answer: { bytes: Uint8Array; status: number; contentType: string }): Promise<CbssOutcome>;
  /** Of each answer, in its own words. */
  noteDate?(date: string | undefined): void;
  /** Milliseconds on a clock that never goes back. */
  monotonic(): number;
  pause(ms: number): Promise<void>;
  signal?: AbortSignal;
};

export type Sent = {
  outcome: CbssOutcome;
  tries: number;
  /** As it left last. */
  message: string;
  status: number | null;
  response: Uint8Array | null;
};

/** Failures: those of signing. What the network and the service do is an outcome. */
export async function sendMessage(sending: Sending): Promise<Result<Sent>> {
  const { http, url, soapAction, signal } = sending;
  const end = sending.monotonic() + totalMs;
  for (let tries = 1; ; tries += 1) {
    const message = await sending.message();
    if (!message.ok) return message;
    const left = await http.fetch({
      method: 'POST',
      url,
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${soapAction}"`,
        accept: 'text/xml',
      },
      body: message.value,
      timeoutMs: Math.max(1, end - sending.monotonic()),
      maxBytes: mostBytes,
      ...(sending.client === undefined ? {} : { client: sending.client }),
      ...(signal === undefined ? {} : { signal }),
    });
    const outcome = await sorted(sending, left);
    const pause = pausesMs[tries - 1];
    const again = pause !== undefined && mayGoAgain(left, outcome) && signal?.aborted !== true;
    if (!again || sending.monotonic() + pause >= end)
      return {
        ok: true,
        value: {
          ...{ outcome, tries, message: message.value },
          status: 'status' in left ? (left.status ?? null) : null,
          response: left.kind === 'answer' ? left.body : null,
        },
      };
    await sending.pause(pause);
  }
}

function mayGoAgain(left: HttpOutcome, outcome: CbssOutcome): boolean {
  if (left.kind === 'notSent') return worthAgain.includes(left.reason);
  return outcome.layer === 'platform' && outcome.code === 'SOA-02002';
}

async function sorted(sending: Sending, left: HttpOutcome): Promise<CbssOutcome> {
  if (left.kind === 'answer') {
    const { body: bytes, status, headers } = left;
    sending.noteDate?.(headers['date']);
    return sending.read({ bytes, status, contentType: headers['content-type'] ?? '' });
  }
  const reason: TransportReason = left.reason === 'halfBody' ? 'truncated' : left.reason;
  return {
    ...{ layer: 'transport', reason, mayHaveHappened: left.kind === 'unknown' },
    status: left.kind === 'unknown' ? (left.status ?? null) : null,
    ...{ line: null, finding: null },
  };
}
