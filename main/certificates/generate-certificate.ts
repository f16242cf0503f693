// Makes a certificate in the enterprise's name and keeps it: container and password in the keychain.
import { X509Certificate } from 'node:crypto';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { JudgementContext } from '../../preload/rules/certificates/certificate-facts.ts';
import type { CertificateVault } from './certificate-vault.ts';
import { type GenerateOptions, generateSelfSigned } from './generate-self-signed.ts';
import type { KeptCertificate } from './import-certificate.ts';
import { verdictOf } from './inspect-certificate.ts';
import { readFacts } from './read-facts.ts';

export async function generateCertificate(
  input: GenerateOptions & { id: string; issuers: JudgementContext['issuers'] },
  vault: Pick<CertificateVault, 'store'>,
): Promise<Result<KeptCertificate>> {
  const made = await generateSelfSigned(input);
  const stored = await vault.store(input.id, {
    container: made.container,
    password: made.password,
    entry: 0,
  });
  if (!stored.ok) return stored;
  const certificate = new X509Certificate(made.certificateDer);
  const verdict = verdictOf(readFacts(certificate, made.privateKey, 'pkcs12'), {
    now: input.now.toISOString(),
    issuers: input.issuers,
    enterpriseName: input.enterpriseName,
    enterpriseNumber: input.enterpriseNumber,
  });
  return ok({
    id: input.id,
    origin: 'generated',
    certificateDer: made.certificateDer,
    chainDer: [],
    verdict,
  });
}
