// What is found in the rows of a list of applicants before anybody is asked.
import { expect, it } from 'vitest';
import type { BatchLine } from '../../../preload/contract/applicant-batches.ts';
import { type BatchFacts, checkBatch, isRefused } from '../../../preload/rules/applicants/check-batch.ts';

const [fien, jasmijn] = ['01020399645', '06071599223'];
const facts: BatchFacts = { today: '2025-03-01', open: new Set(), access: new Map() };
const row = (line: number, insz: string | null, label = `Bar ${line}`): BatchLine => ({
  ...{ line, label, insz },
  language: 'nl',
});
const rulesOf = (rows: BatchLine[], more: Partial<BatchFacts> = {}): string[][] =>
  checkBatch(rows, { ...facts, ...more }).map(({ findings }) => findings.map(({ rule }) => rule));

it('lets rows without a number pass, and keeps one that can be read as eleven digits', () => {
  const rows = checkBatch([row(1, null), row(2, ' '), row(3, '01.02.03-996.45')], facts);
  expect(rows.map(({ insz }) => insz)).toEqual([null, null, fien]);
  expect(rows.filter(isRefused)).toEqual([]);
});

it('refuses a number whose check digits are wrong, and keeps it as it was typed', () => {
  const [wrong] = checkBatch([row(1, '01.02.03-996.46')], facts);
  expect(wrong).toMatchObject({ insz: '01.02.03-996.46', findings: [{ rule: 'APB-INSZ', field: 'insz' }] });
  expect(wrong !== undefined && isRefused(wrong)).toBe(true);
});

it('refuses a birth date that is still to come', () => {
  expect(rulesOf([row(1, jasmijn)], { today: '2006-07-14' })).toEqual([['APB-BORN']]);
  expect(rulesOf([row(1, jasmijn)], { today: '2006-07-15' })).toEqual([[]]);
});

it('refuses the second row of the same person, written in another way, and names the first', () => {
  const [, second] = checkBatch([row(4, fien), row(9, '010203 996 45')], facts);
  expect(second?.findings).toEqual([
    { rule: 'APB-TWICE', severity: 'blocking', field: 'insz', params: { line: 4 } },
  ]);
});

it('refuses who was asked already, and only tells of who can be read at once', () => {
  const rows = checkBatch([row(1, fien), row(2, jasmijn)], {
    ...facts,
    open: new Set([fien]),
    access: new Map([[jasmijn, '2025-03-31']]),
  });
  expect(rows.map(isRefused)).toEqual([true, false]);
  expect(rows[1]?.findings).toEqual([
    { rule: 'APB-ACCESS', severity: 'notice', field: 'insz', params: { until: '2025-03-31' } },
  ]);
});

it('lets no number of a person be printed on a card, and takes no other figures for one', () => {
  expect(
    rulesOf([
      row(1, null, 'Fien 01.02.03-996.45'),
      row(2, null, 'tel 0499 00 11 22 33'),
      row(3, null, '01020399645'),
    ]),
  ).toEqual([['APB-LABEL'], [], ['APB-LABEL']]);
});
