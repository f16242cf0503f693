// Every finding of the import has its sentence and its remedy in four languages, and no sentence is kept for nothing.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createTexts } from '../../../main/platform/texts.ts';
import { importFields } from '../../../preload/rules/employers/import-fields.ts';

const sources = [...globSync('preload/rules/employers/*.ts'), ...globSync('main/employers/import/*.ts')];
const raised = new Set(
  sources.flatMap((file) => readFileSync(file, 'utf8').match(/(?<=')EMI-[A-Z-]+(?=')/g) ?? []),
);
const kept = Object.keys(
  (JSON.parse(readFileSync('resources/locales/en/employer-import.json', 'utf8')) as { rules: object }).rules,
);

it('raises what it has words for, and has words for what it raises', () => {
  expect(raised.size).toBeGreaterThan(30);
  expect([...raised].sort()).toEqual([...kept].sort());
});

it.each(['nl', 'fr', 'de', 'en'] as const)('says each with all its facts in %s', (language) => {
  const texts = createTexts();
  const params = {
    found: '9,99E+08',
    digits: 8,
    kind: 'enterprise',
    is: 'establishment',
    most: 200,
    least: 10,
    start: '2025Q3',
    end: '2025Q1',
    name: 'Klaver',
    count: 2,
    account: 'Klaver',
    day: '2025-04-01',
    mandatary: '0999999031',
    line: 12,
    field: 'Naam',
    said: 'Bakkerij',
  };
  const said = [...raised].flatMap((rule) =>
    ['title', 'remedy'].map((part) => texts.t(language, `employer-import:rules.${rule}.${part}`, params)),
  );
  expect(
    said.filter((sentence) => /[{}]|EMI-|employer-import/.test(sentence) || !/[.]$/.test(sentence)),
  ).toEqual([]);
  for (const rule of raised)
    expect(texts.t(language, `employer-import:rules.${rule}.name`)).not.toMatch(/[{}.]|EMI-|employer-import/);
  for (const field of importFields)
    expect(texts.t(language, `employer-import:fields.${field}`)).not.toContain('employer-import');
});
