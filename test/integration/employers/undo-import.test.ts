// Taking a whole import back: all of it, in the state of before, or a plain refusal that says what stands in the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder } from '../../support/application-bench.ts';
import { addMandatary, csvOf, enterpriseNumbers, type ListBench, openLists } from './list-bench.ts';

const [known = '', fresh = '', other = '', later = '', inRegister = ''] = enterpriseNumbers(5);
const headings = [
  'Ondernemingsnummer',
  'Naam',
  'Taal',
  'RSZ',
  'Vestigingsnummer',
  'Verzendweg',
  'Begin mandaat',
];

let bench: ListBench;
let employerId = '';
beforeAll(async () => {
  bench = await openLists();
  await addMandatary(bench);
  ({ id: employerId } = await bench.must('employer.add', { name: 'Van Vroeger', enterpriseNumber: known }));
  await bench.must('mandate.record', {
    employerId,
    service: 'fla',
    mandataryNumber: '0999999031',
    startQuarter: '2024Q1',
    endQuarter: null,
  });
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.folder);
  removeFolder(bench.profileDir);
});

const state = async () => {
  const { revision: _, ...employer } = await bench.must('employer.get', { id: employerId });
  const { rows: routes } = await bench.must('route.list', { employerId });
  const { rows: mandates } = await bench.must('mandate.list', { employerId });
  return { employer, routes, mandates };
};
const numbers = async (): Promise<string[]> =>
  (await bench.must('employer.list', { archived: true })).rows.map(
    ({ enterpriseNumber }) => enterpriseNumber,
  );
const importOf = async (list: string[][]): Promise<string> => {
  const { importId } = await bench.stage('lijst.csv', csvOf([headings, ...list]));
  await bench.apply(importId);
  return importId;
};

describe('undoing', () => {
  it('removes what was added and puts back what was changed, to the last field', async () => {
    const before = await state();
    const importId = await importOf([
      [known, 'Nieuwe Naam', 'de', '290', '2999999073', 'elders', ''],
      [fresh, 'Splinternieuw', 'fr', '', '2999999172', 'mandaat', '2025Q1'],
    ]);
    expect((await state()).employer).toMatchObject({
      name: 'Nieuwe Naam',
      language: 'de',
      nssoNumber: '290',
    });
    expect(await numbers()).toContain(fresh);
    const shown = await bench.must('employerImport.get', { importId });
    expect(shown.undoBlocked).toEqual({ sent: 0, workers: 0, changed: 0 });
    expect(await bench.must('employerImport.undo', { importId })).toEqual({ removed: 1, putBack: 1 });
    expect(await state()).toEqual(before);
    expect(await numbers()).not.toContain(fresh);
    expect(await bench.call('employerImport.undo', { importId })).toMatchObject({
      ok: false,
      failure: { code: 'stateNotAllowed', details: { reason: 'undone' } },
    });
  });

  it('leaves a history that still verifies, with both acts in it', async () => {
    expect(await bench.must('history.verify', {})).toMatchObject({ intact: true, problems: [] });
    const { rows } = await bench.must('history.search', {});
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['employer.listImported', 'employer.importReversed', 'employer.removed']),
    );
  });

  it('and doing the same list once more is possible; an employer that was in hand is put down', async () => {
    const importId = await importOf([[fresh, 'Splinternieuw', 'fr', '', '2999999172', 'mandaat', '2025Q1']]);
    expect(await numbers()).toContain(fresh);
    const [row] = (await bench.must('employer.list', { text: 'Splinternieuw' })).rows;
    await bench.must('settings.update', { employerId: row?.id ?? '' });
    expect((await bench.must('app.state', {})).employerId).toBe(row?.id);
    await bench.must('employerImport.undo', { importId });
    expect((await bench.must('app.state', {})).employerId).toBeNull();
  });
});

describe('a refusal', () => {
  it('says that a new employer has workers, or persons in the register', async () => {
    const importId = await importOf([
      [other, 'Met Mensen', '', '', '', '', ''],
      [inRegister, 'Met Lijnen', '', '', '', '', ''],
    ]);
    const [listed] = (await bench.must('employer.list', { text: 'Met Lijnen' })).rows;
    await bench.must('register.insert', {
      ...{ employerId: listed?.id ?? '', insz: '85070399768', dossierType: 'TRAINEE' },
      period: { begin: '2024-01-01', end: null },
      identity: { lastName: 'Peeters', givenName: 'Jan' },
    });
    const [row] = (await bench.must('employer.list', { text: 'Met Mensen' })).rows;
    await bench.must('worker.add', {
      employerId: row?.id ?? '',
      insz: '01020399645',
      familyName: 'Peeters',
      startDate: '2024-01-01',
    });
    expect(await bench.call('employerImport.undo', { importId })).toMatchObject({
      ok: false,
      failure: { code: 'stateNotAllowed', details: { sent: 0, workers: 2, changed: 0 } },
    });
    expect(await numbers()).toContain(other);
  });

  it('says that something was changed since, and then touches nothing of the import', async () => {
    const importId = await importOf([
      [known, 'Nog Een Naam', '', '', '', '', ''],
      [later, 'Later Gewijzigd', '', '', '', '', ''],
    ]);
    const [row] = (await bench.must('employer.list', { text: 'Later Gewijzigd' })).rows;
    const id = row?.id ?? '';
    await bench.must('employer.update', {
      id,
      expectedRevision: row?.revision ?? 0,
      name: 'Anders',
      language: 'nl',
    });
    expect(await bench.call('employerImport.undo', { importId })).toMatchObject({
      ok: false,
      failure: { code: 'stateNotAllowed', details: { sent: 0, workers: 0, changed: 1 } },
    });
    expect((await state()).employer.name).toBe('Nog Een Naam');
    const shown = await bench.must('employerImport.get', { importId });
    expect(shown).toMatchObject({ state: 'done', undoBlocked: { changed: 1 } });
  });
});

describe('stopping before the end', () => {
  it('leaves nothing, and what was staged is listed until then', async () => {
    const { importId } = await bench.stage(
      'stop.csv',
      csvOf([headings, [fresh, 'Nooit', '', '', '', '', '']]),
    );
    const listed = async () =>
      (await bench.must('employerImport.list', {})).rows
        .filter(({ state: s }) => s === 'staged')
        .map(({ id }) => id);
    expect(await listed()).toEqual([importId]);
    await bench.must('employerImport.cancel', { importId });
    expect(await listed()).toEqual([]);
    expect(await numbers()).not.toContain(fresh);
    expect(await bench.call('employerImport.rows', { importId })).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    });
  });
});
