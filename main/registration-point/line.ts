// The way to the service for one employer, in the time that somebody stands before a screen: what does not leave within
// seconds does not leave at all.
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { routeOn } from '../employers/route-of.ts';
import { type Connection, type Connections, createConnections } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import type { HttpPort } from '../platform/http.ts';
import type { Session } from '../platform/session.ts';
import type { FlaCall, FlaOutcome } from '../training/fla-api.ts';
import type { ServiceWatch } from './service-watch.ts';

/** Milliseconds for a token, within which also everything before the sending has to be done. */
const tokenMs = 4_000;

export type Line = {
  employerId: string;
  enterpriseNumber: string;
  baseUrl: string;
  connection: Connection;
  /** The service takes what is sent again under our reference for the same registration. [assumed; off where it is not known] */
  keepsReferences: boolean;
  /** One call, given up after so many milliseconds. Without a token in time nothing left. */
  ask<T>(ms: number, act: (call: FlaCall) => Promise<FlaOutcome<T>>): Promise<FlaOutcome<T>>;
};

/** The accounts that are open on a session, so that a token is asked for once. */
export function pointConnections(session: Session): Connections {
  return createConnections(tokenSource(session), (employerId) => {
    const route = routeOn(session.db, employerId, 'checkInAndOutAtWork', session.businessDate());
    if (!route.ok) return route;
    const scope = scopeFor(session.environment, route.value, 'checkInAndOutAtWork');
    return ok({ accountId: route.value.accountId, scope });
  });
}

/** Failures: notFound, notSupportedHere (no address), those of the route. */
export function openLine(
  session: Session,
  { connections, watch }: { connections: Connections; watch: ServiceWatch },
  employerId: string,
): Result<Line> {
  const employer = findEmployer(session.db, employerId);
  if (employer === null) return fail('notFound');
  const baseUrl = session.environment.services.checkInAndOutAtWork.baseUrl?.value ?? '';
  if (baseUrl === '') return fail('notSupportedHere', { details: { reason: 'noAddress' } });
  const opened = connections.of({ employer_id: employerId, enterprise_number: employer.enterpriseNumber });
  if (!opened.ok) return opened;
  const connection = opened.value;
  return ok({
    employerId,
    enterpriseNumber: employer.enterpriseNumber ?? '',
    baseUrl,
    connection,
    keepsReferences: session.environment.presenceReferences === true,
    ask: (ms, act) =>
      inTime(session, connection, (call) => act({ ...call, http: quick(call.http, watch, ms) })),
  });
}

/** The same port, with less patience and an ear for what every answer tells. */
function quick(http: HttpPort, watch: ServiceWatch, ms: number): HttpPort {
  return {
    ...http,
    async fetch(request) {
      const outcome = await http.fetch({ ...request, timeoutMs: Math.min(ms, request.timeoutMs) });
      if (outcome.kind === 'answer') watch.saw(outcome);
      return outcome;
    },
  };
}

const failed = (code: Failure['code']): Failure => fail(code, { retry: 'safe' }).failure;

/** Asks, unless the token takes too long: then nothing leaves any more, also not when it comes after all. */
async function inTime<T>(
  session: Session,
  connection: Connection,
  act: (call: FlaCall) => Promise<FlaOutcome<T>>,
): Promise<FlaOutcome<T>> {
  const late: FlaOutcome<T> = { kind: 'notSent', failure: failed('timeout') };
  let asking = false;
  let over = false;
  const work = calling<T>(connection, session, async (call) => {
    if (over) return late;
    asking = true;
    const outcome = await act(call);
    asking = false;
    // A token that was refused after the time: there is none left to ask for another.
    return over && outcome.kind === 'token' ? { kind: 'stop', failure: outcome.failure } : outcome;
  });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<FlaOutcome<T>>((resolve) => {
    timer = setTimeout(() => {
      over = true;
      // What is on its way has a limit of its own.
      resolve(asking ? work : late);
    }, tokenMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
