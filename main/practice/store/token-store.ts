// Access tokens (as hashes only) and the assertion ids that were used, until they cannot be replayed any more.
import { createHash } from 'node:crypto';
import type { Connection } from './file-store.ts';

export interface IssuedToken {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Epoch milliseconds on the security clock. */
  readonly expiresAt: number;
}

export interface TokenStore {
  add(token: string, issued: IssuedToken): void;
  find(token: string): IssuedToken | undefined;
  /** Every token becomes an expired one. */
  expireAll(): void;
  /** False when this client used the id before. */
  useAssertion(clientId: string, jti: string, until: number): boolean;
  sweep(now: number): number;
}

interface TokenRow {
  client_id: string;
  scopes: string;
  expires_at: number;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const createTokenStore = (database: Connection): TokenStore => {
  const insert = database.prepare(
    'INSERT INTO token (hash, client_id, scopes, expires_at) VALUES (?, ?, ?, ?)',
  );
  const select = database.prepare<[string], TokenRow>(
    'SELECT client_id, scopes, expires_at FROM token WHERE hash = ?',
  );
  const expire = database.prepare('UPDATE token SET expires_at = 0');
  const use = database.prepare(
    'INSERT OR IGNORE INTO used_assertion (client_id, jti_hash, until) VALUES (?, ?, ?)',
  );
  const sweepTokens = database.prepare('DELETE FROM token WHERE expires_at < ?');
  const sweepAssertions = database.prepare('DELETE FROM used_assertion WHERE until < ?');
  return {
    add: (token, issued) => {
      insert.run(digest(token), issued.clientId, issued.scopes.join(' '), issued.expiresAt);
    },
    find: (token) => {
      const row = select.get(digest(token));
      if (row === undefined) return undefined;
      return { clientId: row.client_id, scopes: row.scopes.split(' '), expiresAt: row.expires_at };
    },
    expireAll: () => {
      expire.run();
    },
    useAssertion: (clientId, jti, until) => use.run(clientId, digest(jti), until).changes === 1,
    sweep: (now) => sweepTokens.run(now).changes + sweepAssertions.run(now).changes,
  };
};
