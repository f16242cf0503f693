// What must be in order before an applicant can be asked for anything, as far as it is known here, each with who can do it.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { routeFindings } from '../employers/mandate-of.ts';
import { usable } from '../employers/route-of.ts';
import { routeOfDay } from '../employers/route-store.ts';
import type { Session } from '../platform/session.ts';
import { circleOf } from './circle-store.ts';

type Readiness = HandlerOutput<'applicantRequest.readiness'>;
type Step = Readiness['steps'][number];

/** Failure notFound. */
export function readiness(session: Session, employerId: string): Result<Readiness> {
  const { db, environment } = session;
  const employer = findEmployer(db, employerId);
  if (employer === null) return fail('notFound');
  const day = session.businessDate();
  const route = routeOfDay(db, employerId, 'citizenData', day);
  const routeKind = route?.kind ?? 'none';
  const account = route?.account ?? null;
  const rights = account?.rights ?? [];
  const able = usable(route, 'citizenData');
  // The rights are steps of their own.
  const leads = able.ok || able.failure.code === 'permissionMissing';
  const known = (done: boolean): Step['state'] => (done ? 'done' : 'missing');
  const step = (name: Step['step'], state: Step['state'], who: Step['who']): Step => ({
    step: name,
    state,
    who,
  });
  const steps: Step[] = [
    step('enterpriseNumber', known((employer.enterpriseNumber ?? '') !== ''), 'office'),
    step('route', known(leads), 'office'),
  ];
  if (leads && account !== null) {
    const circle = circleOf(db, account.enterpriseNumber);
    steps.push(
      step('circleOfTrust', circle === null ? 'unknown' : known(circle === 'accepted'), 'mainAccessManager'),
      step('mandatesRight', known(rights.includes('citizenMandatesManage')), 'accessManager'),
      step('dataRight', known(rights.includes('citizenDataConsult')), 'accessManager'),
    );
    if (routeKind === 'mandatary') steps.push(step('mandate', mandateState(session, employerId), 'employer'));
  }
  const { citizenMandates, citizenData } = environment.services;
  const addresses = [citizenMandates, citizenData].every(({ baseUrl }) => (baseUrl?.value ?? '') !== '');
  // Practice fills its own in when it runs.
  steps.push(step('address', known(environment.kind === 'practice' || addresses), 'office'));
  if (environment.kind !== 'practice')
    // Needed only where the service returns no link: whether it does, only its answer tells.
    steps.push(
      step(
        'linkTemplate',
        (environment.templates?.applicantLink ?? null) === null ? 'unknown' : 'done',
        'office',
      ),
    );
  return ok({
    way: leads ? 'rest' : 'online',
    routeKind,
    mandataryNumber: routeKind === 'mandatary' ? (account?.enterpriseNumber ?? null) : null,
    mandataryName: routeKind === 'mandatary' ? (account?.enterpriseName ?? null) : null,
    steps,
  });
}

/** As recorded, confirmed or refuted by the service's last answer: no call reads MAHIS. */
function mandateState({ db, businessDate }: Session, employerId: string): Step['state'] {
  const findings = routeFindings(db, employerId, 'citizenData', businessDate());
  if (findings.some(({ severity }) => severity === 'blocking')) return 'missing';
  return findings.length === 0 ? 'done' : 'unknown';
}
