// Reproducible chance: the same seed gives the same file, so that a case that went wrong can be made again.

export type Random = {
  /** 0 up to, not including, `below`. */
  below(below: number): number;
  chance(oneIn: number): boolean;
  pick<T>(from: readonly T[]): T;
  bytes(length: number): Buffer;
};

/** Mulberry32: small, and good enough to choose where to damage. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (oneIn) => below(oneIn) === 0,
    pick: (from) => {
      const chosen = from[below(from.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
