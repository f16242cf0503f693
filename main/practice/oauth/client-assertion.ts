// Judges a client assertion (private_key_jwt, RFC 7521 and 7523) against the certificates that Chaman holds.
import { X509Certificate } from 'node:crypto';
import type { Account, AccountStore } from '../store/account-store.ts';
import { algorithmIsAllowed, decodeJws, type Jws, signatureHolds } from './jws.ts';

/** Tolerated difference between two clocks, in seconds. */
export const SKEW = 60;
/** The longest life of an assertion, in seconds (guide of the FLA API channel: ten minutes). */
export const LONGEST_LIFE = 600;

export interface AssertionFacts {
  readonly accounts: AccountStore;
  readonly audience: string;
  /** Epoch milliseconds on the security clock. */
  readonly now: number;
  /** Records the jti; false when it was used before. */
  readonly claimOnce: (clientId: string, jti: string, until: number) => boolean;
}

export type AssertionVerdict =
  | { readonly account: Account }
  | { readonly error: 'invalid_client' | 'unauthorized_client'; readonly description: string };

const refuse = (description: string): AssertionVerdict => ({ error: 'invalid_client', description });

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const headerFault = ({ header, algorithm }: Jws): string | undefined => {
  if (!algorithmIsAllowed(algorithm)) return 'the signature algorithm is not allowed';
  if ('crit' in header) return 'critical header parameters are not understood';
  if ('b64' in header) return 'unencoded payloads are not understood';
  const type = header['typ'];
  if (type !== undefined && (typeof type !== 'string' || type.toUpperCase() !== 'JWT')) {
    return 'the header type is not JWT';
  }
  return undefined;
};

const timeFault = (claims: Jws['claims'], nowSeconds: number): string | undefined => {
  const { exp, nbf, iat } = claims;
  if (!isTime(exp)) return 'exp is missing or not a number';
  if (exp <= nowSeconds - SKEW) return 'the client assertion has expired';
  if (exp > nowSeconds + LONGEST_LIFE + SKEW) {
    return `the client assertion expires more than ${LONGEST_LIFE} seconds from now`;
  }
  if (nbf !== undefined && (!isTime(nbf) || nbf > nowSeconds + SKEW))
    return 'the client assertion is not yet valid';
  if (iat !== undefined && (!isTime(iat) || iat > nowSeconds + SKEW))
    return 'the client assertion is from the future';
  return undefined;
};

const audienceHolds = (aud: unknown, audience: string): boolean =>
  aud === audience || (Array.isArray(aud) && aud.includes(audience));

const keyFault = (jws: Jws, pems: readonly string[], now: number): string | undefined => {
  if (pems.length === 0) return 'no certificate is attached to this client';
  const certificates = pems.map((pem) => new X509Certificate(pem));
  const signer = certificates.find((certificate) => signatureHolds(jws, certificate.publicKey));
  if (signer === undefined) return 'no attached certificate verifies the signature';
  const current = certificates.some(
    (certificate) =>
      certificate.validFromDate.getTime() <= now &&
      now <= certificate.validToDate.getTime() &&
      signatureHolds(jws, certificate.publicKey),
  );
  return current ? undefined : 'the certificate is expired or not yet valid';
};

/** The account that made this assertion, or the OAuth error that refuses it. */
export const judgeAssertion = (compact: string, facts: AssertionFacts): AssertionVerdict => {
  const jws = decodeJws(compact);
  if (jws === undefined) return refuse('the client assertion is not a JWT');
  const wrongHeader = headerFault(jws);
  if (wrongHeader !== undefined) return refuse(wrongHeader);
  const { iss, sub, aud, jti, exp } = jws.claims;
  if (typeof iss !== 'string' || iss === '') return refuse('iss is missing');
  if (sub !== iss) return refuse('sub must equal iss');
  if (!audienceHolds(aud, facts.audience)) return refuse('aud does not name this token endpoint');
  const wrongTime = timeFault(jws.claims, facts.now / 1000);
  if (wrongTime !== undefined || !isTime(exp)) return refuse(wrongTime ?? 'exp is missing');
  if (typeof jti !== 'string' || jti === '' || jti.length > 255) return refuse('jti is missing');
  const account = facts.accounts.account(iss);
  if (account === undefined) return refuse('the client is unknown');
  const pems = facts.accounts.certificates(iss).map((certificate) => certificate.pem);
  const wrongKey = keyFault(jws, pems, facts.now);
  if (wrongKey !== undefined) return refuse(wrongKey);
  if (!facts.claimOnce(iss, jti, exp * 1000 + SKEW * 1000)) return refuse('the jti was used before');
  if (account.state !== 'active') {
    return { error: 'unauthorized_client', description: 'the account is disabled' };
  }
  return { account };
};
