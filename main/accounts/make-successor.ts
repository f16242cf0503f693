// Makes a new pair in the name of the same enterprise and stages it for the account, in one step for the person.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { enterpriseNumberSchema } from '../../preload/contract/values.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { generateKept } from '../certificates/keep-certificate.ts';
import type { Session } from '../platform/session.ts';
import { linksOf } from './account-certificate-store.ts';
import { findAccount } from './account-store.ts';
import { stageCertificate } from './renew-certificate.ts';
import { showRenewal } from './show-renewal.ts';

/** Failures: notFound, stateNotAllowed (alreadyStaged), those of making and keeping a certificate. */
export async function makeSuccessor(
  session: Session,
  input: HandlerInput<'renewal.generate'>,
): Promise<Result<{ certificateId: string }>> {
  const { accountId, validityMonths } = input;
  const account = findAccount(session.db, accountId);
  if (account === null) return fail('notFound');
  // Before a key is made that nobody would use.
  if (linksOf(session.db, accountId).some(({ role }) => role === 'staged'))
    return fail('stateNotAllowed', { details: { reason: 'alreadyStaged' } });
  const shown = await showRenewal(session, accountId);
  if (!shown.ok) return shown;
  const current = account.certificateId === null ? null : findCertificate(session.db, account.certificateId);
  const number = enterpriseNumberSchema.safeParse(current?.enterpriseNumber ?? account.enterpriseNumber);
  if (!number.success) return fail('identifierInvalid', { details: { field: 'enterpriseNumber' } });
  const made = await generateKept(session, {
    name: input.name ?? shown.value.proposedName,
    enterpriseName: current?.enterpriseName ?? account.enterpriseName,
    enterpriseNumber: number.data,
    keyKind: input.keyKind ?? shown.value.keyKind,
    validityMonths,
  });
  if (!made.ok) return made;
  const certificateId = made.value.id;
  const staged = await stageCertificate(session, { accountId, certificateId });
  return staged.ok ? ok({ certificateId }) : staged;
}
