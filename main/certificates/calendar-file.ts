// The ends of certificates as a calendar file (RFC 5545): one all-day event for each, with an alarm on each rung. It bears the names that certificates were given here, and nothing of the persons or keys in them.
import { belgianDay } from '../../preload/rules/certificates/date-criteria.ts';
import { rungs } from '../../preload/rules/certificates/rungs.ts';
import { writtenDate } from '../../preload/rules/dates/written-date.ts';
import { type CalendarDay, dayCalendar } from '../platform/day-calendar.ts';
import { maskText } from '../platform/log-mask.ts';
import type { TextLanguage, Texts } from '../platform/texts.ts';

export type CalendarEntry = {
  id: string;
  name: string;
  /** UTC text. */
  notAfter: string;
  /** Names of the accounts that sign with it. */
  users: readonly string[];
};

/** `stamp` is the moment of making. An imported file updates the events of an earlier one: their ids stay the same. */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { texts, language, stamp }: { texts: Texts; language: TextLanguage; stamp: Date },
): Promise<Uint8Array> {
  const say = (key: string, params: Record<string, string | number> = {}) =>
    texts.t(language, `certificate-life.calendar.${key}`, params);
  const days = entries.map(({ id, name, notAfter, users }): CalendarDay => {
    const label = maskText(name);
    return {
      ...{ id, day: belgianDay(notAfter), summary: say('summary', { name: label }) },
      description: [
        say('end', { moment: moment(notAfter, language) }),
        users.length > 0 ? say('users', { list: users.map(maskText).join(', ') }) : say('unused'),
        say('do'),
      ].join('\n'),
      alarms: rungs.map((rung) => ({ daysBefore: rung, words: say('alarm', { name: label, days: rung }) })),
    };
  });
  return dayCalendar(days, { name: say('name'), language, stamp });
}

/** `11 juni 2027 om 12:00`, in Belgium. */
const moment = (instant: string, language: TextLanguage): string =>
  writtenDate(
    new Intl.DateTimeFormat(`${language}-BE`, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Brussels',
    }),
    new Date(instant),
  );
