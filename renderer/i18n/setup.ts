// Texts of the interface: one file per namespace and language, loaded when a page first needs it.
import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import ICU, { type IcuInstance } from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { isolated } from '../../preload/rules/text/plain-words.ts';
import { type Language, localeOf } from './languages.ts';

const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', {
  import: 'default',
});

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language: string, namespace: string, done: ReadCallback) {
    const load = files[`../../resources/locales/${language}/${namespace}.json`];
    if (load === undefined) {
      console.error(`texts missing: ${language}/${namespace}`);
      done(null, {});
      return;
    }
    load().then(
      (texts) => done(null, texts as Parameters<ReadCallback>[1]),
      (error: Error) => done(error, null),
    );
  },
};

type Values = Record<string, unknown>;
type Sentences = IcuInstance & {
  parse: (text: string, values: Values | undefined, ...rest: unknown[]) => string;
};

/** Sentences in which a name that is read from right to left turns nothing but itself. */
function sentences(): Sentences {
  const icu = new ICU({ parseLngForICU: localeOf }) as Sentences;
  const write = icu.parse.bind(icu);
  icu.parse = (text, values, ...rest) => write(text, values && withIsolated(values), ...rest);
  return icu;
}

const withIsolated = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]),
  );

/** Starts the texts in one language. A missing key is an error in the console, which the page tests refuse. */
export async function startTexts(language: Language): Promise<void> {
  await i18next
    .use(backend)
    .use(sentences())
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['shell', 'errors'],
      defaultNS: 'shell',
      load: 'currentOnly',
      partialBundledLanguages: true,
      saveMissing: true,
      missingKeyHandler: (languages, namespace, key) => {
        console.error(`text missing: ${languages.join(',')} ${namespace}:${key}`);
      },
      interpolation: { escapeValue: false },
      react: { useSuspense: true, bindI18n: 'languageChanged' },
    });
}

/** Changes the language of the interface without a restart. */
export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
}
