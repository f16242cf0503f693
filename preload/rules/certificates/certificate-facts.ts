// What the criteria need to know about a certificate, read once by main and judged anywhere.

export type KeyFacts =
  | { kind: 'rsa'; bits: number }
  | { kind: 'ec'; curve: string }
  | { kind: 'other'; name: string };

export type SignatureFacts = {
  scheme: 'RSA' | 'RSASSA-PSS' | 'ECDSA' | 'other';
  /** `SHA-256`, or the object identifier of an algorithm that has no digest of its own. */
  digest: string;
};

/** How a file guards its key: with current algorithms, with old or weak ones, or not at all. */
export type ProtectionFacts = {
  level: 'modern' | 'legacy' | 'open';
  algorithms: string;
  /** Rounds of the weakest seal; 0 when there is none. */
  iterations: number;
};

export type CertificateFacts = {
  /** `bundle`: certificates only (.p7b); `twoFiles`: certificate and key apart. */
  format: 'pkcs12' | 'pem' | 'certificate' | 'bundle' | 'twoFiles';
  /** Null or absent where no file guards the key, as for one that is kept in the keychain. */
  protection?: ProtectionFacts | null;
  privateKey: 'belongs' | 'other' | 'missing';
  key: KeyFacts;
  signature: SignatureFacts;
  /** Names such as `Digital Signature`; null when the certificate has no Key Usage extension at all. */
  keyUsage: string[] | null;
  /** Instants in UTC text. */
  notBefore: string;
  notAfter: string;
  subject: string;
  /** The values inside the subject, without their names. */
  subjectValues: string[];
  issuer: string;
  issuerCommonName: string;
  selfSigned: boolean;
  serialNumber: string;
  fingerprintSha256: string;
  fingerprintSha1: string;
};

/** An issuer that the authority named or showed, with the days between which it issued (`yyyy-mm-dd`). */
export type DatedIssuer = {
  commonName: string;
  product: string;
  issuesFrom: string | null;
  issuesUntil: string | null;
};

export type JudgementContext = {
  /** The instant of judging, UTC text. */
  now: string;
  issuers: readonly DatedIssuer[];
  enterpriseName?: string | null;
  enterpriseNumber?: string | null;
  /** The service's clock minus this PC's, where it was measured. */
  clockSkewSeconds?: number | null;
};

/** `RSA 3072`, `EC P-384`. */
export const keyText = (key: KeyFacts): string =>
  key.kind === 'rsa' ? `RSA ${key.bits}` : key.kind === 'ec' ? `EC ${key.curve}` : key.name;

/** `RSA SHA-256`, `RSASSA-PSS SHA-384`. */
export const signatureText = ({ scheme, digest }: SignatureFacts): string =>
  scheme === 'other' ? digest : `${scheme} ${digest}`;
