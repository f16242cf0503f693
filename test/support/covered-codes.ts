// Pages of posters as pixels, with a part of their code covered, and what an independent reader makes of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pixels } from '../../main/codes/read-pixels.ts';

/** A square on a page, in parts of its width and height. */
export type CodePlace = { x: number; y: number; width: number; height: number };

/** Where the dark and light modules of an A4 poster stand, without the quiet zone. `side`: modules with the quiet zone. */
export function codeOnA4(side: number): CodePlace {
  const whole = 86;
  const quiet = (whole * 4) / side;
  return {
    x: (105 - whole / 2 + quiet) / 210,
    y: (13.9 * 4 + quiet) / 297,
    width: (whole - 2 * quiet) / 210,
    height: (whole - 2 * quiet) / 297,
  };
}

const painted = (page: Pixels, squares: readonly (CodePlace & { dark: boolean })[]): Pixels => {
  const rgba = Uint8Array.from(page.rgba);
  for (const { x, y, width, height, dark } of squares)
    for (let row = Math.round(y * page.height); row < Math.round((y + height) * page.height); row += 1) {
      const from = (row * page.width + Math.round(x * page.width)) * 4;
      rgba.fill(dark ? 0 : 255, from, from + Math.round(width * page.width) * 4);
    }
  return { ...page, rgba };
};

const partOf = (code: CodePlace, x: number, y: number, side: number): CodePlace => ({
  x: code.x + x * code.width,
  y: code.y + y * code.height,
  width: side * code.width,
  height: side * code.height,
});

/** One square of that part of the code's area in its middle, where no finder pattern stands. */
export function covered(page: Pixels, code: CodePlace, share: number, dark = false): Pixels {
  const side = Math.sqrt(share);
  return painted(page, [{ ...partOf(code, (1 - side) / 2, (1 - side) / 2, side), dark }]);
}

/** Dark and light spots of about two modules, as of dirt, off the finder patterns; together that part of the area. */
export function speckled(page: Pixels, code: CodePlace, share: number, random: () => number): Pixels {
  const side = 0.045;
  const spots: (CodePlace & { dark: boolean })[] = [];
  while (spots.length * side * side < share) {
    const [x, y] = [random() * (1 - side), random() * (1 - side)];
    const nearFinder = (y < 0.2 && (x < 0.2 || x > 0.75)) || (x < 0.2 && y > 0.75);
    if (!nearFinder) spots.push({ ...partOf(code, x, y, side), dark: spots.length % 2 === 0 });
  }
  return painted(page, spots);
}

/** What `zbarimg` reads in these pages, in their order; null where it finds nothing. */
export function readByZbar(pages: readonly Pixels[]): (string | null)[] {
  const folder = mkdtempSync(join(tmpdir(), 'sociodesk-codes-'));
  try {
    return pages.map((page, at) => {
      const file = join(folder, `${at}.pgm`);
      writeFileSync(file, greyOf(page));
      return zbarOf(file);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a portable grey map, which takes no packing. */
function greyOf({ width, height, rgba }: Pixels): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = rgba[at * 4 + 1] ?? 0;
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

function zbarOf(file: string): string | null {
  try {
    const found = execFileSync(
      'zbarimg',
      ['--quiet', '--raw', '--set', '*.enable=0', '--set', 'qr.enable=1', file],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return found.toString('utf8').replace(/\n$/, '');
  } catch {
    return null;
  }
}
