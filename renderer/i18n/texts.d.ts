// Typed keys: the English files name every key. A new namespace file is added here once.
import 'i18next';
import type errors from '../../resources/locales/en/errors.json';
import type settings from '../../resources/locales/en/settings.json';
import type shell from '../../resources/locales/en/shell.json';
import type today from '../../resources/locales/en/today.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      errors: typeof errors;
      settings: typeof settings;
      shell: typeof shell;
      today: typeof today;
    };
  }
}
