// The right to training of one worker in one year: followed, planned, left over; with its key in words and hours.
import { useTranslation } from 'react-i18next';
import type { Balance } from '../../preload/contract/training.ts';
import { useFormats } from '../i18n/formats.ts';
import { classNames } from './class-names.ts';

type BalanceFacts = Pick<
  Balance,
  | 'rightHundredths'
  | 'carriedOverHundredths'
  | 'completedHundredths'
  | 'plannedHundredths'
  | 'remainingHundredths'
  | 'dayMinutes'
  | 'completedMinutes'
  | 'plannedMinutes'
>;

const part = (value: number, whole: number): number =>
  Math.min(100, Math.max(0, (100 * value) / Math.max(whole, 1)));

export function BalancePlot({ balance }: { balance: BalanceFacts }) {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const used = balance.completedHundredths + balance.plannedHundredths;
  const whole = Math.max(balance.rightHundredths + balance.carriedOverHundredths, used, 100);
  const done = part(balance.completedHundredths, whole);
  const planned = Math.min(part(balance.plannedHundredths, whole), 100 - done);
  // From the minutes themselves: taken from rounded days, 19:00 less 4:00 would read 14:58.
  const right = balance.rightHundredths + balance.carriedOverHundredths;
  const minutesLeft =
    Math.round((right * balance.dayMinutes) / 100) - balance.completedMinutes - balance.plannedMinutes;
  const days = Math.ceil(whole / 100);
  const step = Math.max(1, Math.ceil(days / 5));
  const marks = Array.from({ length: Math.floor(whole / 100 / step) + 1 }, (_, index) => index * step);
  const rows = [
    {
      mark: 'done',
      label: t('balance.done'),
      minutes: balance.completedMinutes,
      hundredths: balance.completedHundredths,
    },
    {
      mark: 'planned',
      label: t('balance.planned'),
      minutes: balance.plannedMinutes,
      hundredths: balance.plannedHundredths,
    },
    {
      mark: '',
      label: t('balance.left'),
      minutes: Math.max(minutesLeft, 0),
      hundredths: balance.remainingHundredths,
    },
  ];
  const words = t('balance.words', {
    right: formats.hundredths(right),
    done: formats.hundredths(balance.completedHundredths),
    planned: formats.hundredths(balance.plannedHundredths),
    left: formats.hundredths(balance.remainingHundredths),
  });
  return (
    <div>
      <svg className="plot turns" height="44" role="img" aria-label={words}>
        <rect className="rest" x="0" y="8" width="100%" height="20" />
        <rect className="done" x="0" y="8" width={`${done}%`} height="20" />
        <rect className="planned" x={`${done}%`} y="8" width={`${planned}%`} height="20" />
        {marks.map((mark, index) => {
          const x = `${part(mark * 100, whole)}%`;
          const last = index === marks.length - 1 && mark * 100 === whole;
          return (
            <g key={mark}>
              <line className="base" x1={x} x2={x} y1="28" y2="32" />
              <text x={x} y="43" className={index === 0 ? '' : last ? 'last' : 'middle'}>
                {last ? t('balance.days', { count: mark }) : mark}
              </text>
            </g>
          );
        })}
      </svg>
      <ul className="key">
        {rows.map((row) => (
          <li key={row.label}>
            <span className={classNames('swatch', row.mark)} />
            {row.label}
            <span className="hours">{formats.duration(row.minutes)}</span>
            <span className="days">{t('balance.short', { days: formats.hundredths(row.hundredths) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
