// QR codes out of bytes that nobody vouches for, read in a worker that ends when they cost too much.
import { fail, type Result } from '../../preload/contract/result.ts';
import { runInWorker } from '../platform/workers.ts';
import type { FoundCode } from './read-task.ts';

/** Bytes of a picture or a PDF that are looked at. */
export const mostPictureBytes = 20 * 1024 * 1024;
/** Milliseconds: twenty pages drawn twice on a slow computer. */
const longestMs = 25_000;

/**
 * Every QR code of a PNG, JPEG, GIF, BMP or PDF (its first 20 pages), without the same one twice.
 * Failures: fileTooLarge, pictureKindUnknown, pictureTooLarge (points, memory or time), pictureDamaged, pdfEncrypted.
 */
export async function readCodes(
  { bytes }: { bytes: Uint8Array },
  maxMs = longestMs,
): Promise<Result<FoundCode[]>> {
  if (bytes.byteLength > mostPictureBytes)
    return fail('fileTooLarge', { details: { maxBytes: mostPictureBytes } });
  const run = await runInWorker('codes.read', { bytes }, { maxHeapMb: 192, maxMs });
  if (!run.ok) return run.failure.code === 'tooLarge' ? fail('pictureTooLarge') : run;
  return run.value;
}
