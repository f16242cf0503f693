// What is said of an access: until when it may be read, in days from the business day, or how it ended.
import type { TFunction } from 'i18next';
import type { ApplicantAccess } from '../../../../preload/contract/applicants.ts';
import type { Formats } from '../../../i18n/formats.ts';

/** Whole days from one day to another; both `yyyy-mm-dd`. The last day itself is 0. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(`${day}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / 86_400_000);

export function accessWords(
  t: TFunction<'applicants'>,
  formats: Formats,
  { state, from, until }: ApplicantAccess,
  today: string,
): string {
  if (state === 'awaitingAcceptance') return t('answer.access.awaitingAcceptance');
  if (state !== 'active') return t(`answer.access.${state}`, { day: formats.day(until, 'long') });
  return t('answer.access.active', {
    from: formats.day(from, 'long'),
    until: formats.day(until, 'long'),
    days: Math.max(daysUntil(until, today), 0),
  });
}
