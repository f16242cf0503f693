// Every rule that can stop or mark a row of a list has a short name for the filter, and every field of the import a name.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trainingImportFields } from '../../../preload/rules/training/import-fields.ts';

type Texts = Record<string, Record<string, unknown>>;
const load = (language: string, name: string) =>
  JSON.parse(readFileSync(`resources/locales/${language}/${name}.json`, 'utf8')) as Texts;
const ours = Object.keys(load('en', 'rules')).filter((rule) => /^(IMP|TRN)-/.test(rule));

describe.each(['nl', 'fr', 'de', 'en'])('in %s', (language) => {
  const { kinds = {}, fields = {} } = load(language, 'training-import');

  it('each rule of the import has a short name', () => {
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter((rule) => !(rule in kinds))).toEqual([]);
  });

  it('each field has a name of its own', () => {
    expect(Object.keys(fields).toSorted()).toEqual([...trainingImportFields].toSorted());
    expect(new Set(Object.values(fields)).size).toBe(trainingImportFields.length);
  });
});
