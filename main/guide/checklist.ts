// The checklist of a guide in plain text: every step with who, where, what to do, and a place for date and person.
import { writtenDate } from '../../preload/rules/dates/written-date.ts';
import { type ReaderLanguage, stepKeys, stopKey } from '../../preload/rules/guide/guide-words.ts';
import type { Texts } from '../platform/texts.ts';
import { guideDocument } from './guide-document.ts';
import type { ShownGuide } from './show-guide.ts';

/** `madeOn` a day, `yyyy-mm-dd`. */
export function checklistLines(
  texts: Texts,
  guide: ShownGuide,
  language: ReaderLanguage,
  madeOn: string,
): string[] {
  const { words, where, services } = guideDocument(texts, guide, language);
  const head = [
    words('print.title'),
    guide.what === null
      ? words('print.services', { services })
      : words('print.stopping', { what: words(stopKey(guide.what, guide.services)) }),
    words('print.quality'),
    words('print.number'),
    words('print.made', { date: writtenDay(madeOn, language) }),
  ];
  const notes = guide.road.notes.map((note) => `* ${words(`notes.${note}`)}`);
  const steps = guide.steps.flatMap((step, at) => {
    const keys = stepKeys(step.id, guide.road.rights);
    const done = step.state === 'done' || step.state === 'alreadyDone';
    const filled = whenAndWho(step, language);
    return [
      '',
      `[${done ? 'x' : ' '}] ${at + 1}. ${words(keys.title)}`,
      `    ${words('print.why', { why: words(`needs.${step.need}`) })}`,
      `    ${words('print.who', { who: words(`roles.${step.who}.name`) })}`,
      ...(where(step.id) === '' ? [] : [`    ${words('print.where', { where: where(step.id) })}`]),
      ...keys.acts.map((key, act) => `      ${act + 1}. ${words(key)}`),
      ...(keys.extra === null ? [] : [`      ${words(keys.extra)}`]),
      `    ${words('print.seen', { seen: words(keys.seen) })}`,
      ...keys.troubles.map(
        (trouble) => `    ${words('print.trouble', { what: words(trouble.what), who: words(trouble.who) })}`,
      ),
      ...(step.state === 'waiting' && step.since !== null
        ? [`    ${waitingWords(words, step.person, writtenDay(step.since, language))}`]
        : []),
      `    ${words('print.date')}: ${filled.date || '______________'}   ${words('print.person')}: ${filled.person || '____________________________'}`,
    ];
  });
  return [...head, '', ...notes, ...steps];
}

/** Of a step that was ticked, what is known; empty leaves the place for a pen. */
export function whenAndWho(
  { state, person, since }: ShownGuide['steps'][number],
  language: ReaderLanguage,
): { date: string; person: string } {
  if (state !== 'done' && state !== 'alreadyDone') return { date: '', person: '' };
  return { date: since === null ? '' : writtenDay(since, language), person };
}

const waitingWords = (
  words: (key: string, more?: Record<string, string>) => string,
  person: string,
  date: string,
): string =>
  person === '' ? words('page.waitingUnnamed', { date }) : words('page.waitingFor', { person, date });

export const writtenDay = (day: string, language: ReaderLanguage): string =>
  writtenDate(
    new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }),
    new Date(day),
  );
