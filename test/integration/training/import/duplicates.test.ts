// The same training twice: in the list, as a draft, and as it was filed; lists for many employers; and a mapping remembered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOf, openTrainingLists, type TrainingLists } from '../../../support/training-lists.ts';

const headings = ['Werkgever', 'INSZ', 'Opleiding', 'Begindatum', 'Duur'];
let lists: TrainingLists;
beforeAll(async () => {
  lists = await openTrainingLists();
});
afterAll(() => lists.end());

const insz = (at: number): string => lists.workers[at]?.insz ?? '';
const found = async (importId: string) =>
  (await lists.rows(importId)).map(({ outcome, findings }) => [outcome, ...findings.map(({ rule }) => rule)]);
const listFor = (rows: readonly (readonly string[])[]): string => listOf([headings.slice(1), ...rows]);

describe('the same training', () => {
  it('twice in a list is warned of with the first line, and left out unless asked', async () => {
    const importId = await lists.stage(
      'dubbel.csv',
      listFor([
        [insz(0), 'VCA', '3/2/2025', '8'],
        [insz(1), 'VCA', '3/2/2025', '8'],
        [insz(0), ' vca', '3-2-2025', '4'],
      ]),
    );
    expect(await found(importId)).toEqual([['create'], ['create'], ['duplicate', 'IMP-TWICE-IN-LIST']]);
    const [, , third] = await lists.rows(importId);
    expect(third?.findings[0]).toMatchObject({ severity: 'warning', params: { line: 2 } });
    await lists.apply(importId);
    const { counts } = await lists.must('trainingImport.get', { importId });
    expect(counts).toMatchObject({ create: 2, duplicate: 1, refused: 0 });
  });

  it('once more in another list is there already, or a draft that differs', async () => {
    const importId = await lists.stage(
      'weer.csv',
      listFor([
        [insz(0), 'VCA', '3/2/2025', '8'],
        [insz(1), 'VCA', '3/2/2025', '4'],
      ]),
    );
    expect(await found(importId)).toEqual([['there'], ['duplicate', 'IMP-TWICE-DRAFT']]);
    const { rows } = await lists.must('training.list', { workerId: lists.workers[1]?.id ?? '' });
    expect((await lists.rows(importId))[1]?.findings[0]?.params).toEqual({ record: rows[0]?.id });
    await lists.apply(importId, 'add');
    expect((await lists.must('training.list', {})).total).toBe(3);
  });

  it('that was filed is told from a draft, by what was filed and not by what stands there now', async () => {
    const { rows } = await lists.must('training.list', { workerId: lists.workers[0]?.id ?? '' });
    const [record] = rows;
    const db = lists.app.session()?.db;
    if (record === undefined || db === undefined) throw new Error('no record');
    const accepted = JSON.stringify({ ...record.fields, title: 'VCA basis' });
    db.prepare("UPDATE training SET state = 'accepted', accepted_fields = ? WHERE id = ?").run(
      accepted,
      record.id,
    );
    const importId = await lists.stage('gemeld.csv', listFor([[insz(0), 'VCA Basis', '3/2/2025', '2']]));
    expect(await found(importId)).toEqual([['duplicate', 'IMP-TWICE-SENT']]);
    expect((await lists.rows(importId))[0]?.findings[0]?.params).toEqual({ record: record.id });
    const call = await lists.call('trainingImport.apply', { importId });
    expect(call).toMatchObject({ ok: false, failure: { code: 'nothingToSend' } });
  });
});

it('a list for many employers finds each by its number, and says which row has none', async () => {
  const [first, second] = lists.employers.map(({ number }) => number);
  const content = listOf([
    headings,
    [first ?? '', insz(2), 'EHBO', '4/2/2025', '8'],
    [second ?? '', insz(2), 'EHBO', '4/2/2025', '8'],
    ['', insz(2), 'EHBO', '4/2/2025', '8'],
    ['0123456789', insz(2), 'EHBO', '4/2/2025', '8'],
  ]);
  const importId = await lists.stage('velen.csv', content, null);
  expect((await lists.must('trainingImport.get', { importId })).missing).toEqual(['enterpriseNumber']);
  const { columns } = await lists.must('trainingImport.columns', { importId });
  expect(columns[0]).toMatchObject({ heading: 'Werkgever', field: null });
  const fields = ['enterpriseNumber', ...columns.slice(1).map(({ field }) => field)] as const;
  await lists.must('trainingImport.match', { importId, fields: [...fields] });
  expect(await found(importId)).toEqual([
    ['create'],
    ['refused', 'TRN-WORKER-UNKNOWN'],
    ['refused', 'IMP-EMPLOYER-MISSING'],
    ['refused', 'IMP-EMPLOYER-NUMBER'],
  ]);
  const again = await lists.stage('later.csv', content, null);
  const remembered = await lists.must('trainingImport.columns', { importId: again });
  expect(remembered.columns[0]).toMatchObject({ field: 'enterpriseNumber', how: 'remembered' });
  // Another client's lists do not take it over.
  const elsewhere = await lists.stage('elders.csv', content, lists.employers[1]?.id ?? '');
  const own = await lists.must('trainingImport.columns', { importId: elsewhere });
  expect(own.columns[0]).toMatchObject({ field: null });
});
