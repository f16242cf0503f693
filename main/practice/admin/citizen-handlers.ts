// The admin calls about citizens: what was asked and opened, acting in a citizen's place, and what the registers hold of somebody.
import { approve, canBeEnded, logInAs, refuseRequest, revoke } from '../citizen/by-citizen.ts';
import { belgianInstant } from '../citizen/moments.ts';
import { type CitizenParts, nameOf, passTime } from '../citizen/parts.ts';
import { type NewRequest, openRequest } from '../citizen/requests.ts';
import { ok, type Reply } from '../http/exchange.ts';
import { type Outcome, refusalProblem } from '../portal/refusal.ts';
import type { CitizenFacts } from '../store/citizen-facts-store.ts';
import type { AdminCall, AdminHandlers } from './handlers.ts';

const MOST_SHOWN = 500;

interface GivenPerson extends Partial<CitizenFacts> {
  readonly insz: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly replacedBy?: string;
}

export const createCitizenHandlers = (parts: CitizenParts): AdminHandlers => {
  const { citizens, facts, world } = parts;

  const answered = (outcome: Outcome<unknown>): Reply =>
    'done' in outcome ? ok({ done: outcome.done }) : refusalProblem('citizen', outcome);

  const acting =
    (act: (requestId: string, insz: string) => Outcome<unknown>) =>
    ({ parameters, json }: AdminCall): Reply => {
      const citizen = logInAs(parts, (json as { insz: string }).insz);
      if (!('done' in citizen)) return refusalProblem('citizen', citizen);
      return answered(act(parameters['requestId'] ?? '', citizen.done));
    };

  const revokeAccess = ({ json }: AdminCall): Reply => {
    const { insz, mandateId } = json as { insz: string; mandateId?: string };
    if (mandateId !== undefined) return answered(revoke(parts, mandateId, insz));
    passTime(parts);
    const open = citizens.mandatesBy(insz).filter(canBeEnded);
    for (const mandate of open) revoke(parts, mandate.mandateId, insz);
    return ok({ done: open.map((mandate) => mandate.mandateId) });
  };

  const people = (): Reply =>
    ok({ items: facts.all().map((insz) => ({ insz, ...nameOf(parts, insz), ...facts.facts(insz) })) });

  const putPerson = ({ json }: AdminCall): Reply => {
    const { insz, givenName, familyName, replacedBy, ...given } = json as GivenPerson;
    if (givenName !== undefined && familyName !== undefined) {
      const state = replacedBy === undefined ? 'active' : 'replaced';
      world.saveWorker({ insz, givenName, familyName, state, replacedBy: replacedBy ?? null });
    }
    const before = facts.facts(insz) ?? { known: true, work: [], pensionFrom: null, studentHours: {} };
    facts.save(insz, { ...before, ...given });
    return people();
  };

  return {
    getCitizenRequests: () => {
      passTime(parts);
      const items = citizens.newestRequests(MOST_SHOWN).map((request) => ({
        ...request,
        createdAt: belgianInstant(request.createdAt),
        expiresAt: belgianInstant(request.expiresAt),
        requestUrl: parts.requestUrl(request.requestId),
        mandates: citizens.mandatesOf(request.requestId),
      }));
      return ok({ items });
    },
    // As an employer would have it asked, without an account: for whoever wants to see the citizen's pages.
    askAsEmployer: ({ json }) => {
      const { requestId } = openRequest(parts, json as NewRequest);
      return { status: 201, json: { requestId, requestUrl: parts.requestUrl(requestId) } };
    },
    approveAsCitizen: acting((requestId, insz) => approve(parts, requestId, insz)),
    refuseAsCitizen: acting((requestId, insz) => refuseRequest(parts, requestId, insz)),
    revokeAsCitizen: revokeAccess,
    getCitizenPeople: people,
    putCitizenPerson: putPerson,
  };
};
