// How long an answer asks to wait (RFC 9110 §10.2.3): seconds, or a date, which is read by the clock of who wrote it.

/** Longest that is believed, in seconds: a day. */
export const longestWait = 86_400;

/** Seconds from the answer on, from 0 to a day; null without a `Retry-After` that can be read. */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const asked = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(asked)) return Math.min(Number(asked), longestWait);
  // A date begins with the name of a day: anything else that a lenient parser would take is no date.
  const at = /^[A-Z][a-z]+,? /.test(asked) ? Date.parse(asked) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const theirs = Date.parse(headers['date'] ?? '');
  const seconds = Math.ceil((at - (Number.isNaN(theirs) ? now.getTime() : theirs)) / 1_000);
  return Math.min(Math.max(seconds, 0), longestWait);
}
