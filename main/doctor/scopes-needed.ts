// Which scope each right of a service carries, and at which addresses the service answers.
import type { Account } from '../../preload/contract/accounts.ts';
import { type Quality, type Right, rightsOf, type Service } from '../../preload/contract/services.ts';
import { scopeFor } from '../accounts/scope-of-service.ts';
import type { Environment, Stated } from '../platform/environment.ts';

export type NeededScope = {
  right: Right;
  /** Null: nothing is published, so that only the service itself can tell. */
  scope: string | null;
};

/** For each right of the set that the account comes nearest to; a scope that a person set counts for the whole service. */
export function scopesNeeded(environment: Environment, account: Account, service: Service): NeededScope[] {
  const sets = rightsOf[service];
  const ticked = (set: readonly Right[]): number =>
    set.filter((right) => account.rights.includes(right)).length;
  const set =
    sets.find((one) => ticked(one) === one.length) ??
    [...sets].sort((a, b) => ticked(b) - ticked(a))[0] ??
    [];
  const own = account.scopes[service] ?? null;
  return set.map((right, at) => ({
    right,
    scope:
      own === null
        ? certain(environment, statedScope(environment, account.quality, right))
        : at === 0
          ? own
          : null,
  }));
}

function statedScope(environment: Environment, quality: Quality, right: Right): Stated | null {
  const { fla, checkInAndOutAtWork: ciao, citizenMandates, citizenData, dimona } = environment.services;
  switch (right) {
    case 'careerProFlaDeclaration': {
      const { employer, mandatary, trainingProvider } = fla.scopes;
      if (quality === 'employerNsso') return employer;
      return quality === 'trainingProvider' ? trainingProvider : mandatary;
    }
    case 'checkInAndOutAtWork':
      return ciao.scopes.register;
    case 'checkInAndOutAtWorkConsult':
      return ciao.scopes.consult;
    case 'citizenMandatesManage':
      return citizenMandates.scopes.manage;
    case 'citizenDataConsult':
      return citizenData.scopes.consult;
    case 'dimonaDeclare':
      return dimona.scopes.declare;
    case 'dimonaConsult':
      return dimona.scopes.consult;
  }
}

/** A guess of ours is no ground to call a right missing; practice is the author of its own scopes. */
function certain(environment: Environment, stated: Stated | null): string | null {
  if (stated === null) return null;
  const guessed = stated.status === 'assumed' || stated.status === 'inferred';
  return guessed && environment.kind !== 'practice' ? null : stated.value;
}

/** What the app itself would ask with; null: without a scope. */
export const scopeAsked = (environment: Environment, account: Account, service: Service): string | null =>
  scopeFor(environment, account, service);

/** The quality whose training-account scope was granted, when it is another than the account's as recorded. */
export function otherQuality(
  environment: Environment,
  quality: Quality,
  granted: readonly string[],
): Quality | null {
  const { employer, mandatary, trainingProvider } = environment.services.fla.scopes;
  const kinds: readonly (readonly [Quality, Stated | null])[] = [
    ['employerNsso', employer],
    ['socialSecretariat', mandatary],
    ['trainingProvider', trainingProvider],
  ];
  const found = kinds.find(([, scope]) => scope !== null && granted.includes(scope.value))?.[0] ?? null;
  const own = quality === 'serviceProvider' ? 'socialSecretariat' : quality;
  return found === own ? null : found;
}

export type ServiceAddress = { name: keyof Environment['services']; baseUrl: string | null };

/** Addresses that must answer for a service: citizen data stand on two interfaces. */
export function addressesOf(environment: Environment, service: Service): ServiceAddress[] {
  const names =
    service === 'citizenData' ? (['citizenMandates', 'citizenData'] as const) : ([service] as const);
  return names.map((name) => ({ name, baseUrl: environment.services[name].baseUrl?.value ?? null }));
}
