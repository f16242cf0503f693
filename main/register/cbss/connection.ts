// Whether the connector may be asked, and where: what is missing of its profile, and what the practice service says of itself.
import { X509Certificate } from 'node:crypto';
import type { CbssIdentification, CbssProfile, CbssRight } from '../../../preload/contract/cbss.ts';
import type { CbssOperation } from '../../../preload/contract/cbss-answer.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { findCertificate } from '../../certificates/certificate-store.ts';
import type { Session } from '../../platform/session.ts';
import { isTestOperation } from './namespaces.ts';
import { authorisations, type ProfileRow, readProfile } from './profile-store.ts';

type Missing = CbssProfile['missing'][number];

/** Functions that are off until an authorisation for them is recorded; the others need none but the Crossroads Bank's own. */
export const rightOf = (operation: CbssOperation): CbssRight | null => rights[operation] ?? null;
const rights: Partial<Record<CbssOperation, CbssRight>> = {
  searchPersonPhonetic: 'search',
  createPerson: 'create',
  correctPerson: 'correct',
  subscribe: 'subscribe',
  unsubscribe: 'subscribe',
};

/** What must be entered before it can be switched on. */
export function missingOf({ db }: Pick<Session, 'db'>, row: ProfileRow | null): Missing[] {
  if (row === null) return [];
  const certificate = row.certificateId === null ? null : findCertificate(db, row.certificateId);
  const all: [Missing, boolean][] = [
    ['endpoint', row.kind === 'gateway' && row.endpoint === null],
    ['certificate', certificate === null],
    ['certificateKind', certificate !== null && !signs(certificate.certificateDer)],
    ['urn', row.kind === 'gateway' && !row.urn],
    ['identification', row.identification === null],
    ['legalContext', !row.legalContext],
  ];
  return all.flatMap(([name, lacks]) => (lacks ? [name] : []));
}

/** The X.509 profile signs with RSA only, from 2,048 bits on. */
export function signs(certificateDer: Uint8Array): boolean {
  const { publicKey } = new X509Certificate(certificateDer);
  return (
    publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048
  );
}

export type Connection = {
  url: string;
  certificateId: string;
  identification: CbssIdentification;
  legalContext: string;
  /** The certificate is shown when the connection is made, too. */
  clientTls: boolean;
};

/**
 * For one operation. `evenOff`: to test a profile before it is switched on. Failures: stateNotAllowed (`details.reason` connectorOff, or
 * `details.missing`), permissionMissing (`details.right`: no authorisation is recorded), serviceUnavailable where practice does not run.
 */
export function connectionFor(
  session: Session,
  operation: CbssOperation,
  { evenOff = false } = {},
): Result<Connection> {
  const row = readProfile(session.db);
  if (row === null || !(row.on || evenOff))
    return fail('stateNotAllowed', { details: { reason: 'connectorOff' } });
  const missing = missingOf(session, row);
  const { certificateId, identification, legalContext } = row;
  if (missing.length > 0 || certificateId === null || identification === null || legalContext === null)
    return fail('stateNotAllowed', { details: { missing: missing.join() } });
  const right = rightOf(operation);
  if (right !== null && !authorisations(session.db).some((one) => one.right === right))
    return fail('permissionMissing', { details: { right } });
  const url = addressOf(session, row, isTestOperation(operation));
  if (url === null) return fail('serviceUnavailable', { retry: 'safe', details: { service: 'practice' } });
  const context = right === null ? undefined : row.legalContexts[right];
  const { clientTls } = row;
  return ok({ url, certificateId, identification, legalContext: context ?? legalContext, clientTls });
}

/** Practice knows its own port only while it runs. */
function addressOf(session: Session, row: ProfileRow, test: boolean): string | null {
  if (row.kind === 'practice') {
    const { cbss } = session.environment;
    return (test ? cbss?.testUrl.value : cbss?.baseUrl.value) ?? null;
  }
  if (!test || row.endpoint === null) return row.endpoint;
  // The platform's test stands beside its services: `/CBSSInscription/v1` and `/PlatformIntegrationConsumerTest/v1` (contract §11.1).
  const beside = row.endpoint.replace(/\/+$/, '');
  return row.testEndpoint ?? new URL('../PlatformIntegrationConsumerTest/v1', beside).href;
}
