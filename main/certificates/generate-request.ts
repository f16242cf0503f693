// A signing request (PKCS#10, RFC 2986) in the enterprise's name, for an issuer such as GlobalSign. It asks for Key Usage
// Digital Signature, which the authority requires; the issuer decides what the certificate gets.
import { createHash, createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { generateKey, type KeyKind, signingOf, subjectOf, webKeys, x509Library } from './generate-key.ts';

export type GeneratedRequest = { requestDer: Uint8Array; privateKey: KeyObject; publicKeySha256: string };

export async function generateRequest(input: {
  enterpriseName: string;
  /** Ten digits. */
  enterpriseNumber: string;
  keyKind: KeyKind;
}): Promise<GeneratedRequest> {
  const pair = await generateKey(input.keyKind);
  const x509 = await x509Library();
  const signing = signingOf(input.keyKind);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: new x509.Name(subjectOf(input)),
    keys: await webKeys(pair, signing),
    signingAlgorithm: signing,
    extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)],
  });
  return {
    requestDer: new Uint8Array(request.rawData),
    privateKey: pair.privateKey,
    publicKeySha256: publicKeyPrint(pair.publicKey),
  };
}

/** SHA-256 over the public key, `AB:CD:…`: the same for a request, its key and the certificate that answers it. */
export function publicKeyPrint(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  const digest = createHash('sha256').update(open.export({ format: 'der', type: 'spki' }));
  return (digest.digest('hex').toUpperCase().match(/../g) ?? []).join(':');
}

/** Null when the certificate's key cannot be read. */
export function certificateKeyPrint(certificate: X509Certificate): string | null {
  try {
    return publicKeyPrint(certificate.publicKey);
  } catch {
    return null;
  }
}

/** As PEM, in lines of 64 characters (RFC 7468). */
export function requestPem(requestDer: Uint8Array): Uint8Array {
  const lines =
    Buffer.from(requestDer)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const text = ['-----BEGIN CERTIFICATE REQUEST-----', ...lines, '-----END CERTIFICATE REQUEST-----', ''];
  return Buffer.from(text.join('\n'), 'ascii');
}
