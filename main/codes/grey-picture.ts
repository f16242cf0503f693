// Pictures that a page has as pixels: grey, one byte a point, as small as a code can be read from.
import { type ReadCode, readCodesOfPixels } from './read-pixels.ts';

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** In a worker. `quick` for the frames of a camera: the next one comes at once. Throws where the size does not fit. */
export function readGreyPicture({ width, height, grey }: GreyPicture, quick = false): Promise<ReadCode[]> {
  if (grey.byteLength !== width * height) throw new RangeError('size');
  const points = new Uint32Array(grey.length);
  grey.forEach((value, at) => {
    points[at] = value * 0x010101;
  });
  return readCodesOfPixels({ width, height, rgba: new Uint8Array(points.buffer) }, quick);
}

/** The tasks `codes.readPicture`, for what was pasted, and `codes.readFrame`. */
export const readPictureTask = (picture: GreyPicture): Promise<ReadCode[]> => readGreyPicture(picture);
export const readFrameTask = (picture: GreyPicture): Promise<ReadCode[]> => readGreyPicture(picture, true);
