// Signs an envelope: exclusive canonical form, SHA-256, RSA, over certificate, timestamp and body, and nothing else (contract §6).
// The key comes from the keychain and is used here, in main only.
import type { KeyObject, X509Certificate } from 'node:crypto';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { securedEnvelope } from './envelope.ts';
import { exclusiveC14n, rsaSha256, sha256, wsseNs, wsuNs, x509v3 } from './namespaces.ts';
import { element, type XmlElement, xmlText } from './xml-build.ts';

export type Signer = { privateKey: KeyObject; certificate: X509Certificate };

/** The profile signs with RSA only, from 2,048 bits on. Failure certificateNotUsable. */
export function asSigner(signer: Signer): Result<Signer> {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = signer.privateKey;
  return kind === 'rsa' && (details?.modulusLength ?? 0) >= 2_048 ? ok(signer) : fail('certificateNotUsable');
}

/** The whole message, signed. `now`: on the clock of the service. Failure certificateNotUsable. */
export async function signedEnvelope(body: XmlElement, signer: Signer, now: Date): Promise<Result<string>> {
  const usable = asSigner(signer);
  if (!usable.ok) return usable;
  const { SignedXml } = await import('xml-crypto');
  const { text, ids } = securedEnvelope(body, signer.certificate.raw, now);
  const signature = new SignedXml({
    idMode: 'wssecurity',
    privateKey: signer.privateKey,
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: exclusiveC14n,
    getKeyInfoContent: () => keyInfo(ids.certificate),
  });
  for (const id of [ids.certificate, ids.timestamp, ids.body])
    signature.addReference({
      xpath: `//*[@*[local-name()='Id' and namespace-uri()='${wsuNs}']='${id}']`,
      transforms: [exclusiveC14n],
      digestAlgorithm: sha256,
    });
  signature.computeSignature(text, {
    prefix: 'ds',
    location: { reference: `//*[local-name()='Security' and namespace-uri()='${wsseNs}']`, action: 'append' },
    existingPrefixes: { wsse: wsseNs, wsu: wsuNs },
  });
  return ok(signature.getSignedXml());
}

const keyInfo = (id: string): string =>
  xmlText(
    element('wsse:SecurityTokenReference', [
      element('wsse:Reference', [], { URI: `#${id}`, ValueType: x509v3 }),
    ]),
  );
