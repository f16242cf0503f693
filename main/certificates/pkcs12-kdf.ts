// Key derivation of PKCS#12 itself (RFC 7292, appendix B.2), for the MAC and the legacy ciphers.
// It runs on the main thread in slices of a few milliseconds: a worker would need a bundle of its own for one loop.
import { hash } from 'node:crypto';
import { hashRepeatedly } from './iterated-hash.ts';
import type { WorkBudget } from './work-budget.ts';

export type KdfDigest = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** What the derived bytes are for: part of the derivation. */
export const purpose = { key: 1, iv: 2, mac: 3 } as const;

/** `cost`: time of one round beside SHA-1, as measured. */
const sizes: Record<KdfDigest, { block: number; output: number; cost: number }> = {
  sha1: { block: 64, output: 20, cost: 1 },
  sha224: { block: 64, output: 28, cost: 4 },
  sha256: { block: 64, output: 32, cost: 2.2 },
  sha384: { block: 128, output: 48, cost: 6 },
  sha512: { block: 128, output: 64, cost: 6 },
};

/** Hashes between two looks at the clock: about half a millisecond. */
const stride = 1_024;

export type KdfInput = {
  digest: KdfDigest;
  /** BMPString with its two closing zero bytes, or no bytes at all for "no password". */
  password: Buffer;
  salt: Buffer;
  iterations: number;
  purpose: 1 | 2 | 3;
  /** Wanted bytes. */
  length: number;
};

export async function derivePkcs12Key(input: KdfInput, budget: WorkBudget): Promise<Buffer> {
  const { digest } = input;
  const { block, output, cost } = sizes[digest];
  const rounds = Math.ceil(input.length / output);
  budget.spend(input.iterations, rounds * cost);
  const diversifier = Buffer.alloc(block, input.purpose);
  const state = Buffer.concat([stretch(input.salt, block), stretch(input.password, block)]);
  const blocks: Buffer[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let value: Buffer = hash(digest, Buffer.concat([diversifier, state]), 'buffer');
    for (let done = 1; done < input.iterations; done += stride) {
      value = hashRepeatedly(digest, value, Math.min(stride, input.iterations - done));
      await budget.breathe();
    }
    blocks.push(value);
    if (round + 1 < rounds) addToEachBlock(state, stretch(value, block), block);
  }
  return Buffer.concat(blocks).subarray(0, input.length);
}

/** Repeats bytes up to a multiple of the block; nothing stays nothing. */
function stretch(bytes: Buffer, block: number): Buffer {
  if (bytes.length === 0) return Buffer.alloc(0);
  return Buffer.alloc(block * Math.ceil(bytes.length / block), bytes);
}

/** Each block of the state becomes (block + value + 1) modulo 2^(8·block). */
function addToEachBlock(state: Buffer, value: Buffer, block: number): void {
  for (let start = 0; start < state.length; start += block) {
    let carry = 1;
    for (let index = block - 1; index >= 0; index -= 1) {
      const sum = state.readUInt8(start + index) + value.readUInt8(index % value.length) + carry;
      state.writeUInt8(sum & 0xff, start + index);
      carry = sum >> 8;
    }
  }
}
