// The sentences of documents, menus, notifications and the command line, from the same files and in the same message
// syntax (ICU) as the window's. A file is read when its first sentence is asked for: start-up needs none.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { resourcePath } from './resource-path.ts';

export type TextLanguage = 'nl' | 'fr' | 'de' | 'en';
export type TextParams = Readonly<Record<string, string | number | boolean | Date>>;

export type Texts = {
  /**
   * The sentence of a key in a language: `t('nl', 'errors:offline')` and `t('nl', 'errors.offline')` both read `offline`
   * in `nl/errors.json`. An unknown key comes back as it is, so that a missing sentence is seen.
   */
  t(language: TextLanguage, key: string, params?: TextParams): string;
  languages: readonly TextLanguage[];
};

const languages = ['nl', 'fr', 'de', 'en'] as const;
const NAME = /^[A-Za-z][\w-]*$/;
type Tree = { readonly [name: string]: string | Tree };

export function createTexts(folder: string = resourcePath('locales')): Texts {
  const trees = new Map<string, Tree>();
  const formats = new Map<string, IntlMessageFormat>();
  const tree = (language: TextLanguage, namespace: string): Tree => {
    const name = `${language}/${namespace}`;
    let found = trees.get(name);
    if (found === undefined) {
      found = NAME.test(namespace) ? readTree(join(folder, language, `${namespace}.json`)) : {};
      trees.set(name, found);
    }
    return found;
  };
  return {
    languages,
    t(language, key, params = {}) {
      const [namespace = '', ...path] = key.split(/[:.]/);
      const message = lookUp(tree(language, namespace), path);
      if (message === null) return key;
      if (!message.includes('{') && !message.includes("'")) return message;
      const name = `${language}/${key}`;
      let format = formats.get(name);
      if (format === undefined) {
        format = new IntlMessageFormat(message, `${language}-BE`, undefined, { ignoreTag: true });
        formats.set(name, format);
      }
      return String(format.format({ ...params }));
    },
  };
}

function readTree(file: string): Tree {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Tree) : {};
}

function lookUp(tree: Tree, path: readonly string[]): string | null {
  let at: string | Tree | undefined = tree;
  for (const step of path) {
    if (typeof at !== 'object' || !Object.hasOwn(at, step)) return null;
    at = at[step];
  }
  return typeof at === 'string' ? at : null;
}
