// All bytes of an encrypted database as they are without its key: free pages and the log of the last writes included, so that a search
// through them sees what a person with the key could dig up. Decrypted here by SQLCipher's design document, not by SQLite.
import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const PAGE = 4096;
/** Of each page: an IV of 16 bytes and a code of 64. */
const RESERVED = 80;
const SALT = 16;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

export function decryptedImage(file: string, key: Buffer): Buffer {
  const database = readFileSync(file);
  const pages: Buffer[] = [];
  for (let at = 0; at + PAGE <= database.length; at += PAGE)
    pages.push(decrypted(database.subarray(at, at + PAGE), at === 0, key));
  const log = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  for (let at = LOG_HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
    const start = at + FRAME_HEADER;
    pages.push(decrypted(log.subarray(start, start + PAGE), log.readUInt32BE(at) === 1, key));
  }
  return Buffer.concat(pages);
}

/** The first page begins with the salt instead of its own first bytes. */
function decrypted(page: Buffer, first: boolean, key: Buffer): Buffer {
  const end = PAGE - RESERVED;
  const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(page.subarray(first ? SALT : 0, end)), cipher.final()]);
}

/** Which of the texts stand in the bytes, in either of two encodings. */
export const foundIn = (bytes: Buffer, texts: readonly string[]): string[] =>
  texts.filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
