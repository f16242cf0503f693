// Of a file of the feed, which words say what became of it: the same on the page and on the command line (texts `register-feed`).
import type { FeedCounts, FeedRefused } from '../../contract/register-feed.ts';

const counted = [
  'replaced',
  'cancelled',
  'quarantined',
  'changed',
  'told',
  'known',
  'unknown',
  'withoutLine',
] as const;

/** Under `counts`; empty: nothing changed. */
export const countsSaid = (counts: FeedCounts): { name: (typeof counted)[number]; count: number }[] =>
  counted.flatMap((name) => (counts[name] > 0 ? [{ name, count: counts[name] }] : []));

/** Under `where`; null: a refusal of the whole file. */
export const placeSaid = ({
  line,
  column,
}: FeedRefused): { name: 'line' | 'both'; line: number; column: number } | null =>
  line === null ? null : { name: column === null ? 'line' : 'both', line, column: column ?? 0 };
