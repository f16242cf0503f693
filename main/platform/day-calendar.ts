// Days to remember as a calendar file (RFC 5545): one all-day event for each, with alarms at nine in the morning.
import type { TextLanguage } from './texts.ts';

export type CalendarDay = {
  /** Stays the same from file to file: an imported one updates the events of an earlier one. */
  id: string;
  /** `yyyy-mm-dd` */
  day: string;
  summary: string;
  description: string;
  /** Days before, 0: on the day itself. Absent: two weeks and one day, in the words of the event. */
  alarms?: readonly { daysBefore: number; words: string }[];
};

const usualAlarms = [14, 1] as const;
const alarmHour = 9;
const daySeconds = 86_400;

/** `stamp` is the moment of making. */
export async function dayCalendar(
  days: readonly CalendarDay[],
  { name, language, stamp }: { name: string; language: TextLanguage; stamp: Date },
): Promise<Uint8Array> {
  // Loaded on demand: the start of the app has no use for it.
  const {
    default: ical,
    ICalAlarmType,
    ICalCalendarMethod,
    ICalEventTransparency,
  } = await import('ical-generator');
  const calendar = ical({
    prodId: { company: 'Sociodesk', product: 'Sociodesk', language: language.toUpperCase() },
    name,
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, day, summary, description, alarms } of days) {
    const event = calendar.createEvent({
      id: `${id.replaceAll(':', '-')}@sociodesk.invalid`,
      // Noon keeps the day the same in every zone that a calendar might count in.
      start: new Date(`${day}T12:00:00Z`),
      allDay: true,
      stamp,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description,
    });
    for (const { daysBefore, words } of alarms ??
      usualAlarms.map((daysBefore) => ({ daysBefore, words: summary }))) {
      const before = daysBefore * daySeconds - alarmHour * 3_600;
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
