// A list from the file to drafts and back: staged, put right, filtered, applied as a job, undone, refused rows saved.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOf, openTrainingLists, type TrainingLists } from '../../../support/training-lists.ts';

const headings = ['INSZ', 'Opleiding', 'Begindatum', 'Duur', 'Status', 'Kleur'];
let lists: TrainingLists;
beforeAll(async () => {
  lists = await openTrainingLists();
});
afterAll(() => lists.end());

const insz = (at: number): string => lists.workers[at]?.insz ?? '';
const outcomes = async (importId: string) => (await lists.rows(importId)).map(({ outcome }) => outcome);
const rules = (row: { findings: { rule: string; field: string | null }[] } | undefined) =>
  (row?.findings ?? []).map(({ rule, field }) => `${rule} ${field}`);

describe('a list for one client employer', () => {
  it('is looked into before anything is kept', async () => {
    const seen = await lists.open(
      'kijk.csv',
      listOf([headings, [insz(0), 'VCA', '3/2/2025', '8', '', 'rood']]),
    );
    expect(seen).toMatchObject({ kind: 'csv', encoding: 'utf-8', delimiter: ';', doneBefore: null });
    expect(seen.sheets[0]).toMatchObject({ rows: 1, headingLine: 1, known: 5, columns: 6 });
    expect((await lists.must('trainingImport.list', {})).rows).toEqual([]);
  });

  it('goes all the way: fixed, the same for all alike, applied, and taken back', async () => {
    const importId = await lists.stage(
      'lijst.csv',
      listOf([
        headings,
        [insz(0), 'VCA', '3/2/2025', '8', 'gevolgd', ''],
        [insz(1), 'VCA', '3/2/2025', '7u36', 'klassikaal', ''],
        [insz(2), 'VCA', '3/2/2025', '0:60', 'klassikaal', '=1+1'],
        [insz(2), 'Heftruck', '4/2/2025', '3,8', '', ''],
        ['85010199999', 'Heftruck', '4/2/2025', '3,8', '', ''],
      ]),
    );
    const [first, second, third, fourth, fifth] = await lists.rows(importId);
    expect(first).toMatchObject({ outcome: 'create', line: 2, workerName: 'Naam0, Voor' });
    expect(rules(second)).toEqual(['IMP-VALUE-UNREADABLE status']);
    expect(rules(third)).toEqual(['IMP-VALUE-UNREADABLE status', 'IMP-VALUE-UNREADABLE duration']);
    expect(fourth?.outcome).toBe('create');
    expect(rules(fifth)).toEqual(['F0002-004 insz']);
    const { kinds } = await lists.must('trainingImport.problems', { importId });
    expect(kinds[0]).toEqual({
      rule: 'IMP-VALUE-UNREADABLE',
      field: 'status',
      severity: 'blocking',
      rows: 2,
    });
    const [kind] = kinds;
    if (kind === undefined) throw new Error('no kind');
    const { rows: _, ...problem } = kind;
    expect((await lists.rows(importId, { show: 'attention', problem })).map(({ line }) => line)).toEqual([
      3, 4,
    ]);

    const fixed = await lists.must('trainingImport.fix', {
      ...{ importId, number: 2, values: [{ field: 'status', text: 'gevolgd' }] },
      problem: second?.findings[0],
    });
    expect(fixed).toMatchObject({ row: { outcome: 'create' }, alike: 1, counts: { create: 3, refused: 2 } });
    const alike = await lists.must('trainingImport.fixAlike', {
      ...{ importId, values: [{ field: 'status', text: 'gevolgd' }] },
      problem: third?.findings[0] ?? { rule: '', severity: 'blocking', field: null },
    });
    expect(alike.rows).toBe(1);
    expect(rules((await lists.rows(importId))[2])).toEqual(['IMP-VALUE-UNREADABLE duration']);
    await lists.must('trainingImport.undoFix', { fixId: alike.fixId });
    expect(rules((await lists.rows(importId))[2])).toHaveLength(2);
    await lists.must('trainingImport.fix', { importId, number: 4, leftOut: true });
    expect(await outcomes(importId)).toEqual(['create', 'create', 'refused', 'leftOut', 'refused']);

    expect((await lists.apply(importId)).state).toBe('done');
    const done = await lists.must('trainingImport.get', { importId });
    expect(done).toMatchObject({ state: 'done', counts: { create: 2, refused: 2, leftOut: 1 } });
    expect(done.undo).toEqual({ removable: 2, changed: 0, sent: 0 });
    const drafts = await lists.must('training.list', {});
    expect(drafts.rows.map(({ fields }) => fields.durationMinutes).toSorted()).toEqual([456, 480]);

    const path = lists.saveTo('terug.csv');
    const saved = await lists.must('trainingImport.saveRefused', { importId, language: 'nl' });
    expect(saved.rows).toBe(3);
    const [top, back] = readFileSync(path, 'utf8').split('\r\n');
    expect(top).toBe('\ufeffINSZ;Opleiding;Begindatum;Duur;Status;Kleur;Regel;Wat er fout is');
    expect(back).toMatch(new RegExp(`^${insz(2)};VCA;3/2/2025;0:60;klassikaal;'=1\\+1;4;Deze waarde`));

    const [draft] = drafts.rows;
    if (draft === undefined) throw new Error('no draft');
    await lists.must('training.update', {
      ...{ id: draft.id, expectedRevision: draft.revision, fields: { title: 'VCA herhaling' } },
    });
    expect(await lists.must('trainingImport.undo', { importId })).toEqual({ removed: 1, kept: 1 });
    expect((await lists.must('training.list', {})).rows.map(({ fields }) => fields.title)).toEqual([
      'VCA herhaling',
    ]);
    await lists.must('training.remove', { ids: [draft.id] });
  });
});
