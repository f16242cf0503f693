// Hashes a digest over and over, as the PKCS#12 derivation asks (up to millions of times). One call into OpenSSL per
// round costs three times the hash itself, so SHA-1 and SHA-256 of one short block are computed here (FIPS 180-4);
// tests compare every round with node:crypto. Other digests go to node:crypto.
import { hash } from 'node:crypto';
import type { KdfDigest } from './pkcs12-kdf.ts';

/** Applies the digest `rounds` times to `value`, which is itself a digest of that kind. */
export function hashRepeatedly(digest: KdfDigest, value: Buffer, rounds: number): Buffer {
  if (digest === 'sha1') return repeat(value, 5, rounds, sha1Block);
  if (digest === 'sha256') return repeat(value, 8, rounds, sha256Block);
  let result = value;
  for (let round = 0; round < rounds; round += 1) result = hash(digest, result, 'buffer');
  return result;
}

/** `state` holds the digest before and after; `schedule` is working space. */
type BlockFunction = (state: Int32Array, schedule: Int32Array) => void;

function repeat(value: Buffer, words: number, rounds: number, block: BlockFunction): Buffer {
  const state = Int32Array.from({ length: words }, (_, index) => value.readInt32BE(index * 4));
  const schedule = new Int32Array(80);
  for (let round = 0; round < rounds; round += 1) block(state, schedule);
  const result = Buffer.alloc(words * 4);
  state.forEach((word, index) => {
    result.writeInt32BE(word, index * 4);
  });
  return result;
}

/** The message is the digest alone, so its padding is the same each time: a one, zeros, the length in bits. */
function fill(state: Int32Array, schedule: Int32Array): void {
  const words = state.length;
  for (let index = 0; index < words; index += 1) schedule[index] = at(state, index);
  schedule[words] = 0x80000000 | 0;
  for (let index = words + 1; index < 15; index += 1) schedule[index] = 0;
  schedule[15] = words * 32;
}

function sha1Block(state: Int32Array, w: Int32Array): void {
  fill(state, w);
  for (let t = 16; t < 80; t += 1) {
    const x = at(w, t - 3) ^ at(w, t - 8) ^ at(w, t - 14) ^ at(w, t - 16);
    w[t] = (x << 1) | (x >>> 31);
  }
  let a = 0x67452301;
  let b = 0xefcdab89 | 0;
  let c = 0x98badcfe | 0;
  let d = 0x10325476;
  let e = 0xc3d2e1f0 | 0;
  for (let t = 0; t < 20; t += 1) {
    const next = (((a << 5) | (a >>> 27)) + ((b & c) | (~b & d)) + e + at(w, t) + 0x5a827999) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  for (let t = 20; t < 40; t += 1) {
    const next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + at(w, t) + 0x6ed9eba1) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  for (let t = 40; t < 60; t += 1) {
    const next = (((a << 5) | (a >>> 27)) + ((b & c) | (b & d) | (c & d)) + e + at(w, t) + 0x8f1bbcdc) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  for (let t = 60; t < 80; t += 1) {
    const next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + at(w, t) + 0xca62c1d6) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  state[0] = a + 0x67452301;
  state[1] = b + (0xefcdab89 | 0);
  state[2] = c + (0x98badcfe | 0);
  state[3] = d + 0x10325476;
  state[4] = e + (0xc3d2e1f0 | 0);
}

const primes = firstPrimes(64);
/** The first 32 bits of the fractional part of a root. */
const fraction = (root: number) => Math.floor((root % 1) * 0x1_0000_0000) | 0;
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

function sha256Block(state: Int32Array, w: Int32Array): void {
  fill(state, w);
  for (let t = 16; t < 64; t += 1) {
    const x = at(w, t - 15);
    const y = at(w, t - 2);
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = at(w, t - 16) + s0 + at(w, t - 7) + s1;
  }
  let a = at(start, 0);
  let b = at(start, 1);
  let c = at(start, 2);
  let d = at(start, 3);
  let e = at(start, 4);
  let f = at(start, 5);
  let g = at(start, 6);
  let h = at(start, 7);
  for (let t = 0; t < 64; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(constants, t) + at(w, t)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = at(start, 0) + a;
  state[1] = at(start, 1) + b;
  state[2] = at(start, 2) + c;
  state[3] = at(start, 3) + d;
  state[4] = at(start, 4) + e;
  state[5] = at(start, 5) + f;
  state[6] = at(start, 6) + g;
  state[7] = at(start, 7) + h;
}

/** Indexes here are always inside the array; the compiler cannot know. */
function at(array: Int32Array, index: number): number {
  return array[index] as number;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
