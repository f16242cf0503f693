// The period of a search: one that moves along with the days, or days of one's own.
import { useTranslation } from 'react-i18next';
import { type PresenceSearch, periodKinds } from '../../../preload/contract/presence-search.ts';
import { periodDays } from '../../../preload/rules/presences/search-period.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { today } from './real-day.ts';

type PeriodProps = { search: PresenceSearch; onSearch: (search: PresenceSearch) => void };

export function SearchPeriod({ search, onSearch }: PeriodProps) {
  const { t } = useTranslation('presence-search');
  const presences = useTranslation('presences');
  const days = periodDays(search, today());
  const own = (more: Partial<typeof days>): void => onSearch({ ...search, period: 'days', ...days, ...more });
  return (
    <>
      <SelectField
        name="period"
        label={t('period.label')}
        choices={periodKinds.map((value) => ({ value, label: t(`period.kinds.${value}`) }))}
        value={search.period}
        onChange={(event) => {
          const period = periodKinds.find((one) => one === event.target.value) ?? 'week';
          onSearch({ ...search, period, ...(period === 'days' ? days : { from: null, to: null }) });
        }}
      />
      {search.period === 'days' && (
        <div className="row-of">
          <DateField
            name="from"
            label={presences.t('search.from')}
            value={days.from}
            onChange={(day) => day && own({ from: day })}
          />
          <DateField
            name="to"
            label={presences.t('search.to')}
            value={days.to}
            onChange={(day) => day && own({ to: day })}
          />
        </div>
      )}
    </>
  );
}
