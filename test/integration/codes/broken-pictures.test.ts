// Broken pictures and documents, a few hundred of them: each is answered, none throws, and memory stays where it was.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCodesTask } from '../../../main/codes/read-task.ts';
import { brokenPictures, expectedFailures } from '../../support/code-fuzz.ts';

it('answers whatever comes in', async () => {
  await fc.assert(
    fc.asyncProperty(brokenPictures, async (bytes) => {
      const read = await readCodesTask({ bytes });
      expect(read.ok ? 'pictureDamaged' : read.failure.code).toBeOneOf(expectedFailures);
    }),
    { numRuns: 250 },
  );
});

it('reads a whole picture after any broken one', async () => {
  const { modulesOf, pngOf } = await import('../../support/code-pictures.ts');
  await fc.assert(
    fc.asyncProperty(brokenPictures, async (bytes) => {
      await readCodesTask({ bytes });
      const read = await readCodesTask({ bytes: pngOf(modulesOf('9ZX4K7R2M5T8W'), 3) });
      expect(read.ok && read.value.map(({ text }) => text)).toEqual(['9ZX4K7R2M5T8W']);
    }),
    { numRuns: 40 },
  );
});
