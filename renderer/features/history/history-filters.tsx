// The filters above the list. What is typed is asked after a short pause; each filter that is on can be taken off.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { Tag } from '../../ui/chip.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Popover } from '../../ui/menu.tsx';
import type { HistoryFilter } from './history-filter.ts';
import { groupIds } from './kinds.ts';

type FiltersProps = { filter: HistoryFilter; onChange: (change: Partial<HistoryFilter>) => void };

const pauseMs = 150;

export function HistoryFilters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation('history');
  return (
    <>
      <SearchBox text={filter.text} onText={(text) => onChange({ text })} />
      <Popover label={t('filters.kinds')}>
        {groupIds.map((group) => (
          <CheckboxField
            key={group}
            name={`kind-${group}`}
            label={t(`groups.${group}`)}
            checked={filter.groups.includes(group)}
            onChange={(event) =>
              onChange({
                groups: event.target.checked
                  ? [...filter.groups, group]
                  : filter.groups.filter((one) => one !== group),
              })
            }
          />
        ))}
      </Popover>
      <Popover label={t('filters.period')}>
        <DateField
          name="from"
          label={t('filters.from')}
          value={filter.from}
          onChange={(from) => onChange({ from })}
        />
        <DateField name="to" label={t('filters.to')} value={filter.to} onChange={(to) => onChange({ to })} />
      </Popover>
      <FilterTags filter={filter} onChange={onChange} />
    </>
  );
}

function SearchBox({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation('history');
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  const tell = useRef(onText);
  tell.current = onText;
  if (text !== shown) {
    setShown(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => tell.current(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <input
      className="input small"
      type="search"
      aria-label={t('filters.text')}
      placeholder={t('filters.text')}
      maxLength={120}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function FilterTags({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const from = filter.from === null ? null : formats.day(filter.from, 'medium');
  const to = filter.to === null ? null : formats.day(filter.to, 'medium');
  const period =
    from !== null && to !== null
      ? t('filters.periodOf', { from, to })
      : from !== null
        ? t('filters.since', { from })
        : to !== null
          ? t('filters.until', { to })
          : null;
  return (
    <>
      {filter.groups.map((group) => (
        <Tag
          key={group}
          removeLabel={t('filters.remove', { filter: t(`groups.${group}`) })}
          onRemove={() => onChange({ groups: filter.groups.filter((one) => one !== group) })}
        >
          {t(`groups.${group}`)}
        </Tag>
      ))}
      {period !== null && (
        <Tag
          removeLabel={t('filters.remove', { filter: period })}
          onRemove={() => onChange({ from: null, to: null })}
        >
          {period}
        </Tag>
      )}
    </>
  );
}
