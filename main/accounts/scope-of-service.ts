// Which scope an account asks for towards a service: the one a person set, the published one of its quality, or none.
import type { Account } from '../../preload/contract/accounts.ts';
import type { Service } from '../../preload/contract/services.ts';
import type { Environment } from '../platform/environment.ts';

/**
 * Null: the scope is left out and the service grants what the account holds. Only the two scopes of the training account
 * that are published, for an employer and for a mandatary, are asked for by themselves (rest-services §13).
 */
export function scopeFor(
  environment: Environment,
  account: Pick<Account, 'quality' | 'scopes'>,
  service: Service,
): string | null {
  const set = account.scopes[service];
  if (set !== undefined) return set;
  if (service !== 'fla') return null;
  const { employer, mandatary, trainingProvider } = environment.services.fla.scopes;
  if (account.quality === 'employerNsso') return employer?.value ?? null;
  if (account.quality !== 'trainingProvider') return mandatary?.value ?? null;
  // Ours is a guess where nothing else is stated: a guess is never sent.
  return trainingProvider === null || trainingProvider.status === 'assumed' ? null : trainingProvider.value;
}
