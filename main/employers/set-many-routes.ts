// The same route for many employers, each by itself, and the way back for all of them at once.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Service } from '../../preload/contract/services.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findEmployer } from './employer-store.ts';
import { putRouteLines, type RouteLines, routeLines, routeOfDay } from './route-store.ts';
import { placeRoute, sayChanged } from './set-route.ts';

type Setting = { service: Service; employers: { id: string; before: RouteLines; after: RouteLines }[] };
type Many = {
  set(input: HandlerInput<'route.setMany'>): Result<HandlerOutput<'route.setMany'>>;
  undo(settingId: string): Result<HandlerOutput<'route.undoMany'>>;
};

/** Settings that can be taken back; earlier ones are forgotten. */
const mostSettings = 20;

/** `own` takes each employer's own account. What was set is remembered until the program ends. */
export function manyRoutes(session: Session): Many {
  const { db, ids } = session;
  const settings = new Map<string, Setting>();
  return {
    set({ employerIds, ...setting }) {
      const { service } = setting;
      const employers: Setting['employers'] = [];
      const refused: HandlerOutput<'route.setMany'>['refused'] = [];
      let unchanged = 0;
      const all = attempt<unknown>(db, () => {
        for (const id of new Set(employerIds)) {
          const before = routeLines(db, id, service);
          const one = placeRoute(session, id, setting);
          if (!one.ok) {
            const name = findEmployer(db, id)?.name ?? '';
            refused.push({ employerId: id, name, code: one.failure.code });
          } else if (one.value === 'unchanged') unchanged += 1;
          else employers.push({ id, before, after: routeLines(db, id, service) });
        }
        return ok({});
      });
      if (!all.ok) return all;
      if (employers.length > 0) sayChanged(session, idsOf(employers));
      const settingId = ids.newId();
      settings.set(settingId, { service, employers });
      for (const [id] of [...settings].slice(0, -mostSettings)) settings.delete(id);
      return ok({ settingId, set: employers.length, unchanged, refused });
    },
    undo(settingId) {
      const setting = settings.get(settingId);
      if (setting === undefined) return fail('notFound');
      const { service } = setting;
      const still = setting.employers.filter(
        ({ id, after }) => JSON.stringify(routeLines(db, id, service)) === JSON.stringify(after),
      );
      const undone = attempt<unknown>(db, () => {
        for (const { id, before } of still) putBack(session, id, service, before);
        return ok({});
      });
      if (!undone.ok) return undone;
      settings.delete(settingId);
      if (still.length > 0) sayChanged(session, idsOf(still));
      return ok({ putBack: still.length, left: setting.employers.length - still.length });
    },
  };
}

const idsOf = (employers: Setting['employers']): string[] => employers.map(({ id }) => id);

function putBack(session: Session, id: string, service: Service, before: RouteLines): void {
  putRouteLines(session.db, id, service, before);
  const from = session.businessDate();
  const route = routeOfDay(session.db, id, service, from);
  recordAct(session, {
    employerId: id,
    kind: 'employer.routeChosen',
    subject: { kind: 'employer', id },
    summary: findEmployer(session.db, id)?.name ?? '',
    payload: {
      reason: 'settingUndone',
      service,
      kind: route?.kind ?? 'none',
      accountId: route?.account?.id ?? null,
      from,
    },
  });
}
