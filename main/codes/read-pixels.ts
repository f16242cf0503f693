// QR codes in pixels and in files of pictures, read in the thread that asks: a worker, as it takes tens of milliseconds.
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { boundedWasm } from './wasm-module.ts';

/** What a QR code says. */
export interface ReadCode {
  /** As a person reads it: by the character set that the code names, else as it seems to be. */
  readonly text: string;
  /** As it is printed, byte for byte. */
  readonly bytes: Uint8Array;
}

/** Four bytes a point, row by row from the top: red, green, blue, and one that is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** More in one picture is no document that a person wants read. */
export const mostCodes = 20;

const plain: ReaderOptions = { formats: ['QRCode'], maxNumberOfSymbols: mostCodes, textMode: 'Plain' };
/** Slower ways, for what was printed badly or covered in part. */
const patient: readonly ReaderOptions[] = [
  plain,
  { ...plain, tryDenoise: true, downscaleFactor: 2, downscaleThreshold: 300 },
  { ...plain, binarizer: 'GlobalHistogram' },
];

let ready: Promise<unknown> | null = null;

/** Loads the reader from this computer; the package would else ask a public server for it. */
function prepared(): Promise<unknown> {
  ready ??= boundedWasm('zxing_reader.wasm').then((instantiateWasm) =>
    prepareZXingModule({
      overrides: { instantiateWasm, print: () => {}, printErr: () => {} },
      fireImmediately: true,
    }),
  );
  return ready;
}

/** Distinct by their bytes: the same code twice on a page is one. Throws where the picture cannot be decoded. */
async function read(
  input: Parameters<typeof readBarcodes>[0],
  ways: readonly ReaderOptions[],
): Promise<ReadCode[]> {
  await prepared();
  for (const way of ways) {
    const found = await readBarcodes(input, way);
    // The one thing that it reports instead of a code: the file could not be unpacked.
    if (found.some((one) => !one.isValid && one.bytes === undefined)) throw new Error('undecodable');
    const codes = distinctCodes(found.filter((one) => one.isValid).map(codeOf));
    if (codes.length > 0) return codes;
  }
  return [];
}

const codeOf = ({ text, bytes }: ReadResult): ReadCode => ({ text, bytes: Uint8Array.from(bytes) });

export function distinctCodes<T extends ReadCode>(codes: readonly T[]): T[] {
  const kept = new Map<string, T>();
  for (const code of codes) {
    const key = Buffer.from(code.bytes).toString('latin1');
    if (!kept.has(key)) kept.set(key, code);
  }
  return [...kept.values()].slice(0, mostCodes);
}

/**
 * Reads every QR code in a picture that is already pixels, in this thread (call it in a worker). `quick` tries one way
 * only, for the frames of a camera. An empty list: no code was found. Throws where the sizes do not fit.
 */
export function readCodesOfPixels({ width, height, rgba }: Pixels, quick = false): Promise<ReadCode[]> {
  if (width < 1 || height < 1 || rgba.byteLength !== width * height * 4) throw new RangeError('size');
  const data = new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  const image = { width, height, data, colorSpace: 'srgb' as const };
  return read(image, quick ? [plain] : patient);
}

/** Reads the codes of a file of a kind that `pictureKind` knows. Throws where it is damaged. */
export const readCodesOfFile = (bytes: Uint8Array): Promise<ReadCode[]> => read(bytes, patient);
