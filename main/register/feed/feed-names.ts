// Names of files and vouchers, and which belong together. `CBSSINS.MUT.<enterprise number>.<yyyymmdd>.<8 digits>.xml`, the voucher
// with `.voucher.xml`. [assumed, §11.6]

export type FeedName = { receiver: string; day: string; sequence: number; isVoucher: boolean; stem: string };

const pattern = /^(CBSSINS\.MUT\.(\d{10})\.(\d{4})(\d{2})(\d{2})\.(\d{8}))(\.voucher)?\.xml$/;

/** Null: no name of the feed. */
export function readFeedName(name: string): FeedName | null {
  const found = pattern.exec(name);
  if (found === null) return null;
  const [, stem = '', receiver = '', year, month, day, sequence, voucher] = found;
  return {
    ...{ receiver, stem, sequence: Number(sequence) },
    ...{ day: `${year}-${month}-${day}`, isVoucher: voucher !== undefined },
  };
}

export const fileOfStem = (stem: string): string => `${stem}.xml`;
export const voucherOfStem = (stem: string): string => `${stem}.voucher.xml`;

export type Pair<F> = { stem: string; sequence: number; file: F | null; voucher: F | null };

/** Files with their vouchers by their sequence, each name once; `strange`: names that are none of the feed. */
export function pairFiles<F extends { name: string }>(
  files: readonly F[],
): { pairs: Pair<F>[]; strange: F[] } {
  const pairs = new Map<string, Pair<F>>();
  const strange: F[] = [];
  for (const file of files) {
    const name = readFeedName(file.name);
    if (name === null) {
      strange.push(file);
      continue;
    }
    const { stem, sequence, isVoucher } = name;
    const pair = pairs.get(stem) ?? { stem, sequence, file: null, voucher: null };
    pairs.set(stem, isVoucher ? { ...pair, voucher: file } : { ...pair, file });
  }
  return { pairs: [...pairs.values()].toSorted((a, b) => a.sequence - b.sequence), strange };
}
