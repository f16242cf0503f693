// The person's preferences with their defaults: language and theme follow the PC until chosen.
import { type AppState, themeSchema } from '../../preload/contract/app.ts';
import { type Language, languageSchema } from '../../preload/contract/values.ts';
import type { Database } from '../platform/database.ts';
import { readPreference } from './preference-store.ts';

export type Preferences = {
  language: Language;
  theme: AppState['theme'];
  personName: string;
  /** Name of the environment to open; practice until another was chosen. */
  environment: string;
  firstRun: boolean;
};

/** With null (the settings cannot be opened) the defaults. */
export function readPreferences(db: Database | null, locale: string): Preferences {
  const read = (name: Parameters<typeof readPreference>[1]) =>
    db === null ? null : readPreference(db, name);
  const language = languageSchema.safeParse(read('language'));
  const theme = themeSchema.safeParse(read('theme'));
  return {
    language: language.success ? language.data : languageOfLocale(locale),
    theme: theme.success ? theme.data : 'system',
    personName: read('personName') ?? '',
    environment: read('environment') ?? 'practice',
    firstRun: read('firstRunDone') !== '1',
  };
}

/** `fr_BE.UTF-8` → `fr`; Dutch where the PC speaks none of the four. */
export function languageOfLocale(locale: string): Language {
  const two = languageSchema.safeParse(locale.slice(0, 2).toLowerCase());
  return two.success ? two.data : 'nl';
}

/** As the person set it for programs; Windows and macOS say it by the runtime alone. */
export const localeOfSystem = (env: Readonly<Record<string, string | undefined>>): string =>
  env['LC_ALL'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale;
