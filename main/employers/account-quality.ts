// The qualities of an account, and which of the two published training-account scopes each of them acts under.
import type { Quality } from '../../preload/contract/services.ts';

export type AccountQuality = Quality;

/** `employer` for an employer's own account, `mandatary` for those who file for clients; null: no such scope. */
export function scopeKeyOf(quality: AccountQuality): 'employer' | 'mandatary' | null {
  if (quality === 'employerNsso') return 'employer';
  return quality === 'trainingProvider' ? null : 'mandatary';
}
