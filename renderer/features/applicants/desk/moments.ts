// Moments at a counter: to the second, and of today by its word.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats.ts';
import { localeOf } from '../../../i18n/languages.ts';

export type Moments = {
  /** `14:20:31`, in Belgium. */
  exact: (instant: string) => string;
  time: (instant: string) => string;
  /** `vandaag`, or the day itself, with its year where that is not the present one. */
  dayWord: (instant: string, now: string) => string;
  /** With its year where that is not the present one. */
  day: (date: string, now: string) => string;
};

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** How a day (`yyyy-mm-dd`) is written at a moment: the year of the present day goes without saying. */
export const styleIn = (day: string, now: string): 'dayMonth' | 'long' =>
  day.slice(0, 4) === brussels.format(new Date(now)).slice(0, 4) ? 'dayMonth' : 'long';

export function useMoments(): Moments {
  const { t, i18n } = useTranslation('applicants');
  const formats = useFormats();
  return useMemo(() => {
    const withSeconds = new Intl.DateTimeFormat(localeOf(i18n.language), {
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
      timeZone: 'Europe/Brussels',
    });
    return {
      exact: (instant) => withSeconds.format(new Date(instant)),
      time: formats.time,
      dayWord: (instant, now) =>
        formats.dayOf(instant) === formats.dayOf(now)
          ? t('desk.today')
          : formats.dayOf(instant, styleIn(brussels.format(new Date(instant)), now)),
      day: (date, now) => formats.day(date, styleIn(date, now)),
    };
  }, [formats, i18n.language, t]);
}
