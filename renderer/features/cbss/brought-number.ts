// The number that an answer brings: one that was made, or one that took the place of what was sent.
import type { BusinessStatus } from '../../../preload/contract/cbss-answer.ts';

/** Null: the number is the one that was sent, or there is none. */
export const newNumberOf = ({ number }: Pick<BusinessStatus, 'number'>): string | null =>
  number !== null && number.replaces !== null && number.replaces !== number.insz ? number.insz : null;
