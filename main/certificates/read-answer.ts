// What an issuer sends back for a signing request: one certificate or a chain, as .cer, .crt, .pem or .p7b.
import type { X509Certificate } from 'node:crypto';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { parsedCertificate } from './certificate-bundle.ts';
import { chainAbove } from './container-entries.ts';
import { certificateKeyPrint } from './generate-request.ts';
import { readFile } from './read-file.ts';
import { asContractFailure, Refusal } from './refusal.ts';
import { workBudget } from './work-budget.ts';

export type Answer<T> = { request: T; certificate: X509Certificate; chain: X509Certificate[] };

/**
 * Finds the certificate whose key a request of ours waits for. Failures: `signingRequest` for the request itself,
 * `answerIsContainer` for a file with a key of its own, `answerDoesNotMatch` when no request has this key; those of
 * reading.
 */
export async function readAnswer<T>(
  bytes: Uint8Array,
  requestOf: (publicKeySha256: string) => T | null,
): Promise<Result<Answer<T>>> {
  const certificates = await readCertificates(bytes);
  if (!certificates.ok) return certificates;
  for (const certificate of certificates.value) {
    const print = certificateKeyPrint(certificate);
    const request = print === null ? null : requestOf(print);
    if (request !== null) {
      return ok({ request, certificate, chain: chainAbove(certificate, certificates.value) });
    }
  }
  return certificates.value.length === 0
    ? fail('notAContainer')
    : fail('answerDoesNotMatch', { details: { certificates: certificates.value.length } });
}

/** A sealed container is recognised by what reading it without a password says. */
async function readCertificates(bytes: Uint8Array): Promise<Result<X509Certificate[]>> {
  try {
    const { found } = await readFile(bytes, '', workBudget());
    if (found.keys.length > 0) return fail('answerIsContainer');
    return ok(found.certificates.flatMap(({ der }) => parsedCertificate(der) ?? []));
  } catch (error) {
    if (!(error instanceof Refusal)) return fail('fileUnreadable');
    const sealed = ['wrongPassword', 'unsupportedEncryption', 'javaKeystore'].includes(error.failure.code);
    return sealed ? fail('answerIsContainer') : asContractFailure(error.failure);
  }
}
