// Two hundred thousand malformed certificate files: none crashes the reader, takes two seconds or grows by 200 MB.
import { expect, it } from 'vitest';
import { expectSafe } from '../support/container-fuzz/expect-safe.ts';
import { runFuzz } from '../support/container-fuzz/run.ts';

it('200,000 malformed files are each opened or refused, within time and memory', async () => {
  const record = await runFuzz(200_000, 1);
  process.stdout.write(`${JSON.stringify(record)}\n`);
  expectSafe(record);
  expect(record.cases).toBe(200_000);
});
