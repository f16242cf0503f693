// Filters of the register: words, year, states, period. Each that is on shows as a tag that takes it off.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Training } from '../../../preload/contract/training.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/chip.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { nothingChosen } from '../../ui/grid-selection.ts';
import { Popover } from '../../ui/menu.tsx';
import { remember, useRoomMemory } from './room-memory.ts';
import { useBusinessDate, yearChoices } from './room-year.ts';

const states: Training['state'][] = [
  'draft',
  'ready',
  'sending',
  'accepted',
  'acceptedWithWarnings',
  'refused',
  'unknown',
  'withdrawn',
];
/** A pause in typing after which the list is asked again, in milliseconds. */
const typingPause = 200;

function SearchBox() {
  const { t } = useTranslation('training');
  const memory = useRoomMemory();
  const [typed, setTyped] = useState(memory.text);
  useEffect(() => {
    if (typed === memory.text) return undefined;
    const timer = setTimeout(() => remember({ text: typed, chosen: nothingChosen }), typingPause);
    return () => clearTimeout(timer);
  }, [typed, memory.text]);
  return (
    <input
      type="search"
      className="input small"
      placeholder={t('filters.text')}
      aria-label={t('filters.label')}
      maxLength={120}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function StateChoices() {
  const { t } = useTranslation('training');
  const memory = useRoomMemory();
  const toggle = (state: Training['state']): void => {
    const on = memory.states.includes(state);
    remember({
      states: on ? memory.states.filter((one) => one !== state) : [...memory.states, state],
      chosen: nothingChosen,
    });
  };
  return (
    <Popover label={t('filters.state')}>
      <fieldset className="choices">
        <legend className="legend">{t('filters.state')}</legend>
        <div className="choice-list">
          {states.map((state) => (
            <label key={state} className="choice">
              <input type="checkbox" checked={memory.states.includes(state)} onChange={() => toggle(state)} />
              <span>{t(`filters.states.${state}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </Popover>
  );
}

function PeriodChoice() {
  const { t } = useTranslation('training');
  const { startFrom, startTo } = useRoomMemory();
  return (
    <Popover label={t('filters.period')}>
      <div className="period-fields">
        <DateField
          name="filterFrom"
          label={t('filters.from')}
          value={startFrom}
          onChange={(day) => remember({ startFrom: day, chosen: nothingChosen })}
        />
        <DateField
          name="filterTo"
          label={t('filters.to')}
          value={startTo}
          onChange={(day) => remember({ startTo: day, chosen: nothingChosen })}
        />
        <Button small onPress={() => remember({ startFrom: null, startTo: null, chosen: nothingChosen })}>
          {t('filters.clearPeriod')}
        </Button>
      </div>
    </Popover>
  );
}

export function RegisterFilters({
  years,
  year,
  byState,
}: {
  years: number[];
  year: number;
  byState: boolean;
}) {
  const { t } = useTranslation('training');
  const formats = useFormats();
  const today = useBusinessDate();
  const memory = useRoomMemory();
  const { startFrom, startTo } = memory;
  const short = (day: string): string => formats.day(day, 'medium');
  const period =
    startFrom !== null && startTo !== null
      ? `${short(startFrom)} – ${short(startTo)}`
      : startFrom !== null
        ? t('filters.openFrom', { from: short(startFrom) })
        : startTo !== null
          ? t('filters.openTo', { to: short(startTo) })
          : null;
  return (
    <>
      <SearchBox />
      <select
        className="input small select filter-year"
        aria-label={t('filters.year')}
        value={year}
        onChange={(event) => remember({ year: Number(event.target.value), chosen: nothingChosen })}
      >
        {yearChoices(today, years, year).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      {byState && <StateChoices />}
      <PeriodChoice />
      {byState &&
        memory.states.map((state) => (
          <Tag
            key={state}
            removeLabel={`${t('filters.remove')}: ${t(`filters.states.${state}`)}`}
            onRemove={() =>
              remember({ states: memory.states.filter((one) => one !== state), chosen: nothingChosen })
            }
          >
            {t(`filters.states.${state}`)}
          </Tag>
        ))}
      {period !== null && (
        <Tag
          removeLabel={`${t('filters.remove')}: ${t('filters.period')}`}
          onRemove={() => remember({ startFrom: null, startTo: null, chosen: nothingChosen })}
        >
          {period}
        </Tag>
      )}
    </>
  );
}
