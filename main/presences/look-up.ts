// Asks the service for the presences of an employer in a period, page by page, and keeps them.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { noteMandateAnswer } from '../employers/mandate-of.ts';
import { recordAct } from '../history/record-act.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { transaction } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import type { FlaOutcome } from '../training/fla-api.ts';
import { startFollowing } from './follow-pending.ts';
import { daysOf, mostLookedUp, windowsOf } from './look-up-windows.ts';
import { presenceContract, presencesPerPage, searchPresences, type WirePresence } from './presence-api.ts';
import { type PresenceLine, presenceLine } from './presence-line.ts';
import { keepPresence } from './presence-store.ts';
import { type SearchTurn, searchTurns } from './search-turns.ts';
import { noteLookUp } from './site-day-store.ts';
import { takeToldNumbers } from './told-numbers.ts';
import { referencesOf } from './works-store.ts';

/** No employer has more in a month; a service that never ends its pages is stopped here. */
const mostPages = 400;

type Asked = HandlerInput<'presence.lookUp'>;

/**
 * Longer than the service takes at once it is asked in pieces. Failures: notFound, refusedByRule (`details.rules` PRS-PERIOD), those of the route and the token, notSupportedHere without
 * an address, those of the service. Pages that came before a failure are kept: they are true.
 */
export async function lookUp(
  session: Session,
  asked: Asked,
  run: JobRun,
): Promise<Result<{ found: number }>> {
  const days = daysOf(asked.from, asked.to);
  if (days < 1 || days > mostLookedUp) return fail('refusedByRule', { details: { rules: 'PRS-PERIOD' } });
  const employer = findEmployer(session.db, asked.employerId);
  if (employer === null) return fail('notFound');
  const baseUrl = session.environment.services.checkInAndOutAtWork.baseUrl?.value ?? '';
  if (baseUrl === '') return fail('notSupportedHere', { details: { reason: 'noAddress' } });
  const { enterpriseNumber } = employer;
  if (enterpriseNumber === null) return fail('routeMissing', { details: { kind: 'noEnterpriseNumber' } });
  const line = presenceLine(session, { employerId: asked.employerId, enterpriseNumber });
  if (!line.ok) return line;
  const references = referencesOf(session.db, asked.employerId);
  const { ownAccount } = line.value;
  const found = new Set<number>();
  const windows = windowsOf(asked.from, asked.to);
  for (const [at, { from, to }] of windows.entries()) {
    const before = found.size;
    const { withSubcontractors } = asked;
    const last = at === windows.length - 1;
    for (const turn of searchTurns({
      enterpriseNumber,
      from,
      to,
      withSubcontractors,
      ownAccount,
      references,
    })) {
      const search = { line: line.value, baseUrl, turn, found, before, last };
      const done = await searchAll(session, asked.employerId, search, run);
      if (!done.ok) return done;
    }
    // Piece by piece: what was asked before somebody stops it, or the service fails, is known.
    noteDone(session, { ...asked, from, to }, found.size - before);
  }
  startFollowing(session, { employerId: asked.employerId, connection: line.value.connection, baseUrl });
  return ok({ found: found.size });
}

type Search = {
  line: PresenceLine;
  baseUrl: string;
  turn: SearchTurn;
  found: Set<number>;
  /** Found in the pieces before this one; only in the last is it known how many there are in all. */
  before: number;
  last: boolean;
};

async function searchAll(
  session: Session,
  employerId: string,
  { line, baseUrl, turn, found, before, last }: Search,
  run: JobRun,
): Promise<Result<Record<string, never>>> {
  for (let page = 1; page <= mostPages; page += 1) {
    if (run.signal.aborted) return fail('cancelled');
    const outcome = await calling(line.connection, session, (call) =>
      searchPresences({ ...call, signal: run.signal }, baseUrl, { ...turn, page }),
    );
    if (!turn.withSubcontractors && page === 1) noteAnswer(session, employerId, outcome);
    // A reading changes nothing, so whatever went wrong it may be asked again.
    if (outcome.kind !== 'answer') return { ok: false, failure: { ...outcome.failure, retry: 'safe' } };
    const { presences, total } = outcome.value;
    keepPage(session, employerId, presences);
    for (const { id } of presences) found.add(id);
    run.progress(found.size, last && turn.reference === undefined ? before + total : null);
    if (presences.length === 0 || page * presencesPerPage >= total) break;
  }
  return ok({});
}

/** The client was named: an answer is the service's word that the mandate stands, a refusal that it does not. */
function noteAnswer(session: Session, employerId: string, outcome: FlaOutcome<unknown>): void {
  const refuted = outcome.kind === 'refused' && outcome.failure.code === 'mandateMissing';
  if (outcome.kind !== 'answer' && !refuted) return;
  const at = { instant: session.clock.now().toISOString(), day: session.businessDate() };
  const answer = refuted ? 'refuted' : 'confirmed';
  if (!noteMandateAnswer(session.db, employerId, 'checkInAndOutAtWork', answer, at)) return;
  session.changed('mandate.changed', [employerId]);
  session.changed('route.changed', [employerId]);
}

/** A page is one short transaction: five hundred rows take a few milliseconds. */
function keepPage(session: Session, employerId: string, presences: readonly WirePresence[]): void {
  const readAt = session.clock.now().toISOString();
  const kept = transaction(session.db, () => {
    const what = presences.map((presence) => keepPresence(session.db, employerId, presence, readAt));
    takeToldNumbers(session, presences);
    return what;
  });
  if (kept.some((what) => what !== 'same')) session.changed('presence.changed', []);
}

function noteDone(session: Session, asked: Asked, found: number): void {
  const { employerId, from, to, withSubcontractors } = asked;
  const askedAt = session.clock.now().toISOString();
  transaction(session.db, () => {
    const id = session.ids.newId();
    noteLookUp(session.db, { id, employerId, from, to, withSubcontractors, found, askedAt });
    recordAct(session, {
      employerId,
      kind: 'presence.fetched',
      subject: { kind: 'employer', id: employerId },
      contract: presenceContract,
      summary: from === to ? from : `${from} – ${to}`,
      payload: { from, to, withSubcontractors, found },
    });
  });
  session.changed('presence.changed', []);
}
