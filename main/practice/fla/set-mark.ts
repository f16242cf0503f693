// The mark of a stored set: given with what is read, and asked back by whoever replaces only what was read (RFC 9110 §13.1.1).
import { createHash } from 'node:crypto';
import type { StoredTraining } from '../store/training-store.ts';

export const markOf = (stored: readonly StoredTraining[]): string => {
  const hash = createHash('sha256');
  const rows = stored.map(({ externalReference, body }) => `${externalReference} ${body}`);
  for (const row of rows.toSorted()) hash.update(`${row}\n`);
  return `"${hash.digest('base64url').slice(0, 27)}"`;
};
