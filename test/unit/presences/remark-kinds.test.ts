// The remarks that are known, their clock, and that each is explained in every language.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadRemarks } from '../../../main/practice/presence/remarks.ts';
import { findResources } from '../../../main/practice/resource-files.ts';
import { correctionUntil, daysLeft, remarkSolvers } from '../../../preload/rules/presences/remark-kinds.ts';

it('are those of the list that practice gives', () => {
  const list = Object.keys(loadRemarks(`${findResources()}/contracts`));
  expect(Object.keys(remarkSolvers).sort()).toEqual(list.sort());
});

it.each(['nl', 'fr', 'de', 'en'])('each has its title, cause and what to do in %s', (language) => {
  const file = `${findResources()}/locales/${language}/presence-remarks.json`;
  const { kinds } = JSON.parse(readFileSync(file, 'utf8')) as {
    kinds: Record<string, Record<'title' | 'cause' | 'do', string>>;
  };
  expect(Object.keys(kinds).sort()).toEqual(Object.keys(remarkSolvers).sort());
  for (const words of Object.values(kinds)) {
    expect(words.title.length).toBeGreaterThan(5);
    for (const sentence of [words.cause, words.do]) expect(sentence).toMatch(/\.$/);
  }
});

it.each([
  ['2026-06-12', '2026-07-12'],
  ['2026-01-31', '2026-03-02'],
  ['2026-03-28', '2026-04-27'],
])('a correction for %s can be asked until %s', (day, until) => {
  expect(correctionUntil(day)).toBe(until);
  expect(daysLeft(until, until)).toBe(0);
  expect(daysLeft(until, day)).toBe(30);
});
