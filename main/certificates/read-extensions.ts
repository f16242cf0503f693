// Signature algorithm and Key Usage of a certificate, from its DER.
import type { SignatureFacts } from '../../preload/rules/certificates/certificate-facts.ts';
import { bits, explicit, isContext, type Node, octets, oid, parse, parts } from './asn1.ts';

const pss = '1.2.840.113549.1.1.10';
const signatures: Record<string, SignatureFacts> = {
  '1.2.840.113549.1.1.4': { scheme: 'RSA', digest: 'MD5' },
  '1.2.840.113549.1.1.5': { scheme: 'RSA', digest: 'SHA-1' },
  '1.2.840.113549.1.1.14': { scheme: 'RSA', digest: 'SHA-224' },
  '1.2.840.113549.1.1.11': { scheme: 'RSA', digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { scheme: 'RSA', digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { scheme: 'RSA', digest: 'SHA-512' },
  '1.2.840.10045.4.1': { scheme: 'ECDSA', digest: 'SHA-1' },
  '1.2.840.10045.4.3.1': { scheme: 'ECDSA', digest: 'SHA-224' },
  '1.2.840.10045.4.3.2': { scheme: 'ECDSA', digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { scheme: 'ECDSA', digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { scheme: 'ECDSA', digest: 'SHA-512' },
};

const digestNames: Record<string, string> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** Bits of Key Usage in the order of RFC 5280, §4.2.1.3. */
const usageNames = [
  'Digital Signature',
  'Non Repudiation',
  'Key Encipherment',
  'Data Encipherment',
  'Key Agreement',
  'Certificate Sign',
  'CRL Sign',
  'Encipher Only',
  'Decipher Only',
];

/** What cannot be read is `unknown`, which no criterion accepts. */
export function readSignature(der: Uint8Array): SignatureFacts {
  try {
    const [, algorithm] = parts(parse(der));
    const [name, parameters] = parts(algorithm);
    const id = oid(name);
    if (id === pss) return { scheme: 'RSASSA-PSS', digest: pssDigest(parameters) };
    return signatures[id] ?? { scheme: 'other', digest: id };
  } catch {
    return { scheme: 'other', digest: 'unknown' };
  }
}

/** RFC 4055, §3.1: SHA-1 unless the parameters name another. */
function pssDigest(parameters: Node | undefined): string {
  const named = parameters && Array.isArray(parameters.value) ? parameters.value[0] : undefined;
  if (!isContext(named, 0)) return 'SHA-1';
  const id = oid(parts(explicit(named, 0))[0]);
  return digestNames[id] ?? id;
}

/** Null without the extension, or when it cannot be read. */
export function readKeyUsage(der: Uint8Array): string[] | null {
  try {
    return keyUsageOf(der);
  } catch {
    return null;
  }
}

function keyUsageOf(der: Uint8Array): string[] | null {
  const [tbs] = parts(parse(der));
  const extensions = parts(tbs).find((node) => isContext(node, 3));
  if (!extensions) return null;
  for (const extension of parts(explicit(extensions, 3))) {
    const fields = parts(extension);
    if (oid(fields[0]) !== '2.5.29.15') continue;
    const flags = bits(parse(octets(fields.at(-1))));
    return usageNames.filter((_, index) => ((flags[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0);
  }
  return null;
}
