// Where the window stood: kept as bounds only, and given back only while they lie on a screen that is there.
import { readFileSync, writeFileSync } from 'node:fs';

export type Bounds = { x?: number; y?: number; width: number; height: number };
type Area = { x: number; y: number; width: number; height: number };

export const firstBounds: Bounds = { width: 1280, height: 860 };

/** The kept bounds when at least 100 × 50 points of them lie on a screen, else the first ones. */
export function readBounds(file: string, screens: readonly Area[]): Bounds {
  const kept = parse(file);
  if (!kept) return firstBounds;
  const { x, y, width, height } = kept;
  if (x === undefined || y === undefined) return { width, height };
  return screens.some(
    (screen) =>
      overlap(x, width, screen.x, screen.width) >= 100 && overlap(y, height, screen.y, screen.height) >= 50,
  )
    ? kept
    : firstBounds;
}

export function writeBounds(file: string, bounds: Area): void {
  try {
    const { x, y, width, height } = bounds;
    writeFileSync(file, JSON.stringify({ x, y, width, height }), { mode: 0o600 });
  } catch {
    // Losing where the window stood is not worth a word.
  }
}

function parse(file: string): Bounds | null {
  try {
    const raw = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> | null;
    const { x, y, width, height } = raw ?? {};
    if (!isSize(width) || !isSize(height)) return null;
    return isPlace(x) && isPlace(y) ? { x, y, width, height } : { width, height };
  } catch {
    return null;
  }
}

const isSize = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 300 && Number(value) <= 20_000;
const isPlace = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(Number(value)) <= 50_000;

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}
