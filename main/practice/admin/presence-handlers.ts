// The admin calls for presences: declarations of works, planned remarks, judging anew, and what is on record.
import { ok } from '../http/exchange.ts';
import { badRequest, type Issue, invalidInput } from '../http/problem.ts';
import { nowOf, type PresenceParts } from '../presence/parts.ts';
import { type PlannedRemark, plannedRemarks, planRemarks } from '../presence/planned-remarks.ts';
import { runDue } from '../presence/run-due.ts';
import type { WorksDeclaration } from '../store/works-store.ts';
import type { AdminHandlers } from './handlers.ts';

type GivenWorks = Omit<
  WorksDeclaration,
  'reference' | 'coordinates' | 'subcontractors' | 'obligedToRegister'
> &
  Partial<Pick<WorksDeclaration, 'coordinates' | 'subcontractors' | 'obligedToRegister'>>;

const MOST_SHOWN = 500;

export const createPresenceHandlers = (parts: PresenceParts): AdminHandlers => {
  const everything = (since: number) =>
    parts.presences.since(since, MOST_SHOWN).map((presence) => ({
      ...presence,
      judgements: parts.presences.judgements(presence.id),
    }));
  return {
    getWorks: () => ok({ items: parts.works.all() }),
    putWorks: ({ parameters, json }) => {
      const reference = parameters['reference'] ?? '';
      const given = json as GivenWorks;
      parts.works.save({
        coordinates: null,
        subcontractors: [],
        obligedToRegister: true,
        ...given,
        reference,
      });
      return ok({ items: parts.works.all() });
    },
    getPlannedRemarks: () => ok({ items: plannedRemarks(parts.settings) }),
    putPlannedRemarks: ({ json }) => {
      const { items } = json as { items: PlannedRemark[] };
      const unknown = items.flatMap(({ code }, i): Issue[] =>
        Object.hasOwn(parts.remarks, code) ? [] : [invalidInput(`items[${i}].code`, code, 'no such remark')],
      );
      if (unknown.length > 0) return badRequest(unknown);
      planRemarks(parts.settings, items);
      return ok({ items });
    },
    judgeAnew: ({ json }) => {
      const { ids } = json as { ids: number[] };
      const now = nowOf(parts);
      const known = ids.filter((id) => parts.presences.find(id)?.cancelledAt === null);
      for (const id of known) parts.presences.setDue(id, now);
      return ok({ judged: runDue(parts) });
    },
    getRegistrations: ({ parameters }) => {
      runDue(parts);
      return ok({ items: everything(Number(parameters['since'] ?? 0)) });
    },
  };
};
