// Many rows of a list with the very same problem: found by kind, put right at once, and put back.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Finding } from '../../../preload/contract/finding.ts';
import { removeFolder } from '../../support/application-bench.ts';
import { csvOf, enterpriseNumbers, type ListBench, openLists } from './list-bench.ts';

const words = ['Latijn', 'Latijn', 'Latijn', 'Klingon', 'nl'];
const list = [
  ['Naam', 'Ondernemingsnummer', 'Taal'],
  ...enterpriseNumbers(5).map((number, at) => [`Klant ${at}`, number, words[at] ?? '']),
  ['Zonder nummer', '', 'Latijn'],
];
const language = { rule: 'EMI-WORD-UNKNOWN', field: 'language' };
const latin: Finding = { ...language, severity: 'blocking', params: { found: 'Latijn' } };
const values = [{ field: 'language' as const, text: 'fr' }];

let bench: ListBench;
let importId = '';
beforeAll(async () => {
  bench = await openLists();
  ({ importId } = await bench.stage('lijst.csv', csvOf(list)));
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.folder);
  removeFolder(bench.profileDir);
});

const saidBy = async (): Promise<string[]> =>
  (await bench.rows(importId)).map(
    ({ values: cells }) => cells.find(({ field }) => field === 'language')?.text ?? '',
  );

it('tells the kinds of problems with their rows, and shows the rows of one kind', async () => {
  expect(await bench.must('employerImport.problems', { importId })).toEqual({
    rows: 5,
    kinds: [
      { ...language, rows: 5 },
      { rule: 'EMI-NUMBER-MISSING', field: 'enterpriseNumber', rows: 1 },
    ],
  });
  const shown = await bench.must('employerImport.rows', { importId, show: 'attention', problem: language });
  expect(shown.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 6]);
});

it('counts the rows that are alike only once the row itself is free of the problem', async () => {
  const asked = { importId, number: 1, problem: latin };
  const worse = await bench.must('employerImport.fix', {
    ...asked,
    values: [{ field: 'name', text: 'Aar' }],
  });
  expect(worse.alike).toBe(0);
  const better = await bench.must('employerImport.fix', { ...asked, values });
  expect(better).toMatchObject({ row: { outcome: 'create' }, alike: 3 });
});

it('does the same in every row with the very same problem and in no other, and puts back what was not changed since', async () => {
  const before = await saidBy();
  const { fixId, rows } = await bench.must('employerImport.fixAlike', { importId, problem: latin, values });
  expect(rows).toBe(3);
  expect(await saidBy()).toEqual(['fr', 'fr', 'fr', 'Klingon', 'nl', 'fr']);
  expect(await bench.call('employerImport.fixAlike', { importId, problem: latin, values })).toMatchObject({
    failure: { code: 'nothingToSend' },
  });
  await bench.must('employerImport.fix', {
    importId,
    number: 2,
    values: [{ field: 'language', text: 'de' }],
  });
  expect(await bench.must('employerImport.undoFix', { fixId })).toEqual({ rows: 2 });
  expect(await saidBy()).toEqual([before[0], 'de', ...before.slice(2)]);
  expect(await bench.call('employerImport.undoFix', { fixId })).toMatchObject({
    failure: { code: 'notFound' },
  });
});

it('leaves rows out together too, and never touches an import that is done', async () => {
  const left = await bench.must('employerImport.fixAlike', { importId, problem: latin, leftOut: true });
  expect(left.rows).toBe(2);
  await bench.apply(importId);
  expect(await bench.call('employerImport.undoFix', { fixId: left.fixId })).toMatchObject({
    failure: { code: 'stateNotAllowed' },
  });
  expect(await bench.call('employerImport.fixAlike', { importId, problem: latin, values })).toMatchObject({
    failure: { code: 'stateNotAllowed' },
  });
});
