// Every rule has a sentence and a remedy in four languages that format with the facts the rule gives.
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

const languages = ['nl', 'fr', 'de', 'en'] as const;
type Texts = { [name: string]: Texts | string };
const load = (language: string, name: string) =>
  JSON.parse(readFileSync(`resources/locales/${language}/${name}.json`, 'utf8')) as Texts;
const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : flat(value, `${path}${name}.`),
  );
/** Ids as they stand in the sources of the rules, the service's list included. */
const idsIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/\b(F\d{4}-\d{3}|(?:TRN|OUT|IMP)-[A-Z-]+[A-Z])\b/g)].map(
    (match) => match[0],
  );
const sources = [
  'preload/rules/training/check-training.ts',
  'preload/rules/training/set-rules.ts',
  'main/training/import-rows.ts',
  'preload/rules/training/import-row.ts',
  'main/training/import/judge-row.ts',
  'main/training/judge-training.ts',
  'main/training/submit-trainings.ts',
  'main/outbox/read-back.ts',
  'main/outbox/put-back.ts',
  'resources/contracts/fla-anomalies.yaml',
];
const params = {
  year: 2025,
  first: 2023,
  last: 2026,
  max: 255,
  most: 255,
  line: 3,
  row: 3,
  day: '01/02/2025',
  days: 2,
  duration: '3:48',
  deducted: '4:00',
  endDate: '01/02/2025',
  startDate: '',
  since: '',
  from: '2024',
  to: '2028',
  until: '',
  deadline: '',
  total: '',
  right: '',
  times: 2,
  count: 2,
  hundredths: 250,
  agreed: 100,
  whole: 365,
  q: 2_400,
  s: 3_800,
};

describe.each(languages)('the texts in %s', (language) => {
  it('name what is wrong and what to do for every rule in the sources', () => {
    const rules = load(language, 'rules');
    const ids = [...new Set(sources.flatMap(idsIn))];
    expect(ids.length).toBeGreaterThan(35);
    for (const id of ids)
      expect(rules[id], id).toMatchObject({ title: expect.any(String), remedy: expect.any(String) });
  });

  it.each(['rules', 'training-messages'])('of %s all format', (name) => {
    for (const [path, text] of flat(load(language, name))) {
      const formatted = new IntlMessageFormat(text, `${language}-BE`).format(params);
      expect(String(formatted), path).not.toMatch(/[{}]/);
    }
    expect(flat(load(language, name)).map(([path]) => path)).toEqual(
      flat(load('en', name)).map(([path]) => path),
    );
  });

  it('write hundredths as days', () => {
    const text =
      flat(load(language, 'training-messages')).find(([path]) => path === 'balance.steps.sector')?.[1] ?? '';
    expect(String(new IntlMessageFormat(text, `${language}-BE`).format(params))).toMatch(/2[.,]50/);
  });
});
