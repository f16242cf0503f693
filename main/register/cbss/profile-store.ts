// SQL of who asks: the profile, its authorisations and the flows that were subscribed to.
import { z } from 'zod';
import {
  type CbssProfile,
  type CbssRight,
  cbssIdentificationSchema,
  cbssRightSchema,
} from '../../../preload/contract/cbss.ts';
import { type Database, statement } from '../../platform/database.ts';

export type ProfileRow = Pick<
  CbssProfile,
  | 'on'
  | 'endpoint'
  | 'testEndpoint'
  | 'certificateId'
  | 'urn'
  | 'identification'
  | 'legalContext'
  | 'legalContexts'
  | 'clientTls'
  | 'revision'
> & { kind: 'practice' | 'gateway' };

type Kept = Omit<ProfileRow, 'on' | 'identification' | 'legalContexts' | 'clientTls'> & {
  isOn: number;
  clientTls: number;
  identification: string | null;
  legalContexts: string;
};

const contextsSchema = z.partialRecord(cbssRightSchema, z.string());

export function readProfile(db: Database): ProfileRow | null {
  const row = statement(
    db,
    `SELECT kind, is_on AS isOn, endpoint, test_endpoint AS testEndpoint, certificate_id AS certificateId, urn,
       identification, legal_context AS legalContext, legal_contexts AS legalContexts, client_tls AS clientTls,
       revision
     FROM cbss_profile WHERE id = 1`,
  ).get() as Kept | undefined;
  if (row === undefined) return null;
  const { isOn, identification, legalContexts, clientTls, ...rest } = row;
  return {
    ...rest,
    on: isOn === 1,
    clientTls: clientTls === 1,
    identification:
      identification === null ? null : cbssIdentificationSchema.parse(JSON.parse(identification)),
    legalContexts: contextsSchema.parse(JSON.parse(legalContexts)),
  };
}

/** The revision counts by itself. */
export function writeProfile(db: Database, row: Omit<ProfileRow, 'revision'>): void {
  statement(
    db,
    `INSERT INTO cbss_profile (id, kind, is_on, endpoint, test_endpoint, certificate_id, urn, identification,
       legal_context, legal_contexts, client_tls) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, is_on = excluded.is_on, endpoint = excluded.endpoint,
       test_endpoint = excluded.test_endpoint, certificate_id = excluded.certificate_id, urn = excluded.urn,
       identification = excluded.identification, legal_context = excluded.legal_context,
       legal_contexts = excluded.legal_contexts, client_tls = excluded.client_tls, revision = revision + 1`,
  ).run(
    row.kind,
    Number(row.on),
    row.endpoint,
    row.testEndpoint,
    row.certificateId,
    row.urn,
    row.identification === null ? null : JSON.stringify(row.identification),
    row.legalContext,
    JSON.stringify(row.legalContexts),
    Number(row.clientTls),
  );
}

export type AuthorisationRow = CbssProfile['authorisations'][number];

export function authorisations(db: Database): AuthorisationRow[] {
  const sql = 'SELECT name AS right, reference, given_on AS date FROM cbss_authorisation ORDER BY name';
  return statement(db, sql).all() as AuthorisationRow[];
}

export function writeAuthorisation(
  db: Database,
  right: CbssRight,
  given: { reference: string; date: string } | null,
): void {
  if (given === null) statement(db, 'DELETE FROM cbss_authorisation WHERE name = ?').run(right);
  else
    statement(
      db,
      `INSERT INTO cbss_authorisation (name, reference, given_on) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET reference = excluded.reference, given_on = excluded.given_on`,
    ).run(right, given.reference, given.date);
}

export type SubscriptionRow = { flow: 'dimonaMutation'; inscriptionContext: string | null; since: string };

export function subscriptions(db: Database): SubscriptionRow[] {
  const sql = `SELECT flow, nullif(inscription_context, '') AS inscriptionContext, since FROM cbss_subscription
    ORDER BY since, inscription_context LIMIT 100`;
  return statement(db, sql).all() as SubscriptionRow[];
}

export function keepSubscription(db: Database, row: SubscriptionRow): void {
  statement(
    db,
    'INSERT INTO cbss_subscription (flow, inscription_context, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(row.flow, row.inscriptionContext ?? '', row.since);
}

export function dropSubscription(db: Database, row: Omit<SubscriptionRow, 'since'>): void {
  const sql = 'DELETE FROM cbss_subscription WHERE flow = ? AND inscription_context = ?';
  statement(db, sql).run(row.flow, row.inscriptionContext ?? '');
}
