// What an answer of the FLA that is not a success means: wait, renew the token, stop, refused, or nobody knows.
// Problems follow RFC 9457 with the URN types of the BelgIF guide, the older `invalidParams` form included.
import { z } from 'zod';
import { type Failure, type FailureCode, fail } from '../../preload/contract/result.ts';
import type { HttpAnswer } from '../platform/http.ts';
import { longestWait, retryAfterSeconds } from '../platform/retry-after.ts';

export type FlaIssue = { name: string; detail: string };
export type FlaRefusal =
  /** Nothing was done; all may try again, not before `retryAt` if it is given. `mayHaveHappened`: a 503 may hide a success. */
  | { kind: 'wait'; failure: Failure; retryAt: Date | null; mayHaveHappened: boolean }
  | { kind: 'token'; failure: Failure }
  /** This worker-year was refused as a whole. */
  | { kind: 'refused'; failure: Failure; issues: FlaIssue[] }
  /** Nothing can be sent at all at present. */
  | { kind: 'stop'; failure: Failure }
  | { kind: 'unknown'; failure: Failure };

const text = z.string().catch('');
const issueSchema = z.looseObject({ name: text, title: text, detail: text, value: z.unknown() });
const problemSchema = z.looseObject({
  type: text,
  title: text,
  detail: text,
  retryAfterSec: z.number().optional().catch(undefined),
  issues: z.array(issueSchema).max(1_000).optional().catch(undefined),
  invalidParams: z.array(issueSchema).max(1_000).optional().catch(undefined),
});
type Problem = z.infer<typeof problemSchema>;

/** `traceId`: the service's own, for its help desk. */
export function refusalOf(answer: HttpAnswer, now: Date): FlaRefusal {
  const problem = problemOf(answer);
  const traceId = (answer.headers['belgov-trace-id'] ?? '').slice(0, 64);
  const failure = (code: FailureCode, retry: Failure['retry'] = 'never'): Failure =>
    fail(code, { retry, traceId, details: { status: answer.status } }).failure;
  const ends = (suffix: string): boolean => problem?.type.endsWith(suffix) === true;
  switch (answer.status) {
    case 401:
      return { kind: 'token', failure: failure('tokenExpired', 'safe') };
    case 403:
      if (ends(':registrationClosed')) return { kind: 'stop', failure: failure('serviceReadOnly') };
      if (ends(':missingScope')) return { kind: 'stop', failure: failure('permissionMissing') };
      // A page that forbids is not the service's word on a mandate.
      return problem === null
        ? { kind: 'unknown', failure: failure('unexpectedAnswer', 'unknown') }
        : { kind: 'refused', failure: failure('mandateMissing'), issues: issuesOf(problem) };
    case 410:
      return { kind: 'stop', failure: failure('serviceClosed') };
    case 412:
      // The set is no longer the one that was read: nothing was done, and it is read again.
      return { kind: 'wait', failure: failure('conflict', 'safe'), retryAt: null, mayHaveHappened: false };
    case 409:
    case 429:
    case 503: {
      const code = answer.status === 429 ? 'tooManyRequests' : 'serviceUnavailable';
      const mayHaveHappened = answer.status === 503;
      return {
        kind: 'wait',
        failure: failure(code, 'safe'),
        retryAt: retryAt(answer, problem, now),
        mayHaveHappened,
      };
    }
    case 404:
      if (ends(':serviceClosed')) return { kind: 'stop', failure: failure('serviceClosed') };
      return problem === null
        ? { kind: 'unknown', failure: failure('unexpectedAnswer', 'unknown') }
        : { kind: 'refused', failure: failure('notFound'), issues: issuesOf(problem) };
    case 413:
      return { kind: 'refused', failure: failure('tooLarge'), issues: [] };
    case 400:
    case 405:
    case 406:
    case 415:
    case 422:
      return problem === null
        ? { kind: 'unknown', failure: failure('unexpectedAnswer', 'unknown') }
        : { kind: 'refused', failure: failure('unexpectedAnswer'), issues: issuesOf(problem) };
    default:
      return { kind: 'unknown', failure: failure('outcomeUnknown', 'unknown') };
  }
}

/** Null where it is not the service that speaks: its problems have a URN as type, those of a gateway or a proxy do not. */
function problemOf(answer: HttpAnswer): Problem | null {
  if (!/json/i.test(answer.headers['content-type'] ?? '')) return null;
  try {
    const problem = problemSchema.parse(JSON.parse(new TextDecoder().decode(answer.body)));
    return problem.type.startsWith('urn:') ? problem : null;
  } catch {
    return null;
  }
}

const issuesOf = (problem: Problem | null): FlaIssue[] =>
  (problem?.issues ?? problem?.invalidParams ?? []).map((issue) => ({
    name: issue.name.slice(0, 200),
    detail: (issue.detail || issue.title).slice(0, 500),
  }));

/** `Retry-After`, else the problem's own seconds; null when the service gave none. */
function retryAt(answer: HttpAnswer, problem: Problem | null, now: Date): Date | null {
  const seconds = retryAfterSeconds(answer.headers, now) ?? problem?.retryAfterSec ?? null;
  return seconds === null
    ? null
    : new Date(now.getTime() + Math.max(0, Math.min(seconds, longestWait)) * 1_000);
}
