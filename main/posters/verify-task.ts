// In a worker: draws every page of a finished document and reads its code, as a scanner would, to compare it with what it must hold.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { openPdf } from '../codes/pdf-pages.ts';
import { readCodesOfPixels } from '../codes/read-pixels.ts';
import type { TaskRun } from '../platform/job-tasks.ts';

export type Verifying = {
  pdf: Uint8Array;
  /** For each page what its code must hold; null: it must have none. */
  codes: readonly (string | null)[];
  /** Pages from here on, so many of them. */
  from: number;
  count: number;
};

/** Pixels of the longer side, in turn: 100 dpi of an A4, then more for small codes. */
const sides = [1_170, 2_340] as const;

/** The task `posters.verify`: how many codes were read. Failure posterMismatch (`details.page`, from 1). */
export const verifyPosters: TaskRun<Verifying, Promise<Result<number>>> = async (
  { pdf, codes, from, count },
  progress,
) => {
  const opened = await openPdf(pdf);
  if (!opened.ok) return opened;
  const { pageCount, draw, close } = opened.value;
  const wrong = (page: number) => fail('posterMismatch', { details: { page: page + 1 } });
  if (pageCount !== codes.length) return wrong(Math.min(pageCount, codes.length));
  let read = 0;
  for (let page = from; page < Math.min(from + count, pageCount); page += 1) {
    const wanted = codes[page] ?? null;
    let found: Uint8Array[] = [];
    for (const side of sides) {
      const pixels = await draw(page, side);
      if (pixels === null) return wrong(page);
      found = (await readCodesOfPixels(pixels, wanted === null)).map(({ bytes }) => bytes);
      if (found.length > 0 || wanted === null) break;
    }
    const expected = wanted === null ? [] : [Buffer.from(wanted, 'utf8')];
    if (found.length !== expected.length) return wrong(page);
    if (!expected.every((bytes, at) => bytes.equals(found[at] ?? new Uint8Array()))) return wrong(page);
    read += expected.length;
    progress(page - from + 1, count);
  }
  close();
  return ok(read);
};
