// How long what an applicant opened is kept: never beyond the access itself, and no longer after the reading than the office chose.

/**
 * Days after the last reading when nothing else was chosen. An access lasts one or three months, so that an answer usually goes when
 * its access ends; one that was opened for longer than a quarter is not kept for longer than one either.
 */
export const usualKeepDays = 90;

export type KeptFacts = {
  /** Belgian day on which the applicant or the office ended it; null while it goes on. */
  endedOn: string | null;
  endedBy: 'revoked' | 'renounced' | 'accessEnded';
  /** Last day of the last access that is open; null where none is. */
  openUntil: string | null;
  /** Belgian day of the last reading; null where it was never read. */
  readOn: string | null;
};
export type KeptUntil = { day: string; reason: 'keepDays' | 'revoked' | 'renounced' | 'accessEnded' };

/** Last day on which it stands here, and why it goes after it; null as long as nothing can be said. */
export function keptUntil(
  { endedOn, endedBy, openUntil, readOn }: KeptFacts,
  keepDays: number,
): KeptUntil | null {
  if (endedOn !== null) return { day: endedOn, reason: endedBy };
  const chosen = readOn === null ? null : daysAfter(readOn, keepDays);
  if (chosen !== null && (openUntil === null || chosen < openUntil))
    return { day: chosen, reason: 'keepDays' };
  return openUntil === null ? null : { day: openUntil, reason: 'accessEnded' };
}

const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
