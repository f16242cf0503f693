// The sentences of the practice portal, in four languages, read from the same folder as the app's but by a reader of our
// own. Placeholders are plain names in braces.
import { readJson } from '../resource-files.ts';

export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type TextParams = Readonly<Record<string, string | number>>;
/** The sentence of a key such as `chaman.title`; an unknown key comes back as it is, so that a gap is seen. */
export type Translate = (key: string, params?: TextParams) => string;

export const isLanguage = (text: string | null): text is Language =>
  LANGUAGES.some((language) => language === text);

type Tree = { readonly [name: string]: string | Tree };

const flatten = (tree: Tree, before: string, into: Map<string, string>): Map<string, string> => {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(before + name, value);
    else flatten(value, `${before}${name}.`, into);
  }
  return into;
};

// As in ICU messages: a doubled apostrophe stands for one.
const fill = (message: string, params: TextParams): string =>
  message.replaceAll("''", "'").replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

export interface PortalTexts {
  in(language: Language): Translate;
}

/** Reads all four files at once; a missing one is a broken installation. */
export const loadPortalTexts = (resources: string): PortalTexts => {
  const all = new Map(
    LANGUAGES.map((language) => [
      language,
      flatten(readJson(`${resources}/locales/${language}`, 'practice-portal.json') as Tree, '', new Map()),
    ]),
  );
  return {
    in: (language) => {
      const messages = all.get(language);
      return (key, params = {}) => {
        const message = messages?.get(key);
        return message === undefined ? key : fill(message, params);
      };
    },
  };
};
