// Which scope an account asks for: the published one of its quality, or none where nothing is published.
import type { Account } from '../../preload/contract/accounts.ts';
import type { Environment } from '../platform/environment.ts';

/** Null: the scope is left out and the service grants what the account holds. */
export function flaScopeOf(environment: Environment, quality: Account['quality']): string | null {
  const { scopes } = environment.services.fla;
  if (quality === 'employerNsso') return scopes.employer?.value ?? null;
  if (quality === 'trainingProvider') return scopes.trainingProvider?.value ?? null;
  return scopes.mandatary?.value ?? null;
}
