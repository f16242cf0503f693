// Every command explains itself: one sentence in each language, for those that there are and for no others.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../../main/cli/commands.ts';
import { createTexts } from '../../../main/platform/texts.ts';

const texts = createTexts();
const keyOf = ({ noun, verb }: (typeof commands)[number]): string => `help.${noun}.${verb || 'itself'}`;

test.each(texts.languages)('says what each command does in %s', (language) => {
  const silent = commands.filter((command) => {
    const key = `cli.${keyOf(command)}`;
    return texts.t(language, key) === key;
  });
  expect(silent.map(keyOf)).toEqual([]);
});

test('explains no command that is gone', () => {
  const { help } = JSON.parse(readFileSync('resources/locales/en/cli.json', 'utf8')) as {
    help: Record<string, string | Record<string, string>>;
  };
  const explained = Object.entries(help).flatMap(([noun, verbs]) =>
    typeof verbs === 'string' ? [] : Object.keys(verbs).map((verb) => `help.${noun}.${verb}`),
  );
  const known = new Set(commands.map(keyOf));
  expect(explained.filter((key) => !known.has(key))).toEqual([]);
});
