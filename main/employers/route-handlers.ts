// The calls `route.*`, `mandate.*` and `establishment.*`; stopping, which needs the outbox, is answered by its room.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { establishmentsOf } from './establishment-store.ts';
import { addEstablishment, changeEstablishment, removeEstablishment } from './keep-establishment.ts';
import { changeMandate, endMandate, recordMandate, removeMandate, restoreMandate } from './keep-mandate.ts';
import { manyRoutes } from './set-many-routes.ts';
import { setRoute } from './set-route.ts';
import { listMandates, listRoutes, routeTable, sendingFindings } from './show-routes.ts';

export function routeHandlers(
  session: Session,
): Omit<
  HandlersOf<'route' | 'mandate' | 'establishment'>,
  'route.stop' | 'route.stopPreview' | 'route.submitTakenOut'
> {
  const many = manyRoutes(session);
  return {
    'route.list': ({ employerId }) => listRoutes(session, employerId),
    'route.table': (input) => ok(routeTable(session, input)),
    'route.findings': (input) => ok(sendingFindings(session, input)),
    'route.set': ({ employerId, ...setting }) => setRoute(session, employerId, setting),
    'route.setMany': many.set,
    'route.undoMany': ({ settingId }) => many.undo(settingId),
    'mandate.list': ({ employerId }) => ok({ rows: listMandates(session, employerId) }),
    'mandate.record': (input) => recordMandate(session, input),
    'mandate.update': (input) => changeMandate(session, input),
    'mandate.end': (input) => endMandate(session, input),
    'mandate.remove': ({ id }) => removeMandate(session, id),
    'mandate.restore': ({ id }) => restoreMandate(session, id),
    'establishment.list': ({ employerId }) => ok({ rows: establishmentsOf(session.db, employerId) }),
    'establishment.add': (input) => addEstablishment(session, input),
    'establishment.update': (input) => changeEstablishment(session, input),
    'establishment.remove': ({ id }) => removeEstablishment(session, id),
  };
}
