// Whether the time that a message counts is one that the service takes: at most five minutes, not ended, not of the future (§6).
import type { TimestampVerdict } from '../../../preload/contract/cbss-workbench.ts';

const longestSeconds = 300;
const aheadSeconds = 60;
const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const instantOf = (text: string): number => (form.test(text) ? Date.parse(text) : Number.NaN);

/** `seconds`: how long it counts. `now` in milliseconds. */
export function timestampVerdict(created: string, expires: string, now: number): TimestampVerdict {
  const [from, until] = [instantOf(created), instantOf(expires)];
  const words = { created: created.slice(0, 40), expires: expires.slice(0, 40) };
  if (Number.isNaN(from) || Number.isNaN(until)) return { ...words, state: 'unreadable', seconds: null };
  const seconds = Math.round((until - from) / 1_000);
  const state =
    seconds > longestSeconds || seconds <= 0
      ? 'tooLong'
      : from > now + aheadSeconds * 1_000
        ? 'ahead'
        : now >= until
          ? 'expired'
          : 'ok';
  return { ...words, state, seconds };
}
