// Key derivation of PKCS#12 and the repeated hash under it, against node:crypto and against the standard's own text
// written out in the plainest way.
import { createHash, hash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashRepeatedly } from '../../../main/certificates/iterated-hash.ts';
import { derivePkcs12Key, type KdfInput, purpose } from '../../../main/certificates/pkcs12-kdf.ts';
import { workBudget } from '../../../main/certificates/work-budget.ts';

const digests = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;

describe.each(digests)('%s, repeated', (digest) => {
  test('is what node:crypto gives for one round, on any digest', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (seed) => {
        const value = hash(digest, seed, 'buffer');
        expect(hashRepeatedly(digest, value, 1)).toEqual(hash(digest, value, 'buffer'));
      }),
      { numRuns: 300 },
    );
  });

  test('is what node:crypto gives for thousands of rounds, whatever the extremes of the first value', () => {
    const length = hash(digest, '', 'buffer').length;
    for (const first of [Buffer.alloc(length), Buffer.alloc(length, 0xff), Buffer.alloc(length, 0x80)]) {
      let expected: Buffer = first;
      for (let round = 0; round < 5_000; round += 1) expected = hash(digest, expected, 'buffer');
      expect(hashRepeatedly(digest, first, 5_000)).toEqual(expected);
    }
  });
});

/** RFC 7292, appendix B.2, with big integers. */
function plainKdf(input: KdfInput): Buffer {
  const block = input.digest === 'sha384' || input.digest === 'sha512' ? 128 : 64;
  const long = (bytes: Buffer) =>
    Buffer.alloc(Math.ceil(bytes.length / block) * block).map((_, index) => bytes[index % bytes.length] ?? 0);
  let state = Buffer.concat([long(input.salt), long(input.password)]);
  let result = Buffer.alloc(0);
  while (result.length < input.length) {
    let value = createHash(input.digest)
      .update(Buffer.concat([Buffer.alloc(block, input.purpose), state]))
      .digest();
    for (let round = 1; round < input.iterations; round += 1)
      value = createHash(input.digest).update(value).digest();
    result = Buffer.concat([result, value]);
    const addend = BigInt(`0x${Buffer.alloc(block, value).toString('hex')}`) + 1n;
    const pieces: Buffer[] = [];
    for (let at = 0; at < state.length; at += block) {
      const sum = (BigInt(`0x${state.toString('hex', at, at + block)}`) + addend) % (1n << BigInt(block * 8));
      pieces.push(Buffer.from(sum.toString(16).padStart(block * 2, '0'), 'hex'));
    }
    state = Buffer.concat(pieces);
  }
  return result.subarray(0, input.length);
}

test('derives what the standard says, for all digests, purposes and lengths', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...digests),
      fc.constantFrom(1 as const, 2 as const, 3 as const),
      fc.integer({ min: 1, max: 150 }),
      fc.integer({ min: 1, max: 90 }),
      fc.uint8Array({ minLength: 1, maxLength: 70 }),
      fc.uint8Array({ maxLength: 70 }),
      async (digest, purpose, iterations, length, salt, password) => {
        const input = {
          ...{ digest, purpose, iterations, length },
          ...{ salt: Buffer.from(salt), password: Buffer.from(password) },
        };
        expect(await derivePkcs12Key(input, workBudget())).toEqual(plainKdf(input));
      },
    ),
    { numRuns: 200 },
  );
});

describe('the budget of work', () => {
  const derive = (iterations: number, budget = workBudget()) =>
    derivePkcs12Key(
      { digest: 'sha1', password: Buffer.alloc(2), salt: randomBytes(8), iterations, purpose: 1, length: 20 },
      budget,
    );

  test.each([
    [0, 'fileUnreadable'],
    [2_000_001, 'tooManyIterations'],
    [Number.MAX_SAFE_INTEGER, 'tooManyIterations'],
  ])('refuses %d iterations', async (iterations, code) => {
    await expect(derive(iterations)).rejects.toMatchObject({ failure: { code } });
  });

  test('is for the file as a whole, so that many bags cannot multiply it', () => {
    const budget = workBudget();
    for (let bag = 0; bag < 4; bag += 1) budget.spend(616_250, 2);
    expect(() => budget.spend(1)).toThrow(expect.objectContaining({ message: 'tooManyIterations' }));
  });

  test('lets other work run while it derives, and can be called off', async () => {
    const stop = new AbortController();
    let others = 0;
    const ticking = setInterval(() => {
      others += 1;
      if (others === 3) stop.abort();
    }, 1);
    const derived = derive(2_000_000, workBudget(stop.signal));
    await expect(derived).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    clearInterval(ticking);
    expect(others).toBeGreaterThanOrEqual(3);
  });
});

test('SHA-384 costs as much of the budget as SHA-512: the most of the one is the most of the other', async () => {
  const input = { password: Buffer.alloc(2), salt: Buffer.alloc(8), purpose: purpose.mac } as const;
  // One more than a sixth of the budget; refused before it begins.
  for (const [digest, length] of [
    ['sha384', 48],
    ['sha512', 64],
  ] as const)
    await expect(
      derivePkcs12Key({ ...input, digest, length, iterations: 821_667 }, workBudget()),
    ).rejects.toThrow('tooManyIterations');
});
