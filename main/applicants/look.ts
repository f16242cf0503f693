// One look at the service for the requests of an employer: call after call until one fails, which ends it for now.
import type { Failure } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import type { FlaCall, FlaOutcome } from '../training/fla-api.ts';
import type { ApplicantLine } from './applicant-line.ts';
import type { Parties } from './citizen-mandate-api.ts';
import type { Page } from './wire-page.ts';

export type LookEnd = { failure: Failure; retryAt: Date | null };
export type Look = {
  session: Session;
  line: ApplicantLine;
  parties: Parties;
  signal: AbortSignal;
  /** Null where there is no answer; after a failure nothing leaves any more. `gone`: the service knows no such thing. */
  call<T>(act: (call: FlaCall, baseUrl: string) => Promise<FlaOutcome<T>>): Promise<T | null | 'gone'>;
  failed(): LookEnd | null;
};

/** `mayLeave`: waits until the next call may leave; false ends the look. */
export function beginLook(
  session: Session,
  line: ApplicantLine,
  parties: Parties,
  signal: AbortSignal,
  mayLeave: () => Promise<boolean>,
): Look {
  let failed: LookEnd | null = null;
  return {
    ...{ session, line, parties, signal },
    failed: () => failed,
    async call(act) {
      if (failed !== null || signal.aborted || !(await mayLeave())) return null;
      const outcome = await line.mandates.ask((call) => act({ ...call, signal }, line.mandates.baseUrl));
      if (outcome.kind === 'answer') {
        noteSkipped(session, outcome.value);
        return outcome.value;
      }
      if (outcome.kind === 'refused' && outcome.failure.code === 'notFound') return 'gone';
      failed = { failure: outcome.failure, retryAt: outcome.kind === 'wait' ? outcome.retryAt : null };
      return null;
    },
  };
}

/** Only how many: whatever they hold is somebody's. */
function noteSkipped({ log }: Session, answer: unknown): void {
  const skipped = typeof answer === 'object' && answer !== null && 'skipped' in answer ? answer.skipped : 0;
  if (typeof skipped === 'number' && skipped > 0) log.warn('applicant.itemsSkipped', { skipped });
}

/** Most pages of one search: what is older was settled long ago. */
const mostPages = 30;
const pageRows = 100;

/** All pages, or null where one did not come. */
export async function allPages<T>(
  look: Look,
  act: (page: number) => (call: FlaCall, baseUrl: string) => Promise<FlaOutcome<Page<T>>>,
): Promise<T[] | null> {
  const found: T[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await look.call(act(page));
    if (answer === null || answer === 'gone') return null;
    found.push(...answer.items);
    if (answer.items.length + answer.skipped === 0 || page * pageRows >= answer.total) return found;
  }
  return found;
}

/** The newest pages first, as the service shows the oldest first, until `enough` says so. Null where one did not come. */
export async function newestPages<T>(
  look: Look,
  act: (page: number) => (call: FlaCall, baseUrl: string) => Promise<FlaOutcome<Page<T>>>,
  enough: (found: readonly T[]) => boolean,
): Promise<T[] | null> {
  const first = await look.call(act(1));
  if (first === null || first === 'gone') return null;
  const found = [...first.items];
  const last = Math.ceil(first.total / pageRows);
  for (let page = last; page > 1 && page > last - mostPages && !enough(found); page -= 1) {
    const answer = await look.call(act(page));
    if (answer === null || answer === 'gone') return null;
    found.push(...answer.items);
  }
  return found;
}
