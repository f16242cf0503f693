// Which language the app speaks before anybody chose one.
import { expect, it } from 'vitest';
import { languageOfLocale, localeOfSystem } from '../../../main/settings/preferences.ts';

const spoken = (env: Record<string, string>): string => languageOfLocale(localeOfSystem(env));

it.each([
  [{ LANG: 'fr_BE.UTF-8' }, 'fr'],
  [{ LANG: 'fr_BE.UTF-8', LC_ALL: 'de_BE.UTF-8' }, 'de'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, 'en'],
  [{ LANG: 'pl_PL.UTF-8' }, 'nl'],
  [{ LANG: 'C.UTF-8' }, 'nl'],
])('is what the computer is set to: %o', (env, language) => {
  expect(spoken(env)).toBe(language);
});

it('is what the runtime says where the computer sets nothing', () => {
  expect(localeOfSystem({})).toBe(Intl.DateTimeFormat().resolvedOptions().locale);
});
