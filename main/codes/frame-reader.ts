// The frames of an open camera, read in one thread that lives as long as the camera is open.
import { keepThread } from '../platform/workers.ts';
import type { GreyPicture } from './grey-picture.ts';
import type { ReadCode } from './read-pixels.ts';

export interface FrameReader {
  /** The codes of a frame; none while the one before is still being read, or where this one could not be. */
  read(frame: GreyPicture): Promise<ReadCode[]>;
  close(): void;
}

/** Milliseconds for one frame on a slow computer; the first one also loads the reader. */
const longestMs = 5_000;

export function startFrameReader(): FrameReader {
  const thread = keepThread({ maxHeapMb: 128 });
  let reading = false;
  return {
    async read(frame) {
      if (reading) return [];
      reading = true;
      try {
        const codes = await thread.run('codes.readFrame', frame, { maxMs: longestMs });
        return codes.ok ? codes.value : [];
      } catch {
        // The thread was ended while it read: the camera was closed.
        return [];
      } finally {
        reading = false;
      }
    },
    close: () => thread.end(),
  };
}
