// How figures stand in a printed account, in the language of its reader.
import { shownDay, shownMinutes } from '../../../preload/rules/training/days.ts';
import type { TextLanguage, TextParams, Texts } from '../../platform/texts.ts';

export type AccountWords = ReturnType<typeof accountWords>;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** `t` gives plain text; what goes in the page passes `escapeHtml` where it is put there. */
export function accountWords(texts: Texts, language: TextLanguage) {
  const locale = `${language}-BE`;
  const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const t = (key: string, params: TextParams = {}): string =>
    texts.t(language, `training-account.document.${key}`, params);
  return {
    language,
    t,
    /** A sentence of another file of texts. */
    of: (key: string, params: TextParams = {}): string => texts.t(language, key, params),
    /** 252 gives `2,52`. */
    hundredths: (value: number): string => twoDecimals.format(value / 100),
    money: (cents: number): string => money.format(cents / 100),
    day: (day: string | null): string => (day === null ? '–' : shownDay(day)),
    /** 228 gives `3:48`; below zero with its sign. */
    hours: (minutes: number): string => (minutes < 0 ? `−${shownMinutes(-minutes)}` : shownMinutes(minutes)),
  };
}
