// Sheets that go out with the workers of a client filled in, come back filled in, and come back once more.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Open } from 'unzipper';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { newId } from '../../../main/platform/ids.ts';
import { readTable } from '../../../main/platform/tables/read-table.ts';
import type { TableSheet } from '../../../main/platform/tables/table.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';
import { workers } from '../../support/seed-profile.ts';

let bench: AppBench;
let folder: string;
let berk: string;
let park: string;
let empty: string;
beforeAll(async () => {
  bench = await openApp({ practice: 'none' });
  folder = newFolder();
  const employer = async (name: string, enterpriseNumber: string, language: 'nl' | 'fr') =>
    (await bench.must('employer.add', { name, enterpriseNumber, language, sizeBracket: 'from20' })).id;
  berk = await employer('Schoonmaak De Berk', '0999999130', 'nl');
  park = await employer('Salles Le Parc', '1999999250', 'fr');
  empty = await employer('Zonder Volk', '0999999031', 'nl');
  const worker = (employerId: string, insz: string, familyName: string, dates: object) =>
    bench.must('worker.add', {
      employerId,
      insz,
      familyName,
      givenName: 'An',
      startDate: '2024-01-01',
      ...dates,
    });
  await worker(berk, workers.fien, 'Maes', {});
  await worker(berk, workers.marek, 'Nowak', { startDate: '2025-06-01' });
  await worker(berk, workers.jef, 'Weg', { endDate: '2024-12-31' });
  await worker(park, workers.rania, 'Diallo', {});
});
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
  removeFolder(bench.profileDir);
});

async function ended(jobId: string): Promise<string> {
  for (;;) {
    const { jobs } = await bench.must('job.list', {});
    const job = jobs.find(({ id }) => id === jobId);
    if (job?.state !== 'running') return job?.failure?.code ?? job?.state ?? 'gone';
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const saveTo = (name: string): string => {
  const path = join(folder, name);
  bench.app.terminal.offer('cli:test', [], path);
  return path;
};
async function sheetsOf(bytes: Uint8Array): Promise<TableSheet[]> {
  const read = await readTable({ bytes });
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.sheets;
}
async function makeFor(employerIds: string[], name: string, rowsPerWorker = 2): Promise<Buffer> {
  const { jobId } = await bench.must('intake.make', { employerIds, year: 2025, rowsPerWorker });
  expect(await ended(jobId)).toBe('done');
  const path = saveTo(name);
  await bench.must('intake.save', { jobId });
  return readFileSync(path);
}

describe('a sheet', () => {
  it('holds who works there in that year, numbers as text with their zeros, and a sheet that explains', async () => {
    const [data, explained] = await sheetsOf(await makeFor([berk], 'een.xlsx'));
    expect(data?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['INSZ', 'Naam werknemer', 'Opleiding'],
      [workers.fien, 'Maes, An', ''],
      [workers.fien, 'Maes, An', ''],
      [workers.marek, 'Nowak, An', ''],
      [workers.marek, 'Nowak, An', ''],
    ]);
    expect(explained?.name).toBe('Uitleg');
    const status = explained?.rows.find(({ cells }) => cells[0] === 'Status');
    expect(status?.cells[2]).toBe('Gevolgd · Gepland · Niet gevolgd · Ongeschikt');
  });

  it('lets its closed lists be chosen in the cell', async () => {
    const { files } = await Open.buffer(await makeFor([berk], 'keuze.xlsx'));
    const sheet = files.find(({ path }) => path.endsWith('worksheets/sheet1.xml'));
    const xml = (await sheet?.buffer())?.toString() ?? '';
    expect(xml).toContain('<formula1>"Gevolgd,Gepland,Niet gevolgd,Ongeschikt"</formula1>');
    expect(xml.indexOf('</sheetData>')).toBeLessThan(xml.indexOf('<dataValidations'));
  });

  it('is made for many at once, each in its language; who has nobody in that year gets none', async () => {
    const { files } = await Open.buffer(await makeFor([berk, park, empty], 'alle.zip'));
    expect(files.map(({ path }) => path)).toEqual([
      'Opleidingen Schoonmaak De Berk 2025.xlsx',
      'Formations Salles Le Parc 2025.xlsx',
    ]);
    const french = await files[1]?.buffer();
    const [data] = await sheetsOf(french ?? Buffer.alloc(0));
    expect(data?.rows[0]?.cells.slice(0, 4)).toEqual([
      'NISS',
      'Nom du travailleur',
      'Formation',
      'Date de début',
    ]);
  });

  it('is told in the history of its client, without any number of a person', async () => {
    const { rows } = await bench.must('history.search', { text: '', employerId: park });
    expect(rows.find(({ kind }) => kind === 'training.intakeMade')?.summary).toBe('Salles Le Parc · 2025');
    expect(JSON.stringify(rows)).not.toContain(workers.rania);
  });

  it('is refused for nobody, for who is not there, and once it was saved', async () => {
    const failing = async (employerIds: string[]) =>
      ended((await bench.must('intake.make', { employerIds, year: 2025 })).jobId);
    expect(await failing([empty])).toBe('nothingToSend');
    expect(await failing([newId()])).toBe('notFound');
    expect(await bench.call('intake.save', { jobId: newId() })).toMatchObject({
      ok: false,
      failure: { code: 'selectionExpired' },
    });
  });
});

describe('a sheet that comes back', () => {
  /** As a person does: fills cells of some rows in and saves the workbook. */
  async function filledIn(name: string, fill: (cells: string[], at: number) => string[]): Promise<string> {
    const [data] = await sheetsOf(await makeFor([berk], `uit ${name}`));
    const rows = data?.rows.map(({ cells }, at) => (at === 0 ? cells : fill([...cells], at - 1))) ?? [];
    const path = join(folder, name);
    const cells = rows.map((row) => row.map((value) => ({ value, type: String })));
    writeFileSync(path, await writeXlsxFile(cells).toBuffer());
    return path;
  }
  async function bringBack(path: string) {
    const selectionId = newId();
    bench.app.terminal.offer('cli:test', [{ selectionId, path }], null);
    const taken = await bench.must('trainingImport.take', { selectionId, employerId: berk });
    if (taken.counts.create > 0) {
      const { jobId } = await bench.must('trainingImport.apply', { importId: taken.importId });
      expect(await ended(jobId)).toBe('done');
    }
    return taken;
  }

  it('is read without matching a column, skips rows that were not used, and adds nothing the second time', async () => {
    const path = await filledIn('terug.xlsx', (cells, at) => {
      if (at === 0) cells.splice(2, 5, 'Veilig tillen', '3/2/2025', '', '3:48', 'Gevolgd');
      if (at === 2) cells.splice(2, 5, 'Eerste hulp', '16/6/2025', '17/6/2025', '15,2', 'Gepland');
      return cells;
    });
    const first = await bringBack(path);
    expect(first.columns.filter(({ field }) => field === null)).toEqual([]);
    expect(first.counts).toMatchObject({ create: 2, refused: 0 });
    const { rows } = await bench.must('training.list', { employerId: berk, year: 2025, sort: 'title' });
    expect(rows.map(({ fields, workerName }) => [workerName, fields.title, fields.durationMinutes])).toEqual([
      ['Nowak, An', 'Eerste hulp', 912],
      ['Maes, An', 'Veilig tillen', 228],
    ]);
    // Put right here meanwhile: it is still the record that the row stands for.
    const lifting = rows[1];
    await bench.must('training.update', {
      id: lifting?.id ?? '',
      expectedRevision: lifting?.revision ?? 0,
      fields: { title: 'Veilig tillen en duwen' },
    });
    const second = await bringBack(path);
    expect(second.counts).toMatchObject({ create: 0, there: 2, refused: 0 });
    expect((await bench.must('training.list', { employerId: berk, year: 2025 })).total).toBe(2);
  });

  it('keeps a training of which the row was copied together with its reference, and knows both the next time', async () => {
    const path = await filledIn('kopie.xlsx', (cells, at) => {
      if (at === 0) cells.splice(2, 5, 'Ladders', '4/3/2025', '', '2:00', 'Gevolgd');
      return cells;
    });
    const [data] = await sheetsOf(readFileSync(path));
    const rows = data?.rows.map(({ cells }) => [...cells]) ?? [];
    const copy = [...(rows[1] ?? [])];
    copy.splice(2, 2, 'Stellingen', '5/3/2025');
    const cells = [...rows, copy].map((row) => row.map((value) => ({ value, type: String })));
    writeFileSync(path, await writeXlsxFile(cells).toBuffer());
    const before = (await bench.must('training.list', { employerId: berk, year: 2025 })).total;
    await bringBack(path);
    const { rows: kept, total } = await bench.must('training.list', { employerId: berk, year: 2025 });
    expect(total).toBe(before + 2);
    expect(kept.map(({ fields }) => fields.title)).toEqual(expect.arrayContaining(['Ladders', 'Stellingen']));
    expect((await bringBack(path)).counts).toMatchObject({ create: 0, there: 2 });
  });
});
