// What an act makes of the lines of a key, as facts that a sentence is made of.
import { overlap, type Period } from '../../../../preload/rules/register/periods.ts';

export type Verdict =
  /** Every day was there already, or none of the days to take away was. */
  | { kind: 'known' | 'nothing' }
  /** `touches`: it follows or precedes another line without a day between, and stays a line of its own (N10). */
  | { kind: 'added'; touches: boolean }
  | { kind: 'merged'; count: number; touches: boolean }
  | { kind: 'allGone'; count: number }
  /** `gone`: lines that went wholly; `shorter`: lines that lost days at an edge. */
  | { kind: 'split' | 'taken'; gone: number; shorter: number };

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const touch = (one: Period, next: Period): boolean => one.end !== null && dayAfter(one.end) === next.begin;
const same = (one: Period, other: Period): boolean => one.begin === other.begin && one.end === other.end;

/** Of an insert: new, merged with so many lines, or known already. Rules N9–N11. */
export function insertVerdict(asked: Period, before: readonly Period[], after: readonly Period[]): Verdict {
  if (before.length === after.length && before.every((line, at) => same(line, after[at] ?? asked)))
    return { kind: 'known' };
  const merged = before.filter((line) => overlap(line, asked)).length;
  const made = after.find((line) => overlap(line, asked)) ?? asked;
  const touches = after.some((line) => touch(line, made) || touch(made, line));
  return merged === 0 ? { kind: 'added', touches } : { kind: 'merged', count: merged, touches };
}

/** Of a deletion: nothing, all, a split in two, or lines that go or get shorter. Rules D-a–D-d. */
export function deleteVerdict(before: readonly Period[], after: readonly Period[]): Verdict {
  const kept = before.filter((line) => after.some((left) => same(left, line))).length;
  if (kept === before.length && before.length === after.length) return { kind: 'nothing' };
  if (after.length === 0) return { kind: 'allGone', count: before.length };
  const gone = before.filter((line) => !after.some((left) => overlap(left, line))).length;
  const shorter = before.length - kept - gone;
  return { kind: after.length > before.length - gone ? 'split' : 'taken', gone, shorter };
}
