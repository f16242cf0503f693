// A picture as the grey points that main reads codes from: small enough for one call, large enough for a code.
import type { CallInput } from '../../../preload/contract/index.ts';

export type GreyPicture = CallInput<'worksCode.readPicture'>;

/** Points of a pasted picture: more do not fit into one call. */
export const mostPasted = 760_000;
/** Points of a frame of the camera. */
export const mostOfFrame = 307_200;
const longestSide = 2_000;

/** Null where the picture has no size yet. */
export function greyPicture(
  source: ImageBitmap | HTMLVideoElement,
  size: { width: number; height: number },
  most: number,
): GreyPicture | null {
  if (size.width < 1 || size.height < 1) return null;
  const scale = Math.min(
    1,
    Math.sqrt(most / (size.width * size.height)),
    longestSide / Math.max(size.width, size.height),
  );
  const width = Math.max(1, Math.floor(size.width * scale));
  const height = Math.max(1, Math.floor(size.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (drawing === null) return null;
  // What is transparent counts as paper.
  drawing.fillStyle = 'white';
  drawing.fillRect(0, 0, width, height);
  drawing.drawImage(source, 0, 0, width, height);
  return { width, height, grey: inBase64(lightOf(drawing.getImageData(0, 0, width, height).data)) };
}

/** Luma of Rec. 601, in whole numbers. */
function lightOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2]];
    grey[at] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return grey;
}

function inBase64(bytes: Uint8Array): string {
  let text = '';
  // A call takes so many arguments at most.
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
