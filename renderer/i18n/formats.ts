// Dates, times, amounts and identifiers as they are written in Belgium, in the language of the interface.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '../../preload/rules/dates/written-date.ts';
import { parseEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { localeOf } from './languages.ts';

const zone = 'Europe/Brussels';

const dayStyles = {
  /** 12/06/2025 */
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  /** 12/06 */
  tiny: { day: '2-digit', month: '2-digit' },
  /** 12 jun 2025 */
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 12 juni */
  dayMonth: { day: 'numeric', month: 'long' },
  /** 12 juni 2025 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** donderdag 12 juni 2025 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** do 12 juni */
  weekday: { weekday: 'short', day: 'numeric', month: 'long' },
  /** juni 25 */
  monthYear: { month: 'short', year: '2-digit' },
  month: { month: 'long' },
  monthShort: { month: 'short' },
  monthNarrow: { month: 'narrow' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof dayStyles;

/** `3:48` for 228 minutes; hours are not rolled into days. */
export function writeDuration(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const whole = Math.abs(minutes);
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `01.02.03-996.45`; what is not 11 digits stays as it is. */
export const writeInsz = (insz: string): string =>
  insz.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5');

/** `0999.999.130`; what is not 10 digits stays as it is. */
export const writeEnterpriseNumber = (number: string): string =>
  number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');

/** `2.999.999.964`; what is not 10 digits stays as it is. */
export const writeEstablishmentNumber = (number: string): string =>
  number.replace(/^(\d)(\d{3})(\d{3})(\d{3})$/, '$1.$2.$3.$4');

/** Writers for one language. Days are `yyyy-mm-dd`, instants UTC text shown in Brussels time. */
export function createFormats(language: string) {
  const locale = localeOf(language);
  const made = new Map<string, Intl.DateTimeFormat>();
  const formatter = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const known = made.get(name) ?? new Intl.DateTimeFormat(locale, options);
    made.set(name, known);
    return known;
  };
  const number = new Intl.NumberFormat(locale);
  const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  return {
    /** A legal day, whatever the zone of this computer. */
    day: (date: string, style: DayStyle = 'short') =>
      writtenDate(
        formatter(`day ${style}`, { ...dayStyles[style], timeZone: 'UTC' }),
        new Date(`${date}T12:00:00Z`),
      ),
    /** The day of an instant, in Brussels. */
    dayOf: (instant: string, style: DayStyle = 'short') =>
      writtenDate(formatter(`at ${style}`, { ...dayStyles[style], timeZone: zone }), new Date(instant)),
    time: (instant: string) =>
      formatter('time', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant)),
    moment: (instant: string) =>
      formatter('moment', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(
        new Date(instant),
      ),
    number: (value: number) => number.format(value),
    /** Hundredths of a day: 400 is `4,00`. */
    hundredths: (value: number) => twoDecimals.format(value / 100),
    money: (cents: number) => money.format(cents / 100),
    kilobytes: (bytes: number) =>
      `${number.format(bytes === 0 ? 0 : Math.max(0.1, Math.round(bytes / 102.4) / 10))} kB`,
    duration: writeDuration,
    insz: writeInsz,
    /** Also one that was typed in another way; what is no such number stays as it was typed. */
    enterpriseNumber: (text: string) => writeEnterpriseNumber(parseEnterpriseNumber(text) ?? text),
    establishmentNumber: writeEstablishmentNumber,
  };
}

export type Formats = ReturnType<typeof createFormats>;

/** Writers in the language of the interface. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => createFormats(i18n.language), [i18n.language]);
}
