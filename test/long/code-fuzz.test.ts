// Thousands of broken pictures and documents, each in the worker that the app reads them in: none hangs, none crashes it, and
// the process that asks keeps its memory.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCodes } from '../../main/codes/read-codes.ts';
import { brokenPictures, expectedFailures } from '../support/code-fuzz.ts';

const runs = Number(process.env['SOCIODESK_CODE_FUZZ'] ?? 5_000);

it('each broken picture is answered within its time and memory', async () => {
  const codes: Record<string, number> = {};
  let slowest = 0;
  const before = process.memoryUsage.rss();
  await fc.assert(
    fc.asyncProperty(brokenPictures, async (bytes) => {
      const began = performance.now();
      const read = await readCodes({ bytes });
      slowest = Math.max(slowest, performance.now() - began);
      const code = read.ok ? 'read' : read.failure.code;
      codes[code] = (codes[code] ?? 0) + 1;
      expect(code === 'read' || expectedFailures.includes(code)).toBe(true);
    }),
    { numRuns: runs },
  );
  const grown = Math.round((process.memoryUsage.rss() - before) / 1024 / 1024);
  process.stdout.write(
    `${JSON.stringify({ runs, codes, slowestMs: Math.round(slowest), grownMb: grown })}\n`,
  );
  expect(grown).toBeLessThan(300);
});
