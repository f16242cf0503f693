// Does in practice's access management what lets an application ask the inscription service: an account with a certificate that can
// sign, and the application among the access rules under a name of its own. Elsewhere an organisation asks for this in writing.
import { X509Certificate } from 'node:crypto';
import type { Account } from '../../preload/contract/accounts.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { EnterpriseNumber } from '../../preload/contract/values.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { generateKept } from '../certificates/keep-certificate.ts';
import type { Session } from '../platform/session.ts';
import { callPractice } from '../settings/practice-api.ts';
import { readWorld } from '../settings/practice-world.ts';
import { listAccounts } from './account-store.ts';
import { registerInPractice } from './register-in-practice.ts';

export type PracticeAccess = {
  certificateId: string;
  urn: string;
  enterpriseNumber: string;
  legalContext: string;
};

/** What practice takes where nothing else was agreed. */
const legalContext = 'TEST:INSCRIPTION';

/**
 * `certificateId` null: that of the first account that can sign, or a new one; `orAnother`: also where no account has the one that is
 * named. `rights`: what goes beyond inscriptions. Failures:
 * notSupportedHere outside practice, notFound (no account has the certificate), those of making one, serviceUnavailable.
 */
export async function enterCbssInPractice(
  session: Session,
  ask: { certificateId: string | null; orAnother: boolean; rights: readonly string[] },
): Promise<Result<PracticeAccess>> {
  if (session.environment.kind !== 'practice') return fail('notSupportedHere');
  const account = await accountFor(session, ask.certificateId, ask.orAnother);
  if (!account.ok) return account;
  const { certificateId, enterpriseNumber } = account.value;
  const urn = `urn:practice:sociodesk:${enterpriseNumber}`;
  const entered = await callPractice(
    session,
    'admin',
    'PUT',
    `/cbss/applications/${encodeURIComponent(urn)}`,
    {
      enterpriseNumber,
      rights: ['inscriptions', ...ask.rights],
      legalContexts: [legalContext],
    },
  );
  return entered.ok ? ok({ certificateId, urn, enterpriseNumber, legalContext }) : entered;
}

type Signing = { certificateId: string; enterpriseNumber: string };

async function accountFor(
  session: Session,
  wanted: string | null,
  orAnother: boolean,
): Promise<Result<Signing>> {
  const accounts = listAccounts(session.db);
  const named = accounts.find(({ certificateId }) => certificateId !== null && certificateId === wanted);
  if (named !== undefined) return ok(signingOf(named));
  if (wanted !== null && !orAnother) return fail('notFound', { details: { field: 'certificateId' } });
  const able = accounts.find(({ certificateId }) => certificateId !== null && signs(session, certificateId));
  return able === undefined ? newAccount(session) : ok(signingOf(able));
}

const signingOf = ({ certificateId, enterpriseNumber }: Account): Signing => ({
  certificateId: certificateId ?? '',
  enterpriseNumber,
});

/** Signatures of messages are RSA only. */
function signs({ db }: Session, certificateId: string): boolean {
  const row = findCertificate(db, certificateId);
  return row !== null && new X509Certificate(row.certificateDer).publicKey.asymmetricKeyType === 'rsa';
}

/** In the name of practice's own social secretariat. */
async function newAccount(session: Session): Promise<Result<Signing>> {
  const world = await readWorld(session);
  if (!world.ok) return world;
  const { employers } = world.value;
  const own = employers.find(({ qualities }) => qualities.includes('socialSecretariat')) ?? employers[0];
  if (own === undefined)
    return fail('serviceUnavailable', { retry: 'safe', details: { service: 'practice' } });
  const enterprise = {
    enterpriseName: own.name,
    // Practice has it from its own register of enterprises.
    enterpriseNumber: own.enterpriseNumber as EnterpriseNumber,
  };
  const name = 'CBSSInscription';
  const made = await generateKept(session, { ...enterprise, name, keyKind: 'rsa3072', validityMonths: 36 });
  if (!made.ok) return made;
  const registered = await registerInPractice(session, {
    ...enterprise,
    ...{
      name,
      quality: 'socialSecretariat',
      certificateId: made.value.id,
      rights: ['careerProFlaDeclaration'],
    },
  });
  return registered.ok
    ? ok({ certificateId: made.value.id, enterpriseNumber: own.enterpriseNumber })
    : registered;
}
