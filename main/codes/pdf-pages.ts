// Pages of a PDF as pixels, drawn by PDFium inside its WebAssembly: no script of a document runs, nothing is fetched.
// In the thread that asks: a worker, as a page takes tens of milliseconds.
import { PDFiumLibrary, PDFiumModule } from '@hyzyla/pdfium';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Pixels } from './read-pixels.ts';
import { boundedWasm } from './wasm-module.ts';

/** Points of one drawn page: an A4 at 400 dpi has 15 million. */
export const mostPagePixels = 16_000_000;

export interface PdfDocument {
  readonly pageCount: number;
  /**
   * Draws a page (from 0) so that its longer side has about this many pixels; smaller where it would have more than
   * `mostPagePixels`. Null where the page is damaged or empty of size.
   */
  draw(page: number, longSide: number): Promise<Pixels | null>;
  /** Gives the memory back. */
  close(): void;
}

let library: Promise<PDFiumLibrary> | null = null;

function prepared(): Promise<PDFiumLibrary> {
  library ??= boundedWasm('pdfium.wasm').then((instantiateWasm) =>
    PDFiumLibrary.initBase({
      vendor: (options) =>
        PDFiumModule(Object.assign(options, { instantiateWasm, print: silent, printErr: silent })),
    }),
  );
  return library;
}
const silent = (): void => {};

/** Failures: pdfEncrypted, pictureDamaged. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PdfDocument>> {
  const pdfium = await prepared();
  const opened = await pdfium.loadDocument(bytes).catch((error: unknown) => String(error));
  if (typeof opened === 'string')
    return fail(/Password|security/.test(opened) ? 'pdfEncrypted' : 'pictureDamaged');
  return ok({
    pageCount: opened.getPageCount(),
    async draw(index, longSide) {
      const page = opened.getPage(index);
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      // A page that cannot be loaded has no size.
      if (!(width > 0 && height > 0 && Number.isFinite(width * height))) return null;
      const scale = Math.min(
        longSide / Math.max(width, height),
        Math.sqrt(mostPagePixels / (width * height)),
      );
      const size = { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
      if (Math.floor(size.width) * Math.floor(size.height) > mostPagePixels) return null;
      const drawn = await page.render({ ...size, scale: 1, render: 'bitmap' });
      return { width: drawn.width, height: drawn.height, rgba: drawn.data };
    },
    close: () => opened.destroy(),
  });
}
