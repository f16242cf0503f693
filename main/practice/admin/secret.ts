// The one secret of a run that opens the admin interface and the practice portal.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Refused } from '../http/contract-routes.ts';
import type { Exchange } from '../http/exchange.ts';
import { invalidAccessToken } from '../http/problem.ts';
import { bearerToken } from '../oauth/bearer.ts';

export const newSecret = (): string => randomBytes(32).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets a request through when it carries the secret; compared in constant time. */
export const requireSecret =
  (secret: string) =>
  (_operation: unknown, exchange: Exchange): { caller: null } | Refused => {
    const token = bearerToken(exchange.headers.authorization);
    const holds = token !== undefined && timingSafeEqual(digest(token), digest(secret));
    return holds ? { caller: null } : { refused: invalidAccessToken() };
  };
