// Pages of a printed document as pixels, and how far two of them differ.
import { openPdf } from '../../main/codes/pdf-pages.ts';
import type { Pixels } from '../../main/codes/read-pixels.ts';

/** `dpi` as of an A4 upright. */
export async function pixelsOf(
  pdf: Uint8Array,
  dpi: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Pixels[]> {
  const opened = await openPdf(pdf);
  if (!opened.ok) throw new Error(opened.failure.code);
  const pages: Pixels[] = [];
  for (let page = 0; page < Math.min(most, opened.value.pageCount); page += 1) {
    const drawn = await opened.value.draw(page, (297 / 25.4) * dpi);
    if (drawn === null) throw new Error('a page cannot be drawn');
    pages.push(drawn);
  }
  opened.value.close();
  return pages;
}

/** The part of the pixels that are clearly lighter or darker on the other page. */
export function differing(one?: Pixels, other?: Pixels): number {
  if (one === undefined || other === undefined || one.rgba.length !== other.rgba.length) return 1;
  let count = 0;
  for (let at = 0; at < one.rgba.length; at += 4)
    if (Math.abs((one.rgba[at] ?? 0) - (other.rgba[at] ?? 0)) > 80) count += 1;
  return count / (one.rgba.length / 4);
}
