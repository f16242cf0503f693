// The ends of certificates as a calendar file (RFC 5545): one all-day event for each, with an alarm at nine in the morning
// of each rung. It bears the names that certificates were given here, and nothing of the persons or keys in them.
import { belgianDay } from '../../preload/rules/certificates/date-criteria.ts';
import { rungs } from '../../preload/rules/certificates/rungs.ts';
import { writtenDate } from '../../preload/rules/dates/written-date.ts';
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

const alarmHour = 9;
const daySeconds = 86_400;

/** `stamp` is the moment of making. An imported file updates the events of an earlier one: their ids stay the same. */
export async function calendarFile(
  entries: readonly CalendarEntry[],
  { texts, language, stamp }: { texts: Texts; language: TextLanguage; stamp: Date },
): Promise<Uint8Array> {
  // Loaded on demand: the start of the app has no use for it.
  const {
    default: ical,
    ICalAlarmType,
    ICalCalendarMethod,
    ICalEventTransparency,
  } = await import('ical-generator');
  const say = (key: string, params: Record<string, string | number> = {}) =>
    texts.t(language, `certificate-life.calendar.${key}`, params);
  const calendar = ical({
    prodId: { company: 'Sociodesk', product: 'Sociodesk', language: language.toUpperCase() },
    name: say('name'),
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, name, notAfter, users } of entries) {
    const label = maskText(name);
    const summary = say('summary', { name: label });
    const event = calendar.createEvent({
      id: `${id}@sociodesk.invalid`,
      // Noon keeps the day the same in every zone that a calendar might count in.
      start: new Date(`${belgianDay(notAfter)}T12:00:00Z`),
      allDay: true,
      stamp,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description: [
        say('end', { moment: moment(notAfter, language) }),
        users.length > 0 ? say('users', { list: users.map(maskText).join(', ') }) : say('unused'),
        say('do'),
      ].join('\n'),
    });
    for (const rung of rungs) {
      const before = rung * daySeconds - alarmHour * 3_600;
      const words = say('alarm', { name: label, days: rung });
      event.createAlarm({
        type: ICalAlarmType.display,
        description: words,
        summary: words,
        ...(before >= 0 ? { triggerBefore: before } : { triggerAfter: -before }),
      });
    }
  }
  return Buffer.from(calendar.toString(), 'utf8');
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
