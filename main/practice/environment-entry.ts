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

export interface OtherService<Scope extends string> {
  readonly baseUrl: Tagged | null;
  readonly scopes: Readonly<Record<Scope, Tagged | null>>;
}

export interface OtherServices {
  readonly checkInAndOutAtWork: OtherService<'register' | 'consult'>;
  readonly citizenMandates: OtherService<'manage'>;
  readonly citizenData: OtherService<'consult'>;
  readonly dimona: OtherService<'declare' | 'consult'>;
}
export type OtherServiceName = keyof OtherServices;

export interface EnvironmentEntry {
  readonly kind: 'practice' | 'simulation' | 'acceptance' | 'production';
  readonly oauth: { readonly tokenUrl: Tagged; readonly audience: Tagged };
  readonly services: {
    readonly fla: {
      readonly baseUrl: Tagged;
      readonly trainingProviderBaseUrl: Tagged;
      readonly scopes: FlaScopes;
    };
  } & OtherServices;
  /** The inscriptions' SOAP service, and the platform's own test service beside it. */
  readonly cbss?: { readonly baseUrl: Tagged; readonly testUrl: Tagged };
  /** The presence service takes what is sent again under the client's own reference for the same registration. */
  readonly presenceReferences?: boolean;
  readonly caFile?: string;
  readonly caPem?: string;
  readonly practice?: {
    readonly adminUrl: string;
    readonly adminToken: string;
    readonly chamanUrl: string;
    /** Plain HTTP on loopback, with the key of this run that lets a window in. */
    readonly portalUrl: string;
    /** What a practice poster leads to, up to the number of the declaration of works. */
    readonly workerUrl: string;
    /** The citizen's page of a request; `{id}` stands for the number of the request. */
    readonly requestUrl: string;
    /** Where citizens see and end the accesses that they gave. */
    readonly accessesUrl: string;
  };
}

export type Environments = Readonly<Record<string, EnvironmentEntry>>;

export const PATHS = {
  token: '/REST/oauth/v5/token',
  fla: '/REST/sigedis/careerProFla/v1',
  flaTrainingProvider: '/REST/sigedis/careerProFlaTrainingProvider/v1',
  checkInAndOutAtWork: '/REST/presenceRegistration/v1',
  citizenMandates: '/REST/citizenMandate/v1',
  citizenData: '/REST/precontractualData/v1',
  dimona: '/REST/dimona/v2',
  cbss: '/CBSSInscription/v1',
  cbssTest: '/PlatformIntegrationConsumerTest/v1',
  chaman: '/practice/chaman',
  access: '/practice/access',
  mahis: '/practice/mahis',
  admin: '/admin',
} as const;

/** The scopes of every service as the shipped list of environments has them for production. */
export const readScopes = (resources: string): Scopes => {
  const environments = readJson(resources, 'environments.json') as Environments;
  const production = environments['production'];
  if (production === undefined) throw new Error('environments.json has no production entry');
  const { fla, checkInAndOutAtWork, citizenMandates, citizenData, dimona } = production.services;
  return {
    fla: fla.scopes,
    checkInAndOutAtWork: checkInAndOutAtWork.scopes,
    citizenMandates: citizenMandates.scopes,
    citizenData: citizenData.scopes,
    dimona: dimona.scopes,
  };
};

export type Scopes = { readonly fla: FlaScopes } & {
  readonly [Name in OtherServiceName]: OtherServices[Name]['scopes'];
};

export interface EntryFacts {
  readonly origin: string;
  readonly scopes: Scopes;
  readonly caPem: string;
  readonly caFile: string | undefined;
  readonly adminToken: string;
  readonly portalUrl: string;
  readonly workerUrl: string;
  readonly requestUrl: string;
  readonly accessesUrl: string;
}

export const practiceEntry = (facts: EntryFacts): EnvironmentEntry => {
  const at = (path: string): Tagged => ({ value: facts.origin + path, status: 'practice' });
  const { scopes } = facts;
  return {
    kind: 'practice',
    oauth: { tokenUrl: at(PATHS.token), audience: at(PATHS.token) },
    services: {
      fla: {
        baseUrl: at(PATHS.fla),
        trainingProviderBaseUrl: at(PATHS.flaTrainingProvider),
        scopes: scopes.fla,
      },
      checkInAndOutAtWork: { baseUrl: at(PATHS.checkInAndOutAtWork), scopes: scopes.checkInAndOutAtWork },
      citizenMandates: { baseUrl: at(PATHS.citizenMandates), scopes: scopes.citizenMandates },
      citizenData: { baseUrl: at(PATHS.citizenData), scopes: scopes.citizenData },
      dimona: { baseUrl: at(PATHS.dimona), scopes: scopes.dimona },
    },
    cbss: { baseUrl: at(PATHS.cbss), testUrl: at(PATHS.cbssTest) },
    presenceReferences: true,
    caPem: facts.caPem,
    ...(facts.caFile === undefined ? {} : { caFile: facts.caFile }),
    practice: {
      adminUrl: facts.origin + PATHS.admin,
      adminToken: facts.adminToken,
      chamanUrl: facts.origin + PATHS.chaman,
      portalUrl: facts.portalUrl,
      workerUrl: facts.workerUrl,
      requestUrl: facts.requestUrl,
      accessesUrl: facts.accessesUrl,
    },
  };
};
