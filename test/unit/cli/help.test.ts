// Every command explains itself: one sentence in each language, for those that there are and for no others.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closedLists, placesIn } from '../../../main/cli/closed-lists.ts';
import { commands } from '../../../main/cli/commands.ts';
import { helpOf } from '../../../main/cli/help.ts';
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

/** Places where anything of that sort may be typed. */
const open = new Set(
  'DAY EXPORT FAMILY FILE FOLDER GIVEN HH GUIDE ID KIND LIST MM MOMENT NAME NEWFILE NUMBER SCOPE TEXT TYPE VALUE WORDS'.split(
    ' ',
  ),
);

test('lists what can be chosen wherever a command takes one of a closed list', () => {
  const places = new Set(commands.flatMap(({ usage }) => placesIn(usage)));
  expect([...places].filter((place) => !open.has(place) && closedLists[place] === undefined)).toEqual([]);
  expect(Object.keys(closedLists).filter((place) => !places.has(place))).toEqual([]);
  const help = helpOf(
    commands.filter(({ noun }) => noun === 'account'),
    (key) => key,
  );
  expect(help).toContain('employerNsso, ');
  expect(help).toContain('checkInAndOutAtWork, ');
  expect(help).not.toContain('halfBody');
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
