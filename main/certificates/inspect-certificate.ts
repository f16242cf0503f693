// Opens a file and judges what is in it, as the call `certificate.inspect` answers it. Keeps nothing.
import type { X509Certificate } from 'node:crypto';
import type { z } from 'zod';
import type { CertificateVerdict, certificateFactsSchema } from '../../preload/contract/certificates.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import {
  type CertificateFacts,
  type JudgementContext,
  keyText,
  signatureText,
} from '../../preload/rules/certificates/certificate-facts.ts';
import { judgeCertificate } from '../../preload/rules/certificates/criteria.ts';
import { leafOf } from './certificate-bundle.ts';
import { type OpenedContainer, openContainer } from './open-container.ts';
import { readFacts } from './read-facts.ts';
import { asContractFailure, type EntrySummary } from './refusal.ts';

export type InspectInput = {
  bytes: Uint8Array;
  password: string;
  /** The key, where it stands in a file of its own. */
  keyFile?: Uint8Array | undefined;
  /** Which key, where the file holds several. */
  entry?: number;
  context: JudgementContext;
  signal?: AbortSignal;
};

export type Inspection =
  | {
      kind: 'verdict';
      verdict: CertificateVerdict;
      certificate: X509Certificate;
      /** Null when there is no key: the certificate is judged all the same. */
      opened: OpenedContainer | null;
      facts: CertificateFacts;
    }
  | { kind: 'chooseEntry'; entries: EntrySummary[] };

export async function inspectCertificate(input: InspectInput): Promise<Result<Inspection>> {
  const opened = await openContainer(input.bytes, input.password, {
    ...(input.entry === undefined ? {} : { entry: input.entry }),
    ...(input.keyFile ? { keyFile: input.keyFile } : {}),
    ...(input.signal ? { signal: input.signal } : {}),
  });
  if (!opened.ok) {
    const { code, entries, certificates } = opened.failure;
    if (code === 'severalKeys' && entries) return ok({ kind: 'chooseEntry', entries });
    const alone = leafOf(certificates ?? []);
    if (!alone) return asContractFailure(opened.failure);
    const format = code === 'certificateBundle' ? 'bundle' : 'certificate';
    return ok(inspected(readFacts(alone, null, format), alone, null, input.context));
  }
  const { certificate, privateKey, format, protection } = opened.value;
  const facts = readFacts(certificate, privateKey, format, protection);
  return ok(inspected(facts, certificate, opened.value, input.context));
}

const inspected = (
  facts: CertificateFacts,
  certificate: X509Certificate,
  opened: OpenedContainer | null,
  context: JudgementContext,
): Inspection => ({ kind: 'verdict', verdict: verdictOf(facts, context), certificate, opened, facts });

/** Judges a public certificate alone, such as one that is kept; the key is known to be in the keychain or not. */
export function judgeStored(
  certificate: X509Certificate,
  keyIsStored: boolean,
  context: JudgementContext,
): CertificateVerdict {
  const facts = readFacts(certificate, null, 'pkcs12');
  return verdictOf({ ...facts, privateKey: keyIsStored ? 'belongs' : 'missing' }, context);
}

export function verdictOf(facts: CertificateFacts, context: JudgementContext): CertificateVerdict {
  return { ...judgeCertificate(facts, context), facts: factsForPage(facts) };
}

/** The facts as the contract carries them. */
export function factsForPage(facts: CertificateFacts): z.infer<typeof certificateFactsSchema> {
  return {
    subject: facts.subject,
    issuer: facts.issuer,
    serialNumber: facts.serialNumber,
    notBefore: facts.notBefore,
    notAfter: facts.notAfter,
    keyKind: keyText(facts.key).slice(0, 40),
    signature: signatureText(facts.signature).slice(0, 60),
    fingerprintSha256: facts.fingerprintSha256,
    fingerprintSha1: facts.fingerprintSha1,
  };
}
