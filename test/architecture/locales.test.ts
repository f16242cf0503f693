// Four complete languages: the same keys, the same placeholders, every message well formed, and a sentence per failure.
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../preload/contract/result.ts';
import { filesUnder, read } from './source-files.ts';

const languages = ['nl', 'fr', 'de', 'en'] as const;
const namespaces = [
  ...new Set(languages.flatMap((language) => filesUnder(`resources/locales/${language}`, ['.json']))),
]
  .map((path) => path.split('/').at(-1) ?? '')
  .filter((name, index, all) => all.indexOf(name) === index);

function messages(language: string, namespace: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else
      for (const [key, part] of Object.entries(value as object))
        visit(part, path === '' ? key : `${path}.${key}`);
  };
  visit(JSON.parse(read(`resources/locales/${language}/${namespace}`)), '');
  return found;
}

/** Names and kinds of the placeholders: `{count, plural, …}` gives `count:plural`. */
function placeholders(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${element.value}:${TYPE[element.type]}`);
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
      if ('children' in element) visit(element.children);
    }
  };
  visit(parse(message, { ignoreTag: true }));
  return [...found].sort();
}

describe.each(namespaces)('%s', (namespace) => {
  const english = messages('en', namespace);

  it.each(languages)('has the same sentences with the same placeholders in %s', (language) => {
    const here = messages(language, namespace);
    expect([...here.keys()].sort()).toEqual([...english.keys()].sort());
    const different = [...here].filter(
      ([key, message]) => placeholders(message).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it.each(languages)('leaves no sentence empty in %s', (language) => {
    expect([...messages(language, namespace)].filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});

describe('failures', () => {
  it.each(languages)('each have a sentence in %s', (language) => {
    const keys = [...messages(language, 'errors.json').keys()];
    const silent = failureCodes.filter(
      (code) => !keys.some((key) => key === code || key.startsWith(`${code}.`) || key.includes(`.${code}`)),
    );
    expect(silent).toEqual([]);
  });
});

describe('words', () => {
  it('are joined by ’: before a brace a straight one would quote the placeholder', () => {
    const straight = /(?<=\p{L})'(?=[\p{L}{])/u;
    expect([straight.test("l'{name}"), straight.test('l’{name}')]).toEqual([true, false]);
    const found = languages.flatMap((language) =>
      namespaces.flatMap((namespace) =>
        [...messages(language, namespace)]
          .filter(([, message]) => straight.test(message))
          .map(([key]) => `${language}/${namespace}: ${key}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('never name the practice environment otherwise', () => {
    const wrong = /simulator|simulateur/i;
    const found = languages.flatMap((language) =>
      namespaces.flatMap((namespace) =>
        [...messages(language, namespace)].filter(([, message]) => wrong.test(message)),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('plurals', () => {
  /** Branches of `message` that stand for a category which has more than one number in the language, with their text. */
  function broadOnes(language: string, message: string): string[] {
    const rules = new Intl.PluralRules(language);
    const found: string[] = [];
    const visit = (elements: MessageFormatElement[]): void => {
      for (const element of elements) {
        if (!('options' in element)) continue;
        if (element.type === TYPE.plural && rules.select(0) === 'one' && !('=0' in element.options)) {
          const texts = (element.options['one']?.value ?? []).filter((part) => part.type === TYPE.literal);
          found.push(...texts.map((part) => part.value));
        }
        for (const option of Object.values(element.options)) visit(option.value);
      }
    };
    visit(parse(message, { ignoreTag: true }));
    return found;
  }

  it('says of nothing "1" in no language: where 0 is counted like 1, the number itself is shown', () => {
    expect(broadOnes('fr', '{count, plural, one {1 dossier} other {# dossiers}}')).toEqual(['1 dossier']);
    expect(broadOnes('nl', '{count, plural, one {1 dossier} other {# dossiers}}')).toEqual([]);
    const wrong = languages.flatMap((language) =>
      namespaces.flatMap((namespace) =>
        [...messages(language, namespace)]
          .filter(([, message]) => broadOnes(language, message).some((text) => /(?<!\d)1(?!\d)/.test(text)))
          .map(([key]) => `${language}/${namespace}: ${key}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
