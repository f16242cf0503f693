// The four languages and the locale that each is written in here: Belgian dates, times and numbers.
import type { Language } from '../../preload/contract/values.ts';

export type { Language } from '../../preload/contract/values.ts';

export const languages: readonly Language[] = ['nl', 'fr', 'de', 'en'];

/** A language's own name, never translated. */
export const languageNames: Record<Language, string> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
};

export const localeOf = (language: string): string => `${language}-BE`;
