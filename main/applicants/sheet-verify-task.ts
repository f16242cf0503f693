// In a worker: draws every page of finished sheets and reads their codes, as a scanner would, to compare them with what they must hold.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { openPdf } from '../codes/pdf-pages.ts';
import { readCodesOfPixels } from '../codes/read-pixels.ts';
import type { TaskRun } from '../platform/job-tasks.ts';

export type VerifyingSheets = {
  pdf: Uint8Array;
  /** For each page what its codes must hold. */
  pages: readonly (readonly string[])[];
};

/** Pixels of the longer side, in turn: 200 dpi of an A4, then 300 for codes that hold much. */
const sides = [2_340, 3_510] as const;

/** The task `applicantSheets.verify`: how many codes were read. Failure posterMismatch (`details.page`, from 1). */
export const verifySheets: TaskRun<VerifyingSheets, Promise<Result<number>>> = async (
  { pdf, pages },
  progress,
) => {
  const opened = await openPdf(pdf);
  if (!opened.ok) return opened;
  const { pageCount, draw, close } = opened.value;
  const wrong = (page: number) => fail('posterMismatch', { details: { page: page + 1 } });
  if (pageCount !== pages.length) return wrong(Math.min(pageCount, pages.length));
  let read = 0;
  for (const [page, wanted] of pages.entries()) {
    const expected = [...new Set(wanted)].sort();
    let found: string[] = [];
    for (const side of sides) {
      const pixels = await draw(page, side);
      if (pixels === null) return wrong(page);
      const codes = await readCodesOfPixels(pixels, side !== sides.at(-1));
      found = codes.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).sort();
      if (found.length === expected.length) break;
    }
    if (expected.length !== wanted.length || found.join('\n') !== expected.join('\n')) return wrong(page);
    read += expected.length;
    progress(page + 1, pages.length);
  }
  close();
  return ok(read);
};
