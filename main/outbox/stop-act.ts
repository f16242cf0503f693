// How far stopping something reaches, and the stopping itself.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Stop } from '../../preload/contract/routes.ts';
import { rightsOf, type Service, services } from '../../preload/contract/services.ts';
import { firstDayOf, quarterOf, quartersLater } from '../../preload/rules/employers/quarters.ts';
import { findAccount, markAccountClosed, stripAccount } from '../accounts/account-store.ts';
import { endMandate } from '../employers/keep-mandate.ts';
import { findMandate } from '../employers/mandate-store.ts';
import { mandataryOf, routeOfDay, routesByAccount } from '../employers/route-store.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';

export type Reach = {
  accountId: string | null;
  /** Day from which nothing goes by this way. */
  from: string;
  atOnce: boolean;
  services: Service[];
  /** Employers of whom anything goes by it today, towards whichever of these services. */
  employers: number;
  /** Whose trainings go by it today. */
  employerIds: string[];
};

/** Failures: notFound (mandate), accountMissing. */
export function reachOf(session: Session, stop: Stop): Result<Reach> {
  const day = session.businessDate();
  if (stop.kind === 'mandate') return reachOfMandate(session, stop, day);
  const account = findAccount(session.db, stop.accountId);
  if (account === null) return fail('accountMissing');
  const all = routesByAccount(session.db, account.id, day);
  const routes = stop.kind === 'right' ? all.filter(({ service }) => service === stop.service) : all;
  return ok({
    accountId: account.id,
    from: day,
    atOnce: true,
    services: services.filter((service) => routes.some((route) => route.service === service)),
    employers: new Set(routes.map(({ employerId }) => employerId)).size,
    employerIds: routes.filter(({ service }) => service === 'fla').map(({ employerId }) => employerId),
  });
}

function reachOfMandate(
  session: Session,
  { mandateId, endQuarter }: Extract<Stop, { kind: 'mandate' }>,
  day: string,
): Result<Reach> {
  const { db } = session;
  const mandate = findMandate(db, mandateId);
  if (mandate === null) return fail('notFound');
  const { employerId, service, mandataryNumber } = mandate;
  const leansOnIt = mandataryOf(db, employerId, service, day) === mandataryNumber;
  const atOnce = endQuarter < quarterOf(day);
  return ok({
    accountId: leansOnIt ? (routeOfDay(db, employerId, service, day)?.account?.id ?? null) : null,
    from: atOnce ? day : firstDayOf(quartersLater(endQuarter, 1)),
    atOnce,
    services: [service],
    employers: leansOnIt ? 1 : 0,
    employerIds: leansOnIt && service === 'fla' ? [employerId] : [],
  });
}

/** Within the caller's transaction. */
export function applyStop(session: Session, stop: Stop): Result<unknown> {
  if (stop.kind === 'mandate') {
    const mandate = findMandate(session.db, stop.mandateId);
    if (mandate === null) return fail('notFound');
    const { id, revision } = mandate;
    return endMandate(session, { id, expectedRevision: revision, endQuarter: stop.endQuarter });
  }
  const { db } = session;
  const account = findAccount(db, stop.accountId);
  if (account === null) return fail('accountMissing');
  const note = (kind: string, payload: Record<string, unknown>): void => {
    recordAct(session, {
      employerId: null,
      kind,
      subject: { kind: 'account', id: account.id },
      summary: `${account.name} ${account.clientId}`,
      payload,
    });
  };
  if (stop.kind === 'account') {
    markAccountClosed(db, account.id, session.clock.now().toISOString());
    note('account.closed', { clientId: account.clientId });
  } else if (stop.kind === 'certificate') {
    stripAccount(db, account.id, { rights: account.rights, certificateId: null });
    note('account.certificateStopped', { certificateId: account.certificateId });
  } else {
    const stopped = new Set(rightsOf[stop.service].flat());
    const rights = account.rights.filter((right) => !stopped.has(right));
    stripAccount(db, account.id, { rights, certificateId: account.certificateId });
    note('account.rightStopped', { service: stop.service, rights });
  }
  return ok({});
}
