// Criteria on file, key and signature. Values: the authority's page on certificates for REST channels (RSA 2048, 3072,
// 4096 or EC P-384, P-521; SHA-256, SHA-384, SHA-512; Key Usage with Digital Signature).
import { type CertificateFacts, keyText, signatureText } from './certificate-facts.ts';
import { type Criterion, criterion } from './criterion.ts';

const rsaBits = [2_048, 3_072, 4_096];
const curves = ['P-384', 'P-521'];
const digests = ['SHA-256', 'SHA-384', 'SHA-512'];

export const judgeFile = ({ format }: CertificateFacts): Criterion =>
  criterion('CERT-FILE', { outcome: 'ok', found: `found.${format}`, certainty: 'inferred' });

/** How well the file guards its key: our advice, as the authority sees the public part only. */
export function judgeProtection({ protection }: CertificateFacts): Criterion[] {
  if (!protection) return [];
  const { level, algorithms, iterations } = protection;
  return [
    criterion('CERT-PROTECTION', {
      outcome: level === 'modern' ? 'ok' : 'warning',
      found: `found.${level}`,
      remedy: `remedy.${level}`,
      params: { algorithms, iterations },
      certainty: 'assumed',
    }),
  ];
}

export function judgePrivateKey({ privateKey, format }: CertificateFacts): Criterion[] {
  if (privateKey === 'missing') {
    const remedy = format === 'bundle' ? 'remedy.bundle' : 'remedy.certificate';
    return [criterion('CERT-KEY-PRESENT', { outcome: 'failed', found: 'found.missing', remedy })];
  }
  const belongs = privateKey === 'belongs';
  return [
    criterion('CERT-KEY-PRESENT', { outcome: 'ok', found: 'found.present' }),
    criterion('CERT-KEY-MATCH', {
      outcome: belongs ? 'ok' : 'failed',
      found: belongs ? 'found.belongs' : 'found.other',
    }),
  ];
}

export function judgeKeyKind({ key }: CertificateFacts): Criterion {
  const allowed =
    (key.kind === 'rsa' && rsaBits.includes(key.bits)) || (key.kind === 'ec' && curves.includes(key.curve));
  return criterion('CERT-KEY-KIND', { outcome: allowed ? 'ok' : 'failed', params: { key: keyText(key) } });
}

/** RSASSA-PSS with an allowed digest passes: the criterion names the digest only. */
export function judgeDigest({ signature }: CertificateFacts): Criterion {
  const allowed = signature.scheme !== 'other' && digests.includes(signature.digest);
  return criterion('CERT-DIGEST', {
    outcome: allowed ? 'ok' : 'failed',
    params: { signature: signatureText(signature) },
    certainty: signature.scheme === 'RSASSA-PSS' ? 'inferred' : 'seed',
  });
}

/** Without the extension every use is allowed by X.509, but the authority asks for Digital Signature by name. */
export function judgeKeyUsage({ keyUsage }: CertificateFacts): Criterion {
  if (keyUsage === null || keyUsage.length === 0) {
    return criterion('CERT-KEY-USAGE', { outcome: 'failed', found: 'found.none' });
  }
  return criterion('CERT-KEY-USAGE', {
    outcome: keyUsage.includes('Digital Signature') ? 'ok' : 'failed',
    found: 'found.listed',
    params: { usages: keyUsage.join(', ') },
  });
}
