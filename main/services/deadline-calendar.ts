// Deadlines as a calendar file. It bears names of employers, and nothing of persons.
import type { Deadline } from '../../preload/contract/service-state.ts';
import { dayCalendar } from '../platform/day-calendar.ts';
import { maskText } from '../platform/log-mask.ts';
import type { TextLanguage, Texts } from '../platform/texts.ts';

/** `stamp` is the moment of making. */
export function deadlineCalendar(
  rows: readonly Deadline[],
  { texts, language, stamp }: { texts: Texts; language: TextLanguage; stamp: Date },
): Promise<Uint8Array> {
  const say = (key: string, params: Record<string, string | number> = {}) =>
    texts.t(language, `services.${key}`, params);
  const days = rows.map(({ id, employerName, rule, date, open, from }) => {
    const what = say(`deadlines.rules.${rule}`, { quarter: quarterOf(from), year: from?.slice(0, 4) ?? '' });
    const left = open === null ? [] : [openWords(say, rule, open)];
    return {
      ...{ id, day: date, summary: `${what}: ${maskText(employerName)}` },
      description: [say(`deadlines.do.${rule}`), ...left].join('\n'),
    };
  });
  return dayCalendar(days, { name: say('calendar.name'), language, stamp });
}

const openWords = (
  say: (key: string, params: Record<string, number>) => string,
  rule: Deadline['rule'],
  open: number,
): string => say(rule === 'newHire' ? 'deadlines.openWorkers' : 'deadlines.openTrainings', { count: open });

/** `1` to `4`; the empty word where there is no quarter. */
const quarterOf = (from: string | null): string =>
  from === null ? '' : String(Math.ceil(Number(from.slice(5, 7)) / 3));
