// What an act makes of the lines of one key: as they are, what is asked, as they will be, above each other on one axis.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../../../preload/rules/register/periods.ts';
import { axisOf } from './line-axis.ts';
import { AxisLines, AxisNames, LineBar } from './line-bars.tsx';
import { useLineWords } from './line-words.ts';
import '../register.css';

type ChangeDrawingProps = {
  /** Null: the whole key, without a period. */
  asked: Period | null;
  act: 'insert' | 'delete';
  before: Period[];
  after: Period[];
  today: string;
};

export function ChangeDrawing({ asked, act, before, after, today }: ChangeDrawingProps) {
  const { t } = useTranslation('register');
  const words = useLineWords();
  const axis = useMemo(
    () => axisOf([...before, ...after, ...(asked === null ? [] : [asked])], today),
    [before, after, asked, today],
  );
  const rows = [
    { id: 'before', name: t('drawing.before'), lines: before, look: 'known' as const },
    ...(asked === null
      ? []
      : [
          {
            id: 'asked',
            name: t(`drawing.asked.${act}`),
            lines: [asked],
            look: act === 'insert' ? ('asked' as const) : ('gone' as const),
          },
        ]),
    { id: 'after', name: t('drawing.after'), lines: after, look: 'known' as const },
  ];
  return (
    <div className="line-lanes change-lanes">
      <div className="line-lane line-head" aria-hidden="true">
        <span />
        <AxisNames axis={axis} today={today} now={t('drawing.today')} />
      </div>
      {rows.map(({ id, name, lines, look }) => (
        <div key={id} className="line-lane">
          <div className="line-name">
            <b>{name}</b>
            {lines.length === 0 ? (
              <span>{t('drawing.none')}</span>
            ) : (
              <ul>
                {lines.map((line) => (
                  <li key={line.begin}>{words.period(line)}</li>
                ))}
              </ul>
            )}
          </div>
          <svg className="line-drawing turns" aria-hidden="true">
            <AxisLines axis={axis} today={today} />
            {lines.map((line) => (
              <LineBar key={line.begin} line={{ ...line, review: false }} axis={axis} look={look} />
            ))}
          </svg>
        </div>
      ))}
    </div>
  );
}
