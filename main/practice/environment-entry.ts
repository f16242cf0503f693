// The practice entry in the shape of resources/environments.json, and the scopes that practice takes from that file.
import { readJson } from './resource-files.ts';

export interface Tagged {
  readonly value: string;
  readonly status: 'seed' | 'public' | 'inferred' | 'assumed' | 'practice';
}

export interface FlaScopes {
  readonly employer: Tagged | null;
  readonly mandatary: Tagged | null;
  readonly trainingProvider: Tagged | null;
}

export interface EnvironmentEntry {
  readonly kind: 'practice' | 'simulation' | 'acceptance' | 'production';
  readonly oauth: { readonly tokenUrl: Tagged; readonly audience: Tagged };
  readonly services: { readonly fla: { readonly baseUrl: Tagged; readonly scopes: FlaScopes } };
  readonly caFile?: string;
  readonly caPem?: string;
  readonly practice?: { readonly adminUrl: string; readonly adminToken: string; readonly chamanUrl: string };
}

export type Environments = Readonly<Record<string, EnvironmentEntry>>;

export const PATHS = {
  token: '/REST/oauth/v5/token',
  fla: '/REST/sigedis/careerProFla/v1',
  chaman: '/practice/chaman',
  admin: '/admin',
} as const;

/** The scopes of the FLA as the shipped list of environments has them for production. */
export const readFlaScopes = (resources: string): FlaScopes => {
  const environments = readJson(resources, 'environments.json') as Environments;
  const production = environments['production'];
  if (production === undefined) throw new Error('environments.json has no production entry');
  return production.services.fla.scopes;
};

export interface EntryFacts {
  readonly origin: string;
  readonly scopes: FlaScopes;
  readonly caPem: string;
  readonly caFile: string | undefined;
  readonly adminToken: string;
}

export const practiceEntry = (facts: EntryFacts): EnvironmentEntry => {
  const at = (path: string): Tagged => ({ value: facts.origin + path, status: 'practice' });
  return {
    kind: 'practice',
    oauth: { tokenUrl: at(PATHS.token), audience: at(PATHS.token) },
    services: { fla: { baseUrl: at(PATHS.fla), scopes: facts.scopes } },
    caPem: facts.caPem,
    ...(facts.caFile === undefined ? {} : { caFile: facts.caFile }),
    practice: {
      adminUrl: facts.origin + PATHS.admin,
      adminToken: facts.adminToken,
      chamanUrl: facts.origin + PATHS.chaman,
    },
  };
};
