// The register with a margin: when on the left, what in the middle, the act at the end.
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { todayLineSchema } from '../../../preload/contract/today.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { endOfMonth, endOfWeek } from './calendar-ends.ts';
import { lineIcons } from './line-icons.ts';

export type TodayLine = z.infer<typeof todayLineSchema>;
type When = TodayLine['when'];

const order: When[] = ['today', 'thisWeek', 'thisMonth', 'later', 'waiting'];

/** Facts for the sentences: dates are written out, and what is missing never breaks a sentence. */
export function lineFacts(params: TodayLine['params'], formats: Formats): Record<string, string | number> {
  const facts: Record<string, string | number> = {
    count: 0,
    days: 0,
    name: '',
    date: '',
    state: 'other',
    users: '',
    step: 1,
    ...params,
  };
  if (typeof facts['date'] === 'string' && /^\d{4}-\d\d-\d\d/.test(facts['date'])) {
    facts['date'] = formats.day(facts['date'].slice(0, 10), 'long');
  }
  return facts;
}

export function TodayList({ lines, date }: { lines: TodayLine[]; date: string }) {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const under: Record<When, string> = {
    today: formats.day(date, 'weekday'),
    thisWeek: t('until', { date: formats.day(endOfWeek(date), 'weekday') }),
    thisMonth: t('until', { date: formats.day(endOfMonth(date), 'weekday') }),
    later: t('after', { date: formats.day(endOfMonth(date), 'dayMonth') }),
    waiting: t('nothingToDo'),
  };
  return (
    <div className="sheet margin-list">
      {order.map((when) => {
        const here = lines.filter((line) => line.when === when);
        if (here.length === 0) return null;
        return (
          <section key={when} className={classNames(when === 'today' && 'pressing')}>
            <div className="margin">
              <h2>
                {t(`when.${when}`)} <span className="count">{here.length}</span>
              </h2>
              <p>{under[when]}</p>
            </div>
            <ul>
              {here.map((line) => (
                <Task key={line.id} line={line} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Task({ line }: { line: TodayLine }) {
  const { t } = useTranslation(['today', 'guide']);
  const facts = lineFacts(line.params, useFormats());
  if (line.key === 'guideWaits')
    facts['step'] = t(`guide:steps.${String(line.params['step'])}.title` as 'guide:steps.known.title');
  const employer = facts['employer'];
  const who = t(`lines.${line.key}.who`, facts);
  return (
    <li className="task">
      <Chip tone={line.tone} icon={lineIcons[line.key]}>
        {t(`lines.${line.key}.chip`, facts)}
      </Chip>
      <div>
        <div className="what">{t(`lines.${line.key}.what`, facts)}</div>
        <div className="who">
          {typeof employer === 'string' && employer !== '' ? `${employer.replace(/\.$/, '')}. ${who}` : who}
        </div>
      </div>
      <div className="do">
        <LinkButton to={line.path} small next>
          {t(`lines.${line.key}.do`, facts)}
          <span className="only-read-aloud">: {t(`lines.${line.key}.what`, facts)}</span>
        </LinkButton>
      </div>
    </li>
  );
}
