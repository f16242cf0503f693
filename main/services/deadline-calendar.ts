// Deadlines as a calendar file (RFC 5545): one all-day event for each, with an alarm at nine in the morning two weeks and
// one day before. It bears names of employers, and nothing of persons.
import type { Deadline } from '../../preload/contract/service-state.ts';
import { maskText } from '../platform/log-mask.ts';
import type { TextLanguage, Texts } from '../platform/texts.ts';

const alarmDays = [14, 1] as const;
const alarmHour = 9;
const daySeconds = 86_400;

/** `stamp` is the moment of making. An imported file updates the events of an earlier one: their ids stay the same. */
export async function deadlineCalendar(
  rows: readonly Deadline[],
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
    texts.t(language, `services.${key}`, params);
  const calendar = ical({
    prodId: { company: 'Sociodesk', product: 'Sociodesk', language: language.toUpperCase() },
    name: say('calendar.name'),
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, employerName, rule, date, open, from } of rows) {
    const what = say(`deadlines.rules.${rule}`, { quarter: quarterOf(from), year: from?.slice(0, 4) ?? '' });
    const summary = `${what}: ${maskText(employerName)}`;
    const event = calendar.createEvent({
      id: `${id.replaceAll(':', '-')}@sociodesk.invalid`,
      // Noon keeps the day the same in every zone that a calendar might count in.
      start: new Date(`${date}T12:00:00Z`),
      allDay: true,
      stamp,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description: [say(`deadlines.do.${rule}`), ...(open === null ? [] : [openWords(say, rule, open)])].join(
        '\n',
      ),
    });
    for (const days of alarmDays)
      event.createAlarm({
        type: ICalAlarmType.display,
        description: summary,
        summary,
        triggerBefore: days * daySeconds - alarmHour * 3_600,
      });
  }
  return Buffer.from(calendar.toString(), 'utf8');
}

const openWords = (
  say: (key: string, params: Record<string, number>) => string,
  rule: Deadline['rule'],
  open: number,
): string => say(rule === 'newHire' ? 'deadlines.openWorkers' : 'deadlines.openTrainings', { count: open });

/** `1` to `4`; the empty word where there is no quarter. */
const quarterOf = (from: string | null): string =>
  from === null ? '' : String(Math.ceil(Number(from.slice(5, 7)) / 3));
