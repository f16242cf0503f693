// A QR code as one vector path, in the strongest error correction whose modules are still large enough to be scanned from paper.
import qrcode from 'qrcode';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** Modules of blank around a code, on every side (ISO/IEC 18004). */
export const quietModules = 4;

/** H mends 30 % of the codewords, Q 25 %. */
export type QrLevel = 'H' | 'Q';
export type QrPath = {
  /** Outlines of the dark areas, in modules, to be filled evenly-odd; the quiet zone is part of the measures. */
  path: string;
  /** Modules on a side, the quiet zone included. */
  side: number;
  level: QrLevel;
};

/** A phone held over a poster resolves this; so does a sheet scanned at 150 dpi. */
const leastModuleMm: Record<QrLevel, number> = { H: 0.5, Q: 0.4 };

/**
 * The bytes of the text as they are (UTF-8), in one segment of bytes. `sideMm`: side of the code on paper, quiet zone included.
 * Failure tooLarge: the text is too long for modules that a phone can read at that size.
 */
export function qrPath(text: string, sideMm: number): Result<QrPath> {
  for (const level of ['H', 'Q'] as const) {
    const made = modulesOf(text, level);
    if (made === null) continue;
    const side = made.size + 2 * quietModules;
    if (sideMm / side >= leastModuleMm[level]) return ok({ path: outlines(made), side, level });
  }
  return fail('tooLarge');
}

type Modules = { size: number; data: Uint8Array };

function modulesOf(text: string, errorCorrectionLevel: QrLevel): Modules | null {
  try {
    const data = new TextEncoder().encode(text);
    return qrcode.create([{ data, mode: 'byte' }], { errorCorrectionLevel }).modules;
  } catch {
    // Longer than any code of this level holds.
    return null;
  }
}

/**
 * The edges between dark and light, each once, as closed lines: half as much as a rectangle for each run of modules, and no seams
 * between rows. Where two dark modules touch at a corner any turn will do: the rule evenly-odd asks for no direction.
 */
function outlines({ size, data }: Modules): string {
  const dark = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < size && y < size && data[y * size + x] === 1;
  const wide = size + 1;
  // Edges by the corner where they begin: to the right of it, and below it.
  const across = new Set<number>();
  const down = new Set<number>();
  for (let y = 0; y <= size; y += 1)
    for (let x = 0; x <= size; x += 1) {
      if (dark(x, y) !== dark(x, y - 1)) across.add(y * wide + x);
      if (dark(x, y) !== dark(x - 1, y)) down.add(y * wide + x);
    }
  const isCorner = (at: number): boolean => {
    const [x, y] = [at % wide, Math.floor(at / wide)];
    const [a, b, c, d] = [dark(x - 1, y - 1), dark(x, y - 1), dark(x - 1, y), dark(x, y)];
    return (a !== b || c !== d) && (a !== c || b !== d);
  };
  /** Takes edges from a corner to the next one; how many, and below zero when they lead back. */
  const follow = (edges: Set<number>, from: number, stride: number): number => {
    const step = edges.has(from) ? stride : -stride;
    let at = from;
    do {
      edges.delete(step > 0 ? at : at + step);
      at += step;
    } while (!isCorner(at));
    return (at - from) / stride;
  };
  let path = '';
  for (const start of across) {
    if (!isCorner(start)) continue;
    path += `M${(start % wide) + quietModules} ${Math.floor(start / wide) + quietModules}`;
    let at = start;
    do {
      const h = follow(across, at, 1);
      const v = follow(down, at + h, wide);
      path += `h${h}v${v}`;
      at += h + v * wide;
    } while (at !== start);
    path += 'z';
  }
  return path;
}
