// Every failure code has a sentence with a next step in each of the four languages.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureCodes } from '../../../preload/contract/result.ts';

const root = resolve(import.meta.dirname, '../../../resources/locales');

describe.each(['nl', 'fr', 'de', 'en'])('%s', (language) => {
  const sentences = JSON.parse(readFileSync(`${root}/${language}/errors.json`, 'utf8')) as Record<
    string,
    string
  >;

  test('has a sentence for every code and no other', () => {
    expect(Object.keys(sentences).sort()).toEqual([...failureCodes].sort());
  });

  test('says the next step after what happened', () => {
    for (const code of failureCodes)
      expect(sentences[code]?.match(/[.;:!]/g)?.length ?? 0, code).toBeGreaterThan(1);
  });
});
