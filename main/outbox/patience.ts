// How long the calls of one account are waited for. A silent one among many is given up soon and asked about; a service
// that is slow with all of them is waited for longer and longer, so that nothing is sent twice for want of patience.

export type CallKind = 'reading' | 'replacing';
export type Patience = {
  /** Times as long as a first attempt; `times`: which attempt at the same record it is. */
  of(kind: CallKind, times: number): number;
  ended(kind: CallKind, answered: boolean): void;
};

/** Given up in a row, without an answer in between, before the next are waited for twice as long. */
const mostInARow = 3;
const mostFactor = 8;

export function createPatience(): Patience {
  const factors = { reading: 1, replacing: 1 };
  const inARow = { reading: 0, replacing: 0 };
  return {
    of: (kind, times) => Math.min(mostFactor, Math.max(factors[kind], 2 ** (times - 1))),
    ended(kind, answered) {
      inARow[kind] = answered ? 0 : inARow[kind] + 1;
      if (inARow[kind] < mostInARow) return;
      inARow[kind] = 0;
      factors[kind] = Math.min(mostFactor, factors[kind] * 2);
    },
  };
}
