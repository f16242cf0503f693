// The sentence of a failure on the command line, with the facts that help, named in the language of the reader.
import type { Failure } from '../../preload/contract/result.ts';
import { createTexts, type TextLanguage } from '../platform/texts.ts';

const texts = createTexts();

/** `Words of the code. (code; field: first quarter)`: which option or field, which rules. */
export function sentence({ code, details = {} }: Failure, language: TextLanguage): string {
  const option = String(details['option'] ?? '--confirmed');
  if (details['reason'] === 'notConfirmed') return texts.t(language, 'cli.notConfirmed', { option });
  if (details['reason'] === 'throwaway') return texts.t(language, 'cli.throwawayAgain');
  if (code === 'fileUnreadable' && details['missing'] !== undefined)
    return texts.t(language, 'cli.columnMissing', {
      missing: headingsOf(String(details['missing']), language),
    });
  const facts = Object.entries(details).map(([name, value]) => {
    const names = name === 'fields' || name === 'field';
    return `${wordOf(['cli.facts'], name, language)}: ${names ? fieldWords(String(value), language) : value}`;
  });
  const words = texts.t(language, `errors.${code}`);
  return facts.length > 0 ? `${words} (${code}; ${facts.join(', ')})` : `${words} (${code})`;
}

/** `startQuarter,kinds.0` → `first quarter, kind`. Options and the places of a usage stand as they are typed. */
export function fieldWords(names: string, language: TextLanguage): string {
  if (!/^[a-zA-Z\d.]+(?:,[a-zA-Z\d.]+)*$/.test(names)) return names;
  const words = names.split(',').map((path) => {
    const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
    return wordOf(
      ['cli.fields', 'employer-import.fields', 'training.fields', 'workers.fields'],
      name,
      language,
    );
  });
  return [...new Set(words)].join(', ');
}

/** As our own empty list of employers writes them; a list of trainings has one spelling, which is the name itself. */
const headingsOf = (names: string, language: TextLanguage): string =>
  names
    .split(',')
    .map((name) => wordOf(['employer-import.fields'], name, language))
    .join(', ');

/** The first of these places that has a word for it; the name itself where none has. */
function wordOf(places: readonly string[], name: string, language: TextLanguage): string {
  for (const place of places) {
    const key = `${place}.${name}`;
    const word = texts.t(language, key);
    if (word !== key) return word;
  }
  return name;
}
