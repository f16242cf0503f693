// Notes by which way an employer's trainings are sent: its own account, ours with a mandate, or not through us.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { scopeKeyOf } from './account-quality.ts';
import { findEmployer } from './employer-store.ts';
import { accountsInUse, insertRoute, presentRoute } from './route-store.ts';

type Route = HandlerInput<'employer.setRoute'>['route'];
type Nothing = Record<string, never>;

/**
 * Failures: notFound, accountMissing, routeMissing when the account cannot serve this way (an own route needs an
 * account of the employer itself in the quality of employer; a mandate needs one that files for clients).
 */
export function chooseRoute(session: Session, employerId: string, route: Route): Result<Nothing> {
  const { db } = session;
  const chosen = attempt<Nothing>(db, () => {
    const employer = findEmployer(db, employerId);
    if (employer === null) return fail('notFound');
    const accountId = route.kind === 'elsewhere' ? null : route.accountId;
    if (route.kind !== 'elsewhere') {
      const account = accountsInUse(db).find(({ id }) => id === route.accountId);
      if (!account) return fail('accountMissing');
      const fits =
        route.kind === 'own'
          ? account.quality === 'employerNsso' && account.enterpriseNumber === employer.enterpriseNumber
          : scopeKeyOf(account.quality) === 'mandatary';
      if (!fits) return fail('routeMissing', { details: { kind: route.kind, quality: account.quality } });
    }
    const present = presentRoute(db, employerId);
    if (present?.kind === route.kind && present.accountId === accountId) return ok({});
    const from = session.businessDate();
    insertRoute(db, { id: session.ids.newId(), employerId, kind: route.kind, accountId, from });
    recordAct(session, {
      employerId,
      kind: 'employer.routeChosen',
      subject: { kind: 'employer', id: employerId },
      summary: employer.name,
      payload: { kind: route.kind, accountId, from },
    });
    return ok({});
  });
  if (chosen.ok) session.changed('employer.changed', [employerId]);
  return chosen;
}
