// Periods in words: "since 1 January 2024", "1 January 2024 – 30 June 2024", and what is to be minded about a line.
import { useTranslation } from 'react-i18next';
import type { Period } from '../../../../preload/rules/register/periods.ts';
import { useFormats } from '../../../i18n/formats.ts';
import type { DrawnLine } from './line-bars.tsx';

export type LineWords = {
  period: (period: Period) => string;
  line: (line: DrawnLine) => string;
  lines: (periods: readonly Period[]) => string;
};

export function useLineWords(): LineWords {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const period = ({ begin, end }: Period): string =>
    end === null
      ? t('period.since', { begin: formats.day(begin, 'medium') })
      : begin === end
        ? t('period.on', { begin: formats.day(begin, 'medium') })
        : t('period.between', { begin: formats.day(begin, 'medium'), end: formats.day(end, 'medium') });
  return {
    period,
    line: (line) => (line.review ? `${period(line)}, ${t('state.review')}` : period(line)),
    lines: (periods) =>
      periods
        .map(period)
        .reduce((earlier, last) => (earlier === '' ? last : t('period.then', { earlier, last })), ''),
  };
}
