// How what is searched lies over its period: arrivals and departures by hour, day or month; the same as a table on demand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import type { Overview } from './search-filters.tsx';

const height = 44;
const ground = 48;
/** Names under the bars, so many that they never run into each other. */
const mostNames = 8;

type Slot = Overview['slots'][number];

function nameOf(unit: Overview['unit'], formats: Formats, { from }: Slot): string {
  if (unit === 'hour') return formats.time(from);
  // Noon lies on the day in Belgium as in the zone of the formats.
  const day = new Date(Date.parse(from) + 12 * 3_600_000).toISOString().slice(0, 10);
  return formats.day(day, unit === 'day' ? 'tiny' : 'monthYear');
}

export function SearchPlot({ overview }: { overview: Overview }) {
  const { t } = useTranslation('presence-search');
  const formats = useFormats();
  const [asTable, setAsTable] = useState(false);
  const { unit, slots } = overview;
  const most = Math.max(0, ...slots.map((slot) => slot.in + slot.out));
  const fullest = slots.find((slot) => slot.in + slot.out === most);
  if (most === 0 || fullest === undefined || slots.length < 2) return null;
  const words = t('plot.words', { unit, most, when: nameOf(unit, formats, fullest) });
  return (
    <section className="search-plot" aria-label={t('plot.label')}>
      {asTable ? <SlotTable overview={overview} /> : <Bars overview={overview} most={most} words={words} />}
      <div className="day-key">
        <span>
          <svg viewBox="0 0 24 12" className="plot" aria-hidden="true">
            <rect className="done" y="1" width="24" height="10" />
          </svg>
          {t('plot.in')}
        </span>
        <span>
          <svg viewBox="0 0 24 12" className="plot" aria-hidden="true">
            <rect className="planned" x="1" y="1" width="22" height="10" />
          </svg>
          {t('plot.out')}
        </span>
        <span className="at-end">
          <Button small plain pressed={asTable} onPress={() => setAsTable(!asTable)}>
            {t('plot.asTable')}
          </Button>
        </span>
      </div>
    </section>
  );
}

function Bars({ overview, most, words }: { overview: Overview; most: number; words: string }) {
  const formats = useFormats();
  const { unit, slots } = overview;
  const width = 100 / slots.length;
  const every = Math.ceil(slots.length / mostNames);
  return (
    <svg className="plot turns" height="64" role="img" aria-label={words}>
      <line className="base" x1="0" x2="100%" y1={ground} y2={ground} />
      {slots.map((slot, at) => {
        const [came, left] = [(slot.in * height) / most, (slot.out * height) / most];
        const bar = { x: `${at * width + width * 0.15}%`, width: `${width * 0.7}%` };
        return (
          <g key={slot.from}>
            {came > 0 && <rect className="done" {...bar} y={ground - came} height={came} />}
            {left > 0 && <rect className="planned" {...bar} y={ground - came - left} height={left} />}
            {at % every === 0 && (
              <text x={bar.x} y="62">
                {nameOf(unit, formats, slot)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function SlotTable({ overview: { unit, slots } }: { overview: Overview }) {
  const { t } = useTranslation('presence-search');
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="search-table" tabIndex={0} aria-label={t('plot.asTable')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('plot.when')}</th>
            <th scope="col">{t('plot.in')}</th>
            <th scope="col">{t('plot.out')}</th>
          </tr>
        </thead>
        <tbody>
          {slots
            .filter((slot) => slot.in + slot.out > 0)
            .map((slot) => (
              <tr key={slot.from}>
                <th scope="row">{nameOf(unit, formats, slot)}</th>
                <td>{slot.in}</td>
                <td>{slot.out}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
