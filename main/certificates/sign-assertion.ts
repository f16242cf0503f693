// The client assertion with which an enterprise asks for an access token: a JWT signed with its certificate's key
// (RFC 7523). Claims as in the published example: issuer, subject, audience, expiry, identifier.
import { type KeyObject, randomUUID, sign } from 'node:crypto';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

export type AssertionAlgorithm = 'RS256' | 'ES384' | 'ES512';

/** Half of the ten minutes that the authority allows: room for a slow network and for a clock that is off. */
export const assertionLifetimeSeconds = 300;
const longestLifetimeSeconds = 600;

/** Up to this difference an assertion of five minutes works without a correction. */
const toleratedSkewSeconds = 60;
/** No further than this is a clock believed: a `Date` years ahead would make an assertion that is good for years. */
const mostCorrectedSeconds = 900;

/** By how much an expiry is moved for a clock that is off by `skewSeconds`: nothing when little, or more than is believed. */
export const clockCorrection = (skewSeconds: number | null): number =>
  skewSeconds !== null && Math.abs(skewSeconds) > toleratedSkewSeconds && !isBeyondCorrection(skewSeconds)
    ? skewSeconds
    : 0;

export const isBeyondCorrection = (skewSeconds: number | null): boolean =>
  skewSeconds !== null && Math.abs(skewSeconds) > mostCorrectedSeconds;

export type AssertionInput = {
  key: KeyObject;
  clientId: string;
  /** URL of the token endpoint. */
  audience: string;
  now: Date;
  /** The service's clock minus ours, where an earlier answer told it; beyond fifteen minutes nothing is signed. */
  skewSeconds?: number;
  lifetimeSeconds?: number;
  /** Fresh for every assertion; a repeated one is refused as a replay. */
  newJti?: () => string;
};

/** RSA keys sign RS256, EC keys the algorithm of their curve; everything else is `certificateNotUsable`. */
export function assertionAlgorithm(key: KeyObject): Result<AssertionAlgorithm> {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= 2_048) return ok('RS256');
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'secp384r1') return ok('ES384');
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'secp521r1') return ok('ES512');
  return fail('certificateNotUsable');
}

/**
 * A compact JWT. `iat` and `nbf` are left out: they are optional, the published example has neither, and with a PC
 * whose clock runs ahead they only make the service refuse. Failures: certificateNotUsable, clockSkew.
 */
export async function signAssertion(input: AssertionInput): Promise<Result<string>> {
  const algorithm = assertionAlgorithm(input.key);
  if (!algorithm.ok) return algorithm;
  const skew = input.skewSeconds ?? 0;
  if (isBeyondCorrection(skew)) return fail('clockSkew', { details: { seconds: skew } });
  const lifetime = Math.min(input.lifetimeSeconds ?? assertionLifetimeSeconds, longestLifetimeSeconds);
  const serviceNow = Math.floor(input.now.getTime() / 1_000 + skew);
  const claims = {
    iss: input.clientId,
    sub: input.clientId,
    aud: input.audience,
    exp: serviceNow + lifetime,
    jti: (input.newJti ?? randomUUID)(),
  };
  const signed = `${part({ alg: algorithm.value, typ: 'JWT' })}.${part(claims)}`;
  const signature = await signBeside(digests[algorithm.value], signed, input.key);
  return ok(`${signed}.${signature.toString('base64url')}`);
}

const digests = { RS256: 'sha256', ES384: 'sha384', ES512: 'sha512' } as const;
const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** On Node's thread pool: RSA 4096 takes milliseconds. EC signatures as JWS wants them: r and s, not DER (RFC 7518, 3.4). */
function signBeside(digest: string, text: string, key: KeyObject): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sign(digest, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, (error, signature) =>
      error ? reject(error) : resolve(signature),
    );
  });
}
