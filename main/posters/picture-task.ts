// In a worker: the first page of a document as a picture, for a preview.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { openPdf } from '../codes/pdf-pages.ts';
import type { TaskRun } from '../platform/job-tasks.ts';
import { pngOf } from './png.ts';

export type Picture = { png: Uint8Array; width: number; height: number };

/** Pixels of the longer side, in turn until the picture is small enough. */
const sides = [1_000, 800, 600, 400] as const;

/** The task `posters.picture`: no larger than `maxBytes`. Failure notSupportedHere: the document cannot be drawn. */
export const pictureOfPoster: TaskRun<
  { pdf: Uint8Array; maxBytes: number },
  Promise<Result<Picture>>
> = async ({ pdf, maxBytes }) => {
  const opened = await openPdf(pdf);
  if (!opened.ok) return opened;
  try {
    for (const side of sides) {
      const pixels = await opened.value.draw(0, side);
      if (pixels === null) break;
      const png = pngOf(pixels);
      if (png.length <= maxBytes) return ok({ png, width: pixels.width, height: pixels.height });
    }
    return fail('notSupportedHere');
  } finally {
    opened.value.close();
  }
};
