// Puts the practice service together and starts it: stores, clocks, OAuth, FLA, portal, admin, HTTPS.
import { writeFileSync } from 'node:fs';
import { createCbssHandlers } from './admin/cbss-handlers.ts';
import { createCitizenHandlers } from './admin/citizen-handlers.ts';
import { createAdminHandlers } from './admin/handlers.ts';
import { createPresenceHandlers } from './admin/presence-handlers.ts';
import { newSecret, requireSecret } from './admin/secret.ts';
import { createSwitches } from './admin/switches.ts';
import { createWorldHandlers } from './admin/world-handlers.ts';
import { loadedWhenAsked } from './cbss/loaded-when-asked.ts';
import { createRegisterStores } from './cbss/register-stores.ts';
import { createPortalHandlers } from './chaman/portal.ts';
import { needsCircleOfTrust, scopeOfRight } from './chaman/qualities.ts';
import { createCitizenServices } from './citizen/service.ts';
import { createPracticeClock, OPENING_DATE } from './clock.ts';
import { loadContract } from './contract/load-contract.ts';
import { type Environments, PATHS, practiceEntry, readScopes, type Tagged } from './environment-entry.ts';
import { createFaultBoard, type Fault } from './faults/fault.ts';
import { loadAnomalies } from './fla/anomalies.ts';
import { createProviderService } from './fla/provider-service.ts';
import { createFlaService } from './fla/service.ts';
import { type Call, serveContract } from './http/contract-routes.ts';
import type { Exchange, Reply } from './http/exchange.ts';
import { noSuchPath } from './http/problem.ts';
import { listen } from './http/server.ts';
import { createTokenEndpoint } from './oauth/token-endpoint.ts';
import { createOtherServices } from './other-services.ts';
import { servePortalPages } from './pages/portal-pages.ts';
import { createAccessHandlers } from './portal/access-handlers.ts';
import { loadRemarks } from './presence/remarks.ts';
import { runDue } from './presence/run-due.ts';
import { createPresenceService } from './presence/service.ts';
import { findResources } from './resource-files.ts';
import { createAccessStore } from './store/access-store.ts';
import { type Account, createAccountStore } from './store/account-store.ts';
import { createCitizenFactsStore } from './store/citizen-facts-store.ts';
import { createCitizenMandateStore } from './store/citizen-mandate-store.ts';
import { createCitizenRequestStore } from './store/citizen-request-store.ts';
import { emptyPracticeFile, openPracticeFile } from './store/file-store.ts';
import { createLedgerStore } from './store/ledger-store.ts';
import { createMandateStore } from './store/mandate-store.ts';
import { createPresenceStore } from './store/presence-store.ts';
import { createProviderStore } from './store/provider-store.ts';
import { createSettingStore } from './store/setting-store.ts';
import { createTokenStore } from './store/token-store.ts';
import { createTrainingStore } from './store/training-store.ts';
import { createWorksStore } from './store/works-store.ts';
import { createWorldStore } from './store/world-store.ts';
import { createPracticeAuthority } from './tls/practice-authority.ts';
import { createWorldSeeds } from './world/seed-world.ts';

export interface PracticeOptions {
  /** The encrypted file that survives restarts; in memory when absent. */
  readonly dataFile?: string;
  /** 64 hex digits; needed with `dataFile`. */
  readonly dataKeyHex?: string;
  /** TCP port on 127.0.0.1; any free one when absent. */
  readonly port?: number;
  /** Business date (yyyy-MM-dd) to set now; else the stored one, else 1 March 2025. */
  readonly date?: string;
  /** Where to write the authority's public certificate, for programs that want a file. */
  readonly caFile?: string;
  /** Wall clock in epoch milliseconds, for tests. */
  readonly wallClock?: () => number;
  /** Told about an exception inside a service; thrown away when absent. */
  readonly onBug?: (cause: unknown) => void;
}

export interface PracticeService {
  readonly environments: Environments;
  readonly caPem: string;
  readonly admin: { readonly url: string; readonly token: string };
  close(): Promise<void>;
}

type Handlers = Readonly<Record<string, (call: Call<null>) => Reply>>;

// Long enough for every skew: a token that just ended must still be told from one that never was.
const DAY = 86_400_000;

/** Starts a practice service; throws when the file cannot be opened or the port is taken. */
export const startPracticeService = async (options: PracticeOptions = {}): Promise<PracticeService> => {
  const resources = findResources();
  const contracts = `${resources}/contracts`;
  const database = openPracticeFile(options.dataFile ?? ':memory:', options.dataKeyHex);
  const settings = createSettingStore(database);
  const accounts = createAccountStore(database);
  const tokens = createTokenStore(database);
  const world = createWorldStore(database);
  const access = createAccessStore(database);
  const mandates = createMandateStore(database);
  const trainings = createTrainingStore(database);
  const ledger = createLedgerStore(database);
  const works = createWorksStore(database);
  const facts = createCitizenFactsStore(database);
  const faults = createFaultBoard(JSON.parse(settings.get('faults') ?? '[]') as Fault[], (all) =>
    settings.set('faults', JSON.stringify(all)),
  );
  const switches = createSwitches(settings);
  const clock = createPracticeClock(settings, options.wallClock ?? Date.now, faults.skewSeconds);
  const scopes = readScopes(resources);
  const secret = newSecret();
  let origin = '';
  let requestUrl = (_id: string): string => '';

  const registers = createRegisterStores(database);
  const samples = { world, access, mandates, trainings, works, facts, ...registers };
  const seeds = createWorldSeeds({ settings, clock, ...samples });
  seeds.complete();
  tokens.sweep(clock.wallNow() - DAY);
  if (options.date !== undefined) clock.setBusinessDate(options.date);

  const scopesOf = (account: Account): string[] =>
    account.rights.flatMap((right) => {
      const waits = needsCircleOfTrust(right) && access.circleOfTrust(account.enterpriseNumber) === undefined;
      const scope = waits ? null : scopeOfRight(scopes, right, account.quality);
      return scope === null ? [] : [scope.value];
    });
  const scopeValues = (all: Readonly<Record<string, Tagged | null>>) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([role, scope]) => (scope === null ? [] : [[role, scope.value]])),
    );
  const flaContract = loadContract(contracts, 'fla-employer-v1.yaml');
  const shared = { clock, accounts, access, mandates, tokens, world, trainings, ledger, switches, scopesOf };
  const flaShared = {
    ...shared,
    anomalies: loadAnomalies(contracts),
    origin: () => origin,
    scopes: scopeValues({ ...scopes.fla }),
  };
  const fla = createFlaService({ ...flaShared, contract: flaContract, basePath: PATHS.fla });
  const trainingProviders = createProviderService({
    ...flaShared,
    providers: createProviderStore(database),
    contract: loadContract(contracts, 'fla-training-provider-v1.yaml'),
    basePath: PATHS.flaTrainingProvider,
  });
  const presenceParts = {
    ...shared,
    works,
    settings,
    presences: createPresenceStore(database),
    remarks: loadRemarks(contracts),
    origin: () => origin,
  };
  const presences = createPresenceService({
    ...presenceParts,
    contract: loadContract(contracts, 'presence-registration-v1.yaml'),
    basePath: PATHS.checkInAndOutAtWork,
    scopes: scopeValues(scopes.checkInAndOutAtWork),
  });
  const citizen = {
    ...shared,
    facts,
    citizens: { ...createCitizenRequestStore(database), ...createCitizenMandateStore(database) },
    origin: () => origin,
    requestUrl: (id: string) => requestUrl(id),
  };
  const citizens = createCitizenServices({
    ...citizen,
    mandatesService: {
      contract: loadContract(contracts, 'citizen-mandate-v1.yaml'),
      basePath: PATHS.citizenMandates,
      scopes: scopeValues(scopes.citizenMandates),
      right: 'citizenMandatesManage',
    },
    dataService: {
      contract: loadContract(contracts, 'precontractual-data-v1.yaml'),
      basePath: PATHS.citizenData,
      scopes: scopeValues(scopes.citizenData),
      right: 'citizenDataConsult',
    },
  });
  const cbss = { ...shared, ...registers, facts };
  const inscriptions = loadedWhenAsked(cbss, contracts);
  const behindSecret = (name: string, basePath: string, handlers: Handlers) =>
    serveContract<null>({
      contract: loadContract(contracts, name),
      basePath,
      authorise: requireSecret(secret),
      handlers,
    });
  const accessHandlers = createAccessHandlers(shared);
  const portals = [
    behindSecret('chaman-practice.yaml', PATHS.chaman, createPortalHandlers(shared)),
    behindSecret('access-management-practice.yaml', PATHS.access, accessHandlers),
    behindSecret('mahis-practice.yaml', PATHS.mahis, accessHandlers),
  ];
  const others = createOtherServices({
    ...shared,
    scopes,
    contract: loadContract(contracts, 'service-health-practice.yaml'),
  });
  const reset = (keepAccounts: boolean): void => {
    ledger.flush();
    emptyPracticeFile(database, keepAccounts);
    seeds.seed();
    clock.setBusinessDate(OPENING_DATE);
    clock.setSkew(0);
  };
  const admin = behindSecret('practice-admin.yaml', PATHS.admin, {
    ...createAdminHandlers({ ...shared, faults, reset, runDue: () => runDue(presenceParts) }),
    ...createPresenceHandlers(presenceParts),
    ...createCitizenHandlers(citizen),
    ...createCbssHandlers(cbss),
    ...createWorldHandlers({
      world,
      mandates,
      access,
      trainings,
      fla: flaContract,
      businessDate: clock.businessDate,
    }),
  });
  const oauthContract = loadContract(contracts, 'oauth-v5.yaml');
  let token = (_exchange: Exchange): Reply => noSuchPath();

  const isAdmin = (path: string): boolean => path.startsWith(`${PATHS.admin}/`);
  const handle = (exchange: Exchange): Reply => {
    if (exchange.path === PATHS.token) return token(exchange);
    for (const serve of [
      fla,
      trainingProviders,
      presences,
      citizens,
      others,
      inscriptions.serve,
      ...portals,
      admin,
    ]) {
      const reply = serve(exchange);
      if (reply !== undefined) return reply;
    }
    return noSuchPath();
  };
  const authority = createPracticeAuthority(Date.now());
  const server = await listen(
    {
      key: authority.leafKeyPem,
      certificate: authority.leafPem,
      handle,
      prepare: inscriptions.prepare,
      isAdmin,
      faults,
      expireTokens: tokens.expireAll,
      securityNow: clock.securityNow,
      onBug: options.onBug ?? (() => {}),
    },
    options.port ?? 0,
  ).catch((cause) => {
    database.close();
    throw cause;
  });
  const pages = await servePortalPages(
    { ...shared, presence: presenceParts, citizen, cbss },
    {
      resources,
      key: newSecret(),
      onBug: options.onBug ?? (() => {}),
    },
  );
  requestUrl = (id) => pages.requestUrl.replace('{id}', id);
  origin = `https://127.0.0.1:${server.port}`;
  token = createTokenEndpoint({ ...shared, contract: oauthContract, audience: origin + PATHS.token });
  if (options.caFile !== undefined) writeFileSync(options.caFile, authority.caPem);

  const entryFacts = {
    origin,
    scopes,
    caPem: authority.caPem,
    caFile: options.caFile,
    adminToken: secret,
    portalUrl: pages.url,
    workerUrl: pages.workerUrl,
    requestUrl: pages.requestUrl,
    accessesUrl: pages.accessesUrl,
  };
  return {
    environments: { practice: practiceEntry(entryFacts) },
    caPem: authority.caPem,
    admin: { url: origin + PATHS.admin, token: secret },
    close: async () => {
      await Promise.all([server.close(), pages.close()]);
      ledger.flush();
      database.close();
    },
  };
};
