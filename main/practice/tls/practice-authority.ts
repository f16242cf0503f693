// A certificate authority of one run and its leaf for the loopback interface, so that practice speaks real HTTPS.
// Keys exist in memory only; X.509 fields after RFC 5280.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import * as der from './der-write.ts';

const ECDSA_SHA256 = der.sequence(der.objectId('1.2.840.10045.4.3.2'));
const DAY = 86_400_000;

interface CertificateRequest {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly extensions: Buffer[];
  readonly days: number;
  readonly now: number;
}

const distinguishedName = (commonName: string): Buffer =>
  der.sequence(der.setOf(der.sequence(der.objectId('2.5.4.3'), der.utf8String(commonName))));

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  der.sequence(der.objectId(id), ...(critical ? [der.booleanTrue()] : []), der.octetString(value));

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

// Any stable digest of the key will do as identifier (RFC 5280, 4.2.1.2).
const keyIdentifier = (key: KeyObject): Buffer =>
  createHash('sha256').update(spkiOf(key)).digest().subarray(0, 20);

const serialNumber = (): Buffer => {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x01;
  return bytes;
};

const pemOf = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;

const issue = (request: CertificateRequest): string => {
  const body = der.sequence(
    der.explicit(0, der.integer(Buffer.from([2]))),
    der.integer(serialNumber()),
    ECDSA_SHA256,
    distinguishedName(request.issuer),
    der.sequence(der.time(new Date(request.now - DAY)), der.time(new Date(request.now + request.days * DAY))),
    distinguishedName(request.subject),
    spkiOf(request.publicKey),
    der.explicit(3, der.sequence(...request.extensions)),
  );
  const signature = sign('sha256', body, request.signingKey);
  return pemOf(der.sequence(body, ECDSA_SHA256, der.bitString(signature)));
};

export interface PracticeAuthority {
  readonly caPem: string;
  readonly leafPem: string;
  readonly leafKeyPem: string;
}

/** A fresh authority and a leaf for `localhost` and 127.0.0.1, both valid from yesterday for 397 days. */
export const createPracticeAuthority = (now: number): PracticeAuthority => {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = `Sociodesk practice CA ${randomBytes(4).toString('hex')}`;
  const authorityKey = extension('2.5.29.35', der.sequence(der.implicit(0, keyIdentifier(ca.publicKey))));
  const caPem = issue({
    subject: issuer,
    issuer,
    publicKey: ca.publicKey,
    signingKey: ca.privateKey,
    days: 397,
    now,
    extensions: [
      extension('2.5.29.19', der.sequence(der.booleanTrue(), der.integer(Buffer.from([0]))), true),
      extension('2.5.29.15', der.bitString(Buffer.from([0x06]), 1), true),
      extension('2.5.29.14', der.octetString(keyIdentifier(ca.publicKey))),
    ],
  });
  const names = der.sequence(
    der.implicit(2, Buffer.from('localhost', 'ascii')),
    der.implicit(7, Buffer.from([127, 0, 0, 1])),
  );
  const leafPem = issue({
    subject: 'localhost',
    issuer,
    publicKey: leaf.publicKey,
    signingKey: ca.privateKey,
    days: 397,
    now,
    extensions: [
      extension('2.5.29.19', der.sequence(), true),
      extension('2.5.29.15', der.bitString(Buffer.from([0x80]), 7), true),
      extension('2.5.29.37', der.sequence(der.objectId('1.3.6.1.5.5.7.3.1'))),
      extension('2.5.29.17', names),
      extension('2.5.29.14', der.octetString(keyIdentifier(leaf.publicKey))),
      authorityKey,
    ],
  });
  const leafKeyPem = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { caPem, leafPem, leafKeyPem };
};
