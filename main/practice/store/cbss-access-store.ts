// Who may call the inscription service: the applications in its access rules, the contexts that were defined, and subscriptions.
import type { Connection } from './file-store.ts';

/** What an application may do; the four last each need an authorisation of their own. */
export const CBSS_RIGHTS = ['inscriptions', 'search', 'create', 'correct', 'subscribe'] as const;
export type CbssRight = (typeof CBSS_RIGHTS)[number];

export interface CbssApplication {
  readonly urn: string;
  readonly enterpriseNumber: string;
  /** SHA-256 of one certificate, lower-case hex; without it every certificate of the enterprise's accounts. */
  readonly fingerprint?: string | undefined;
  readonly rights: readonly CbssRight[];
  readonly legalContexts: readonly string[];
  readonly sector?: number | undefined;
  readonly institution?: number | undefined;
}

export interface CbssContext {
  readonly code: string;
  readonly qualityCode: number | null;
  readonly active: boolean;
}

export interface CbssSubscription {
  readonly owner: string;
  readonly flow: string;
  /** Empty: whatever the context. */
  readonly context: string;
}

export interface CbssAccessStore {
  applications(): CbssApplication[];
  saveApplication(application: CbssApplication): void;
  removeApplication(urn: string): boolean;
  contexts(): CbssContext[];
  saveContext(context: CbssContext): void;
  subscriptions(): CbssSubscription[];
  /** False when it was there before. */
  subscribe(subscription: CbssSubscription): boolean;
  /** False when there was none. */
  unsubscribe(subscription: CbssSubscription): boolean;
}

export const createCbssAccessStore = (database: Connection): CbssAccessStore => {
  const applications = database.prepare<[], { body: string }>(
    'SELECT body FROM cbss_application ORDER BY urn',
  );
  const saveApplication = database.prepare('INSERT OR REPLACE INTO cbss_application VALUES (?, ?, ?)');
  const removeApplication = database.prepare('DELETE FROM cbss_application WHERE urn = ?');
  const contexts = database.prepare<[], Omit<CbssContext, 'active'> & { active: number }>(
    'SELECT code, quality_code AS qualityCode, active FROM cbss_context ORDER BY rowid',
  );
  const saveContext = database.prepare(
    `INSERT INTO cbss_context (code, quality_code, active) VALUES (?, ?, ?)
     ON CONFLICT (code) DO UPDATE SET quality_code = excluded.quality_code, active = excluded.active`,
  );
  const subscriptions = database.prepare<[], CbssSubscription>(
    'SELECT owner, flow, context FROM cbss_subscription',
  );
  const subscribe = database.prepare('INSERT OR IGNORE INTO cbss_subscription VALUES (?, ?, ?)');
  const unsubscribe = database.prepare(
    'DELETE FROM cbss_subscription WHERE owner = ? AND flow = ? AND context = ?',
  );
  return {
    applications: () => applications.all().map(({ body }) => JSON.parse(body) as CbssApplication),
    saveApplication: (application) => {
      saveApplication.run(application.urn, application.enterpriseNumber, JSON.stringify(application));
    },
    removeApplication: (urn) => removeApplication.run(urn).changes === 1,
    contexts: () => contexts.all().map((row) => ({ ...row, active: row.active === 1 })),
    saveContext: ({ code, qualityCode, active }) => {
      saveContext.run(code, qualityCode, active ? 1 : 0);
    },
    subscriptions: () => subscriptions.all(),
    subscribe: ({ owner, flow, context }) => subscribe.run(owner, flow, context).changes === 1,
    unsubscribe: ({ owner, flow, context }) => unsubscribe.run(owner, flow, context).changes === 1,
  };
};
