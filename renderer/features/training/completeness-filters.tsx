// What narrows the table of completeness: words, clients with somebody missing, the year.
import { useTranslation } from 'react-i18next';
import { remember } from './room-memory.ts';
import { useBusinessDate, yearChoices } from './room-year.ts';
import { quarters } from './year-quarters.ts';

/** All clients, those with somebody missing in a quarter that has begun, or in one quarter. */
export type Show = 'all' | 'missing' | '1' | '2' | '3' | '4';

type CompletenessFiltersProps = {
  text: string;
  onText: (text: string) => void;
  show: Show;
  onShow: (show: Show) => void;
  year: number;
  /** Before the room takes another year. */
  onYear: () => void;
};

export function CompletenessFilters({ text, onText, show, onShow, year, onYear }: CompletenessFiltersProps) {
  const { t } = useTranslation('training-account');
  const today = useBusinessDate();
  return (
    <>
      <input
        type="search"
        className="input small"
        placeholder={t('completeness.search')}
        aria-label={t('completeness.search')}
        maxLength={120}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <select
        className="input small select filter-year"
        aria-label={t('completeness.show')}
        value={show}
        onChange={(event) => onShow(event.target.value as Show)}
      >
        <option value="all">{t('completeness.all')}</option>
        <option value="missing">{t('completeness.missingAny')}</option>
        {quarters.map((quarter) => (
          <option key={quarter} value={quarter}>
            {t('completeness.missingIn', {
              quarter: t(`completeness.quarters.${quarter}` as 'completeness.quarters.1'),
            })}
          </option>
        ))}
      </select>
      <select
        className="input small select filter-year"
        aria-label={t('page.year')}
        value={year}
        onChange={(event) => {
          onYear();
          remember({ year: Number(event.target.value) });
        }}
      >
        {yearChoices(today, [], year).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </>
  );
}
