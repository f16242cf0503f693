// Does in the practice Chaman what a person does in the portal: contact, account, rights, certificate, client id.
import { z } from 'zod';
import { clientIdSchema } from '../../preload/contract/accounts.ts';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { exportCer } from '../certificates/export-cer.ts';
import type { Session } from '../platform/session.ts';
import { callPractice } from '../settings/practice-api.ts';
import { makeEnterpriseKnown } from '../settings/practice-world.ts';
import { addAccount } from './keep-account.ts';

type Input = HandlerInput<'account.registerInPractice'>;

const portalQuality = {
  employerNsso: 'employer',
  socialSecretariat: 'socialSecretariat',
  serviceProvider: 'serviceProvider',
  trainingProvider: 'trainingProvider',
} as const;

/** Failures: notSupportedHere outside practice, notFound, certificateNotUsable as Chaman judges it, serviceUnavailable. */
export async function registerInPractice(
  session: Session,
  input: Input,
): Promise<Result<{ id: string; clientId: string }>> {
  const certificate = findCertificate(session.db, input.certificateId);
  if (certificate === null) return fail('notFound', { details: { field: 'certificateId' } });
  const { enterpriseNumber, enterpriseName: name } = input;
  const quality = portalQuality[input.quality];
  const known = await makeEnterpriseKnown(session, { enterpriseNumber, name, quality });
  if (!known.ok) return known;
  const enterprise = `/enterprises/${enterpriseNumber}`;
  const contact = await callPractice(session, 'chaman', 'PUT', `${enterprise}/sender`, {
    name: input.enterpriseName.slice(0, 100),
    email: 'practice@sociodesk.invalid',
  });
  if (!contact.ok) return contact;
  const made = await callPractice(session, 'chaman', 'POST', `${enterprise}/accounts`, {
    quality,
    name: input.name.slice(0, 100),
    rights: input.rights,
    certificate: {
      name: certificate.name.slice(0, 100),
      content: Buffer.from(exportCer(certificate.certificateDer, 'der')).toString('base64'),
    },
  });
  if (!made.ok) return made;
  const clientId = z.object({ clientId: clientIdSchema }).safeParse(made.value.json);
  if (!clientId.success) return fail('unexpectedAnswer', { details: { service: 'chaman' } });
  const added = addAccount(session, { ...input, scopes: {}, clientId: clientId.data.clientId });
  return added.ok ? ok({ id: added.value.id, clientId: clientId.data.clientId }) : added;
}
