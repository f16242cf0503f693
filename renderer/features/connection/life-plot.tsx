// All certificates on one time line: from when until when each counts, where today is, and when each warning comes.
import { useTranslation } from 'react-i18next';
import type { LifeRow } from '../../../preload/contract/renewal.ts';
import { rungDay, rungs } from '../../../preload/rules/certificates/rungs.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { endTone } from './end-chip.tsx';

/** More than these do not help the eye; the table has them all. */
const most = 20;
const lane = 38;
const longestYears = 5;
const shades = { bad: 'late', warn: 'soon', plain: 'done', ok: 'done', moving: 'done' } as const;

export function LifePlot({ rows, today }: { rows: LifeRow[]; today: string }) {
  const { t } = useTranslation('certificate-life');
  const formats = useFormats();
  const shown = rows.slice(0, most);
  const scale = scaleOf(shown, today);
  const foot = shown.length * lane + 4;
  const words = shown.map((row) => {
    const [from, to] = [formats.dayOf(row.notBefore, 'medium'), formats.dayOf(row.notAfter, 'medium')];
    return t('life.one', { name: row.name, from, to });
  });
  const span = t('life.plotSpan', {
    from: formats.day(scale.from, 'monthYear'),
    to: formats.day(scale.to, 'monthYear'),
  });
  return (
    <Sheet title={t('life.plot')} aside={span} stacked>
      <svg
        className="plot turns life-plot"
        height={foot + 18}
        role="img"
        aria-label={t('life.plotWords', { list: words.join(', ') })}
      >
        {scale.marks.map((day) => (
          <g key={day}>
            <line className="axis" x1={scale.x(day)} x2={scale.x(day)} y1="0" y2={foot} />
            <text x={scale.x(day)} y={foot + 14} className="middle">
              {formats.day(day, 'monthYear')}
            </text>
          </g>
        ))}
        <line className="limit" x1={scale.x(today)} x2={scale.x(today)} y1="0" y2={foot} />
        {shown.map((row, index) => (
          <Lane key={row.id} row={row} top={index * lane} x={scale.x} formats={formats} />
        ))}
        <text x={scale.x(today)} y={foot + 14} className="middle value">
          {t('life.now')}
        </text>
      </svg>
      <p className="quiet-text">{t('life.ticks')}</p>
    </Sheet>
  );
}

type LaneProps = { row: LifeRow; top: number; x: (day: string) => string; formats: Formats };

function Lane({ row, top, x, formats }: LaneProps) {
  const [from, to] = [row.notBefore.slice(0, 10), row.notAfter.slice(0, 10)];
  const ticks = rungs.filter((rung) => rung > 0).map((rung) => x(rungDay(row.notAfter, rung)));
  return (
    <g>
      <text className="value name" x="0" y={top + 13}>
        {row.name.length > 40 ? `${row.name.slice(0, 39)}…` : row.name}
      </text>
      <text className="last" x="100%" y={top + 13}>
        {formats.dayOf(row.notAfter, 'medium')}
      </text>
      <rect className="rest" x="0" y={top + 18} width="100%" height="10" />
      {/* Two lines of the same place, as a width cannot be the difference of two percentages. */}
      <line className={`bar ${shades[endTone(row)]}`} x1={x(from)} x2={x(to)} y1={top + 23} y2={top + 23} />
      {ticks.map((at) => (
        <line key={at} className="tick" x1={at} x2={at} y1={top + 18} y2={top + 28} />
      ))}
    </g>
  );
}

type Scale = { from: string; to: string; marks: string[]; x: (day: string) => string };

/** From three months ago to the last end, five years ahead at most; marks at half or whole years. */
export function scaleOf(rows: Pick<LifeRow, 'notAfter'>[], today: string): Scale {
  const start = monthOf(today, -3);
  const ends = rows.map((row) => row.notAfter.slice(0, 10)).sort();
  const far = monthOf(today, longestYears * 12);
  const last = ends.at(-1) ?? today;
  const end = monthOf(last < far ? (last > today ? last : today) : far, 2);
  const [a, b] = [Date.parse(start), Date.parse(end)];
  const x = (day: string): string =>
    `${Math.round(Math.min(100, Math.max(0, (100 * (Date.parse(day) - a)) / (b - a))) * 100) / 100}%`;
  const months = Math.round((b - a) / 2_629_800_000);
  const step = months > 30 ? 12 : months > 14 ? 6 : 3;
  const marks: string[] = [];
  for (let at = 1; at < months; at += 1) {
    const day = monthOf(start, at);
    const isMark = (Number(day.slice(5, 7)) - 1) % step === 0;
    // Not where it would run into the edges or into the word for today.
    const isClear =
      (Date.parse(day) - a) / (b - a) < 0.94 &&
      Math.abs(Date.parse(day) - Date.parse(today)) > (b - a) * 0.08;
    if (isMark && isClear) marks.push(day);
  }
  return { from: start, to: end, marks, x };
}

/** First day of the month that lies so many months further on. */
function monthOf(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
