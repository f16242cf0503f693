// Asks the service for the presences of an employer in a period, page by page, and keeps them.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { routeOn } from '../employers/route-of.ts';
import { recordAct } from '../history/record-act.ts';
import { createConnections } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { transaction } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { followPending } from './follow-pending.ts';
import { presenceContract, presencesPerPage, searchPresences, type WirePresence } from './presence-api.ts';
import { keepPresence } from './presence-store.ts';
import { noteLookUp } from './site-day-store.ts';

/** The service takes at most 31 days at once. [assumed, as the SOAP service] */
export const mostDays = 31;
/** No employer has more in a month; a service that never ends its pages is stopped here. */
const mostPages = 400;

type Asked = HandlerInput<'presence.lookUp'>;

export const daysOf = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/**
 * Failures: notFound, refusedByRule (`details.rules` PRS-PERIOD), those of the route and the token, notSupportedHere without
 * an address, those of the service. Pages that came before a failure are kept: they are true.
 */
export async function lookUp(
  session: Session,
  asked: Asked,
  run: JobRun,
): Promise<Result<{ found: number }>> {
  const days = daysOf(asked.from, asked.to);
  if (days < 1 || days > mostDays) return fail('refusedByRule', { details: { rules: 'PRS-PERIOD' } });
  const employer = findEmployer(session.db, asked.employerId);
  if (employer === null) return fail('notFound');
  const baseUrl = session.environment.services.checkInAndOutAtWork.baseUrl?.value ?? '';
  if (baseUrl === '') return fail('notSupportedHere', { details: { reason: 'noAddress' } });
  const { enterpriseNumber } = employer;
  const opened = createConnections(tokenSource(session), (employerId) => {
    const route = routeOn(session.db, employerId, 'checkInAndOutAtWork', session.businessDate());
    if (!route.ok) return route;
    const scope = scopeFor(session.environment, route.value, 'checkInAndOutAtWork');
    return ok({ accountId: route.value.accountId, scope });
  }).of({ employer_id: asked.employerId, enterprise_number: enterpriseNumber });
  if (!opened.ok) return opened;
  let found = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    if (run.signal.aborted) return fail('cancelled');
    const search = { ...asked, enterpriseNumber, page };
    const outcome = await calling(opened.value, session, (call) =>
      searchPresences({ ...call, signal: run.signal }, baseUrl, search),
    );
    // A reading changes nothing, so whatever went wrong it may be asked again.
    if (outcome.kind !== 'answer') return { ok: false, failure: { ...outcome.failure, retry: 'safe' } };
    const { presences, total } = outcome.value;
    keepPage(session, asked.employerId, presences);
    found += presences.length;
    run.progress(found, total);
    if (presences.length === 0 || page * presencesPerPage >= total) break;
  }
  noteDone(session, asked, found);
  const followed = { employerId: asked.employerId, connection: opened.value, baseUrl };
  // A second one would ask about the same registrations: refused where one is under way.
  session.jobs.start('presenceFollow', (following) => followPending(session, followed, following));
  return ok({ found });
}

/** A page is one short transaction: five hundred rows take a few milliseconds. */
function keepPage(session: Session, employerId: string, presences: readonly WirePresence[]): void {
  const readAt = session.clock.now().toISOString();
  const kept = transaction(session.db, () =>
    presences.map((presence) => keepPresence(session.db, employerId, presence, readAt)),
  );
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
