// The hashes of the history. Fields are joined by their lengths, so that no two different events encode alike.
import { createHash, createHmac } from 'node:crypto';

/** What an event's hash covers: all of its row except the hash itself. */
export type HashedEvent = {
  seq: number;
  id: string;
  chain: string;
  position: number;
  kind: string;
  at: string;
  actorKind: string;
  actorName: string;
  actorOsAccount: string;
  subjectKind: string | null;
  subjectId: string | null;
  result: string;
  contract: string;
  appVersion: string;
  previousHash: string;
  payloadHmac: string;
};

export type PayloadParts = { payload: string; summary: string; words: string };

/** The `previousHash` of the first event of a chain: differs per chain, so that a chain cannot pass for another. */
export function chainStart(chain: string): string {
  return createHash('sha256')
    .update(encode(['sociodesk/history/chain/1', chain]))
    .digest('hex');
}

/** SHA-256 of an event, as 64 hexadecimal digits. */
export function eventHash(event: HashedEvent): string {
  const fields = [
    'sociodesk/history/event/1',
    event.previousHash,
    event.payloadHmac,
    String(event.seq),
    event.id,
    event.chain,
    String(event.position),
    event.kind,
    event.at,
    event.actorKind,
    event.actorName,
    event.actorOsAccount,
    event.subjectKind,
    event.subjectId,
    event.result,
    event.contract,
    event.appVersion,
  ];
  return createHash('sha256').update(encode(fields)).digest('hex');
}

/** HMAC-SHA256 under the event's own salt: once the salt is erased, the payload cannot be guessed from it. */
export function payloadHmac(salt: Uint8Array, { payload, summary, words }: PayloadParts): string {
  return createHmac('sha256', salt)
    .update(encode(['sociodesk/history/payload/1', payload, summary, words]))
    .digest('hex');
}

/** SHA-256 over ids in order, for the record of an erasure. */
export function idsDigest(ids: readonly string[]): string {
  return createHash('sha256')
    .update(encode([...ids].sort()))
    .digest('hex');
}

function encode(fields: readonly (string | null)[]): Buffer {
  // A null has no bytes after its mark, and an empty text has a length of zero: the two differ.
  const text = fields
    .map((field) => (field === null ? 'n;' : `${Buffer.byteLength(field)}:${field};`))
    .join('');
  return Buffer.from(text, 'utf8');
}
