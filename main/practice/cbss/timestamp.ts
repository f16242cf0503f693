// The timestamp of a message: at most five minutes from creation to expiry, not over, and not from the future.
// Sources: policy of the platform (five minutes); a minute of tolerance ahead is [assumed].
import type { XmlElement } from 'libxml2-wasm';
import { type Fault, fault, onlyChildren } from './security-header.ts';
import { NS } from './vocabulary.ts';

const LONGEST_LIFE = 300_000;
const AHEAD = 60_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

const instantOf = (text: string): number => (INSTANT.test(text) ? Date.parse(text) : Number.NaN);

/** Milliseconds since the epoch. Created 08:00:00 and expires 08:01:00, at 08:00:30 → undefined. */
export const lifeFault = (created: number, expires: number, now: number): string | undefined => {
  if (Number.isNaN(created) || Number.isNaN(expires)) return 'the timestamp is not readable';
  if (expires <= created) return 'the timestamp expires before it was created';
  if (expires - created > LONGEST_LIFE) return 'the timestamp lives longer than five minutes';
  if (created > now + AHEAD) return 'the timestamp is from the future';
  return now < expires ? undefined : 'the timestamp has expired';
};

export const timestampFault = (timestamp: XmlElement, now: number): Fault | undefined => {
  const [created, expires] =
    onlyChildren(timestamp, [
      [NS.wsu, 'Created'],
      [NS.wsu, 'Expires'],
    ]) ?? [];
  if (created === undefined || expires === undefined)
    return fault('a timestamp has a creation and an expiry');
  const found = lifeFault(instantOf(created.content), instantOf(expires.content), now);
  return found === undefined ? undefined : fault(found);
};
