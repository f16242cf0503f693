// Tells a wrong key from a damaged file by checking page authentication codes, as laid down in SQLCipher's design
// document (version 4: 4,096-byte pages, 80 reserved bytes holding a 16-byte IV and an HMAC-SHA512).
import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const PAGE = 4096;
const MAC = 64;
const SALT = 16;
const MOST_PAGES = 32;

/** True when `key` authenticates at least one of the first pages, so that the file is ours but damaged. */
export function keyOpensAnyPage(file: string, key: Buffer): boolean {
  const handle = openSync(file, 'r');
  try {
    const pages = Math.min(MOST_PAGES, Math.floor(fstatSync(handle).size / PAGE));
    if (pages === 0) return false;
    const salt = Buffer.alloc(SALT);
    readSync(handle, salt, 0, SALT, 0);
    const macKey = pbkdf2Sync(
      key,
      salt.map((byte) => byte ^ 0x3a),
      2,
      32,
      'sha512',
    );
    for (let number = 1; number <= pages; number += 1) {
      if (pageVerifies(handle, number, macKey)) return true;
    }
    return false;
  } finally {
    closeSync(handle);
  }
}

function pageVerifies(handle: number, number: number, macKey: Buffer): boolean {
  const page = Buffer.alloc(PAGE);
  readSync(handle, page, 0, PAGE, (number - 1) * PAGE);
  const start = number === 1 ? SALT : 0;
  const signedEnd = PAGE - MAC;
  const counter = Buffer.alloc(4);
  counter.writeUInt32LE(number);
  const mac = createHmac('sha512', macKey).update(page.subarray(start, signedEnd)).update(counter).digest();
  return timingSafeEqual(mac, page.subarray(signedEnd));
}
