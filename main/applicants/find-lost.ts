// What became of a request whose answer was lost: the service is asked by our own reference before anything is asked again.
import type { Failure } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import type { ApplicantLine } from './applicant-line.ts';
import { findByReference } from './citizen-mandate-api.ts';
import { questionOf, type RequestRow } from './request-store.ts';
import { applicantRuntime } from './runtime.ts';
import { settleState } from './settle-request.ts';

export type Lost =
  | { kind: 'found' }
  /** The service has none of this reference. */
  | { kind: 'notThere' }
  | { kind: 'failed'; failure: Failure };

/** Milliseconds before each look: what the network cut off may still be on its way through the service. */
const pauses = [0, 300, 900];

export async function findLost(
  session: Session,
  line: ApplicantLine,
  row: RequestRow,
  signal: AbortSignal,
): Promise<Lost> {
  const asked = questionOf(row);
  let last: Lost = { kind: 'notThere' };
  for (const ms of pauses) {
    if (ms > 0) await applicantRuntime(session).rest(ms, signal);
    if (signal.aborted) break;
    const outcome = await line.mandates.ask((call) =>
      findByReference({ ...call, signal }, line.mandates.baseUrl, asked, asked),
    );
    if (outcome.kind !== 'answer') {
      last = { kind: 'failed', failure: outcome.failure };
      if (outcome.kind === 'stop' || outcome.kind === 'refused' || outcome.kind === 'token') break;
      continue;
    }
    const { request: wire } = outcome.value;
    if (wire !== null) {
      settleState(session, row.id, wire);
      return { kind: 'found' };
    }
    last = { kind: 'notThere' };
  }
  return last;
}
