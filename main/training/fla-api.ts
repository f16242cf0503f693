// The two calls of the FLA that the register uses: read the set of a worker-year, and replace it. Wire shape to domain and
// back, nothing else: what to do about an outcome is the outbox's business.
import { z } from 'zod';
import { type Failure, type FailureCode, fail } from '../../preload/contract/result.ts';
import type { HttpAnswer, HttpOutcome, HttpPort, NotSentReason } from '../platform/http.ts';
import type { Secret } from '../platform/secret.ts';
import { type Anomaly, anomalyOf } from './fla-anomaly.ts';
import { type FlaRefusal, refusalOf } from './fla-problem.ts';
import type { WireTraining } from './fla-wire.ts';

/** The contract under which history events are kept. */
export const flaContract = 'fla-employer/1';
/** For a whole exchange, in milliseconds. */
const timeoutMs = 60_000;
/** Of the first attempts, where patience grows: given up, a replacing is asked about and not repeated blindly. */
const readingMs = 10_000;
const replacingMs = 15_000;
const maxBytes = 8 * 1024 * 1024;

export type WorkerYearAddress = { baseUrl: string; enterpriseNumber: string; insz: string; year: number };
export type FlaCall = {
  http: HttpPort;
  token: Secret<string>;
  now: Date;
  traceId: string;
  signal?: AbortSignal;
  /** How many times as long as a first attempt it may take; as long as any call may when absent. */
  patience?: number;
};

export type FlaOutcome<T> =
  /** `version`: the service's mark of what it showed (a strong ETag), where it gives one. */
  | { kind: 'answer'; value: T; text: string; version?: string }
  /** It never left: trying again is harmless. */
  | { kind: 'notSent'; failure: Failure }
  | FlaRefusal;

export type SetResult = {
  externalReference: string;
  state: 'accepted' | 'acceptedWithWarnings' | 'refused';
  anomalies: Anomaly[];
};

const collectionSchema = z.looseObject({
  items: z.array(z.looseObject({ externalReference: z.string().min(1).max(64) })).max(5_000),
  total: z.number().optional(),
  next: z.unknown().optional(),
});
const resultSchema = z.looseObject({
  items: z
    .array(
      z.looseObject({
        externalReference: z.string().max(64),
        state: z.enum(['accepted', 'acceptedWithWarnings', 'refused']),
        anomalies: z.array(z.unknown()).max(500).default([]),
      }),
    )
    .max(5_000),
});

/** Reads what stands at the service. A worker-year that it does not know is an empty set. */
export async function readSet(
  call: FlaCall,
  address: WorkerYearAddress,
): Promise<FlaOutcome<WireTraining[]>> {
  const outcome = await call.http.fetch({
    ...requestOf(call, address),
    method: 'GET',
    timeoutMs: timeFor(call, readingMs),
  });
  const read = interpreted(outcome, call.now, wholeSetOf);
  return read.kind === 'refused' && read.failure.code === 'notFound'
    ? { kind: 'answer', value: [], text: '{"items":[]}' }
    : read;
}

/** Throws where it is a part only: replaced by what is known of a part, the rest would be gone. */
function wholeSetOf(json: unknown): WireTraining[] {
  const { items, total, next } = collectionSchema.parse(json);
  if ((total ?? items.length) !== items.length || (next ?? null) !== null)
    throw new RangeError('a part of a set');
  return items;
}

/**
 * Replaces the set by `body`, the JSON text that was frozen before. `version`: only if the set is still the one that was read
 * (RFC 9110 §13.1.1); a service that gives no mark is asked without.
 */
export async function replaceSet(
  call: FlaCall,
  address: WorkerYearAddress,
  body: string,
  version: string | null = null,
): Promise<FlaOutcome<SetResult[]>> {
  const request = requestOf(call, address);
  const outcome = await call.http.fetch({
    ...request,
    method: 'PUT',
    timeoutMs: timeFor(call, replacingMs),
    headers: {
      ...request.headers,
      'content-type': 'application/json',
      ...(version === null ? {} : { 'if-match': version }),
    },
    body,
  });
  return interpreted(outcome, call.now, (json) =>
    resultSchema.parse(json).items.map(({ externalReference, state, anomalies }) => ({
      externalReference,
      state,
      anomalies: anomalies.map(anomalyOf),
    })),
  );
}

export function urlOf({ baseUrl, enterpriseNumber, insz, year }: WorkerYearAddress): string {
  return `${baseUrl}/employers/${enterpriseNumber}/employees/${insz}/calendarYears/${year}/trainings`;
}

const timeFor = ({ patience }: FlaCall, first: number): number =>
  patience === undefined ? timeoutMs : Math.min(timeoutMs, first * patience);

const requestOf = (call: FlaCall, address: WorkerYearAddress) => requestTo(call, urlOf(address));

/** What every call to the service carries, whatever it asks for. */
export const requestTo = (call: FlaCall, url: string) => ({
  url,
  headers: {
    authorization: `Bearer ${call.token.reveal()}`,
    accept: 'application/json, application/problem+json',
    'belgov-trace-id': call.traceId,
  },
  timeoutMs,
  maxBytes,
  ...(call.signal ? { signal: call.signal } : {}),
});

const notSentCodes: Record<NotSentReason, FailureCode> = {
  offline: 'offline',
  nameNotResolved: 'nameNotResolved',
  connectionRefused: 'connectionRefused',
  tlsNotTrusted: 'tlsNotTrusted',
  proxyRefused: 'proxyRefused',
  connectionLost: 'offline',
  timeout: 'timeout',
  cancelled: 'cancelled',
};

/** An outcome of the network as the rules on trainings see it; `parse` throws where it is no answer to the request. */
export function interpreted<T>(outcome: HttpOutcome, now: Date, parse: (json: unknown) => T): FlaOutcome<T> {
  if (outcome.kind === 'notSent')
    return { kind: 'notSent', failure: fail(notSentCodes[outcome.reason], { retry: 'safe' }).failure };
  if (outcome.kind === 'unknown')
    return {
      kind: 'unknown',
      failure: fail('outcomeUnknown', { retry: 'unknown', details: { reason: outcome.reason } }).failure,
    };
  if (outcome.status < 200 || outcome.status > 299) return refusalOf(outcome, now);
  return parsed(outcome, parse);
}

/** A success that cannot be read may still have been a success. */
function parsed<T>(answer: HttpAnswer, parse: (json: unknown) => T): FlaOutcome<T> {
  const text = new TextDecoder().decode(answer.body);
  try {
    const version = answer.headers['etag'];
    const strong = version !== undefined && /^"[^"]{1,200}"$/.test(version);
    return { kind: 'answer', value: parse(JSON.parse(text)), text, ...(strong ? { version } : {}) };
  } catch {
    const traceId = (answer.headers['belgov-trace-id'] ?? '').slice(0, 64);
    return { kind: 'unknown', failure: fail('unexpectedAnswer', { retry: 'unknown', traceId }).failure };
  }
}
