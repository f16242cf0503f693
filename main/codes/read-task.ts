// In the worker: the QR codes of one file that somebody chose, pasted or was sent. Nothing about the file is trusted.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { pictureKind } from './picture-kind.ts';
import {
  distinctCodes,
  mostCodes,
  type Pixels,
  type ReadCode,
  readCodesOfFile,
  readCodesOfPixels,
} from './read-pixels.ts';

export type FoundCode = ReadCode & {
  /** From 1; null where the file is one picture. */
  readonly page: number | null;
};

/** Points of a picture: the camera of a telephone makes 12 to 50 million. */
export const mostPicturePixels = 50_000_000;
/** An official document has a page or two; a code further on is not looked for. */
export const mostPdfPages = 20;
/** Pixels of the longer side of a page, in turn: 137 dpi of an A4, then 273 dpi for small codes. */
const pageSides = [1_600, 3_200] as const;

/** Failures: pictureKindUnknown, pictureTooLarge, pictureDamaged, pdfEncrypted. No code at all is an empty list. */
export async function readCodesTask({ bytes }: { bytes: Uint8Array }): Promise<Result<FoundCode[]>> {
  const kind = pictureKind(bytes);
  if (kind.kind === 'other') return fail('pictureKindUnknown');
  if (kind.kind === 'damaged') return fail('pictureDamaged');
  try {
    if (kind.kind === 'pdf') return await readPdf(bytes);
    if (kind.width * kind.height > mostPicturePixels) return fail('pictureTooLarge');
    return ok((await readCodesOfFile(bytes)).map((code) => ({ ...code, page: null })));
  } catch {
    // The readers say little of what hurt them, and what they say may quote the file.
    return fail('pictureDamaged');
  }
}

async function readPdf(bytes: Uint8Array): Promise<Result<FoundCode[]>> {
  // Four megabytes that a picture does not need.
  const { openPdf } = await import('./pdf-pages.ts');
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const { pageCount, draw, close } = opened.value;
  const found: FoundCode[] = [];
  let drawn = 0;
  for (let page = 0; page < Math.min(pageCount, mostPdfPages) && found.length < mostCodes; page += 1) {
    for (const side of pageSides) {
      const pixels = await draw(page, side);
      if (pixels === null) break;
      drawn += 1;
      if (isBlank(pixels)) break;
      const codes = await readCodesOfPixels(pixels, side === pageSides[0]);
      found.push(...codes.map((code) => ({ ...code, page: page + 1 })));
      if (codes.length > 0) break;
    }
  }
  close();
  return drawn === 0 ? fail('pictureDamaged') : ok(distinctCodes(found));
}

/** Nothing on it, or nothing that can be seen. */
function isBlank({ rgba }: Pixels): boolean {
  const points = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2);
  return points.every((point) => point === points[0]);
}
