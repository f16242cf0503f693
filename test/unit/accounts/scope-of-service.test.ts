// Which scope is asked for: the published two, what a person set, and otherwise none.
import { describe, expect, it } from 'vitest';
import { scopeFor } from '../../../main/accounts/scope-of-service.ts';
import type { Environment } from '../../../main/platform/environment.ts';
import { type Quality, qualitySchema, services } from '../../../preload/contract/services.ts';

const stated = (value: string, status: 'seed' | 'assumed') => ({ value, status }) as const;
const environment: Environment = {
  name: 'simulation',
  kind: 'simulation',
  oauth: { tokenUrl: stated('', 'seed'), audience: stated('', 'seed') },
  services: {
    fla: {
      baseUrl: stated('', 'assumed'),
      scopes: {
        employer: stated('scope:of:employer', 'seed'),
        mandatary: stated('scope:of:mandatary', 'seed'),
        trainingProvider: stated('scope:of:guess', 'assumed'),
      },
    },
    checkInAndOutAtWork: {
      baseUrl: null,
      scopes: { register: stated('scope:a:b', 'assumed'), consult: null },
    },
    citizenMandates: { baseUrl: null, scopes: { manage: null } },
    citizenData: { baseUrl: null, scopes: { consult: null } },
    dimona: { baseUrl: null, scopes: { declare: stated('scope:d:e', 'seed'), consult: null } },
  },
  caPem: null,
  practice: null,
};

describe('the scope of an account', () => {
  it.each<[Quality, string | null]>([
    ['employerNsso', 'scope:of:employer'],
    ['socialSecretariat', 'scope:of:mandatary'],
    ['serviceProvider', 'scope:of:mandatary'],
    ['trainingProvider', null],
  ])('towards the training account as %s is %s', (quality, scope) => {
    expect(scopeFor(environment, { quality, scopes: {} }, 'fla')).toBe(scope);
  });

  it('is none towards any other service, and what a person set wherever one did', () => {
    for (const quality of qualitySchema.options)
      for (const service of services) {
        const scopes = { [service]: 'scope:set:by-hand' };
        expect(scopeFor(environment, { quality, scopes }, service)).toBe('scope:set:by-hand');
        if (service !== 'fla') expect(scopeFor(environment, { quality, scopes: {} }, service)).toBeNull();
      }
  });

  it('of a training provider is asked for once it is stated by more than a guess', () => {
    const { fla, ...others } = environment.services;
    const scopes = { ...fla.scopes, trainingProvider: stated('scope:of:provider', 'seed') };
    const known: Environment = { ...environment, services: { ...others, fla: { ...fla, scopes } } };
    expect(scopeFor(known, { quality: 'trainingProvider', scopes: {} }, 'fla')).toBe('scope:of:provider');
  });
});
