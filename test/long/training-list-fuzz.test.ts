// A hundred thousand damaged lists of trainings: none crashes or hangs the reader, none loses or changes a value without a word.
import { expect, it } from 'vitest';
import { expectSafeLists, runListFuzz } from '../support/list-fuzz/run.ts';

it('100,000 damaged lists are each judged or refused, within time and memory', async () => {
  const record = await runListFuzz(100_000, 1);
  process.stdout.write(`${JSON.stringify(record)}\n`);
  expectSafeLists(record);
  expect(record.cases).toBe(100_000);
});
