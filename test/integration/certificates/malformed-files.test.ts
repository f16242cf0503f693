// Malformed certificate files, built from sound ones: a short run of what `npm run long` does with 200,000.
import { expect, test } from 'vitest';
import { expectSafe } from '../../support/container-fuzz/expect-safe.ts';
import { random } from '../../support/container-fuzz/random.ts';
import { runFuzz } from '../../support/container-fuzz/run.ts';

test('4,000 malformed files are each opened or refused, within time and memory', async () => {
  expectSafe(await runFuzz(4_000, 1));
});

test('the same seed makes the same file again', () => {
  expect(random(7).bytes(20)).toEqual(random(7).bytes(20));
  expect(random(7).bytes(20)).not.toEqual(random(8).bytes(20));
});
