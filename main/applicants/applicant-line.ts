// The way to the two services of citizens' data for an employer: over one account, with a token for each. What an answer says of the
// Circle of Trust and of the employer's mandate is kept as it comes.
import { type Failure, fail, ok, type Result } from '../../preload/contract/result.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import { tokenSource } from '../accounts/token-source.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { noteMandateAnswer } from '../employers/mandate-of.ts';
import { type RouteToTake, routeOn } from '../employers/route-of.ts';
import { type Connection, createConnections } from '../outbox/connection.ts';
import { calling } from '../outbox/send-worker-year.ts';
import { transaction } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import type { Session } from '../platform/session.ts';
import type { FlaCall, FlaOutcome } from '../training/fla-api.ts';
import { type CircleState, circleOf, noteCircle } from './circle-store.ts';

export type CitizenService = 'citizenMandates' | 'citizenData';

export type Side = {
  baseUrl: string;
  /** One call with a token; with a fresh one where the service no longer takes it. */
  ask<T>(act: (call: FlaCall) => Promise<FlaOutcome<T>>): Promise<FlaOutcome<T>>;
};
export type ApplicantLine = {
  employerId: string;
  enterpriseNumber: string;
  /** Who asks for the employer; null: the employer itself. */
  mandataryNumber: string | null;
  mandates: Side;
  data: Side;
};

/**
 * Failures: notFound, routeMissing and permissionMissing as the route has them, notSupportedHere (`details.reason` noAddress,
 * `details.service`).
 */
export function applicantLine(session: Session, employerId: string): Result<ApplicantLine> {
  const employer = findEmployer(session.db, employerId);
  if (employer === null) return fail('notFound');
  const { enterpriseNumber } = employer;
  if (enterpriseNumber === null || enterpriseNumber === '')
    return fail('routeMissing', { details: { kind: 'noEnterpriseNumber', service: 'citizenData' } });
  const route = routeOn(session.db, employerId, 'citizenData', session.businessDate());
  if (!route.ok) return route;
  const who = { employerId, enterpriseNumber, route: route.value };
  const mandates = sideOf(session, who, 'citizenMandates');
  if (!mandates.ok) return mandates;
  const data = sideOf(session, who, 'citizenData');
  if (!data.ok) return data;
  const mandataryNumber = route.value.kind === 'mandatary' ? route.value.enterpriseNumber : null;
  return ok({ employerId, enterpriseNumber, mandataryNumber, mandates: mandates.value, data: data.value });
}

type Who = { employerId: string; enterpriseNumber: string; route: RouteToTake };

function sideOf(session: Session, who: Who, service: CitizenService): Result<Side> {
  const baseUrl = session.environment.services[service].baseUrl?.value ?? '';
  if (baseUrl === '') return fail('notSupportedHere', { details: { reason: 'noAddress', service } });
  const opened = connectionOf(session, who, service);
  if (!opened.ok) return opened;
  return ok({
    baseUrl,
    async ask(act) {
      const outcome = told(session, who, await calling(opened.value, session, act));
      noteAnswer(session, who, outcome);
      return outcome;
    },
  });
}

const connections = new WeakMap<Session, Map<string, Connection>>();

/** One for each account and scope, so that both services share a token where one will do. */
function connectionOf(
  session: Session,
  { employerId, enterpriseNumber, route }: Who,
  service: CitizenService,
) {
  const known = connections.get(session) ?? new Map<string, Connection>();
  connections.set(session, known);
  const scope = citizenScope(session.environment, route, service);
  const name = `${route.accountId} ${scope ?? ''}`;
  const open = known.get(name);
  if (open !== undefined) return ok(open);
  const made = createConnections(tokenSource(session), () => ok({ accountId: route.accountId, scope })).of({
    employer_id: employerId,
    enterprise_number: enterpriseNumber,
  });
  if (made.ok) known.set(name, made.value);
  return made;
}

/**
 * None unless a person set one (rest-services §13); of several that were set, the one of this service alone.
 */
export function citizenScope(
  environment: Environment,
  account: Pick<RouteToTake, 'quality' | 'scopes'>,
  service: CitizenService,
): string | null {
  const set = scopeFor(environment, account, 'citizenData');
  const { citizenMandates, citizenData } = environment.services;
  const own = service === 'citizenMandates' ? citizenMandates.scopes.manage : citizenData.scopes.consult;
  return set !== null && own !== null && set.split(' ').includes(own.value) ? own.value : set;
}

/** Signs of a token that the service grants nothing with, although the rights are ticked. */
const withoutScope = new Set<Failure['code']>(['permissionMissing', 'scopeRefused']);

/** A refusal in the words of these services: whose permission lacks, and what most likely stands in the way. */
function told<T>(session: Session, { route }: Who, outcome: FlaOutcome<T>): FlaOutcome<T> {
  if (outcome.kind === 'answer' || outcome.kind === 'notSent') return outcome;
  const { failure } = outcome;
  const own = route.kind === 'own' && failure.code === 'mandateMissing';
  if (own) return { ...outcome, failure: { ...failure, code: 'permissionMissing' } };
  // A service grants no scope before the acceptance: without a word of it that it was accepted, this is what to look at first.
  const refused = (outcome.kind === 'stop' || outcome.kind === 'token') && withoutScope.has(failure.code);
  if (refused && circleOf(session.db, route.enterpriseNumber) !== 'accepted') {
    const details = { ...failure.details, sure: false };
    return { kind: 'stop', failure: { ...failure, code: 'circleNotAccepted', details } };
  }
  return outcome;
}

function noteAnswer(session: Session, { employerId, route }: Who, outcome: FlaOutcome<unknown>): void {
  const circle = circleSaid(outcome);
  if (circle !== null && circleOf(session.db, route.enterpriseNumber) !== circle)
    transaction(session.db, () => noteCircle(session.db, route.enterpriseNumber, circle));
  const refuted = outcome.kind === 'refused' && outcome.failure.code === 'mandateMissing';
  if (route.kind !== 'mandatary' || (outcome.kind !== 'answer' && !refuted)) return;
  const at = { instant: session.clock.now().toISOString(), day: session.businessDate() };
  const answer = refuted ? 'refuted' : 'confirmed';
  if (!noteMandateAnswer(session.db, employerId, 'citizenData', answer, at)) return;
  session.changed('mandate.changed', [employerId]);
  session.changed('route.changed', [employerId]);
}

function circleSaid(outcome: FlaOutcome<unknown>): CircleState | null {
  if (outcome.kind === 'answer') return 'accepted';
  // Also where it is only what most likely stands in the way: the next answer corrects it.
  return outcome.kind === 'stop' && outcome.failure.code === 'circleNotAccepted' ? 'missing' : null;
}
