// An app to read lists of trainings into: two client employers with workers, files on disk, and the steps of an import.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../main/platform/ids.ts';
import type { CallInput, CallOutput } from '../../preload/contract/index.ts';
import { type AppBench, newFolder, openApp, removeFolder } from './application-bench.ts';

/** An eleven-digit number with right check digits, made at run time: born in 1985, `at` below 300. */
export function inszOf(at: number): string {
  const base = `85${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}${String(1 + at).padStart(3, '0')}`;
  return `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;
}
/** Born in January 2000 to 2009: its first digit is a zero. */
export function inszFromZero(at: number): string {
  const base = `0${at % 10}0115${String(100 + at).padStart(3, '0')}`;
  return `${base}${String(97 - (Number(`2${base}`) % 97)).padStart(2, '0')}`;
}
/** An enterprise number with right check digits. */
export function enterpriseNumberOf(at: number): string {
  const base = String(9_999_000 + at).padStart(8, '0');
  return `${base}${String(97 - (Number(base) % 97)).padStart(2, '0')}`;
}

type Preview = CallOutput<'trainingImport.open'>;
export type TrainingLists = AppBench & {
  employers: { id: string; number: string }[];
  /** Of the first employer. */
  workers: { id: string; insz: string }[];
  /** Writes a file; answers its path. */
  path(name: string, bytes: Uint8Array | string): string;
  choose(name: string, bytes: Uint8Array | string): string;
  open(name: string, bytes: Uint8Array | string): Promise<Preview>;
  /** Opens and stages, for the first employer unless said otherwise. */
  stage(name: string, bytes: Uint8Array | string, employerId?: string | null): Promise<string>;
  rows(
    importId: string,
    more?: Partial<CallInput<'trainingImport.rows'>>,
  ): Promise<CallOutput<'trainingImport.rows'>['rows']>;
  apply(importId: string, duplicates?: 'leaveOut' | 'add'): Promise<CallOutput<'job.list'>['jobs'][number]>;
  saveTo(name: string): string;
  end(): Promise<void>;
};

export async function openTrainingLists(workersOfFirst = 3): Promise<TrainingLists> {
  const bench = await openApp({ practice: 'none' });
  const folder = newFolder();
  const employers: TrainingLists['employers'] = [];
  for (const at of [1, 2]) {
    const number = enterpriseNumberOf(at);
    const { id } = await bench.must('employer.add', { enterpriseNumber: number, name: `Klant ${at}` });
    employers.push({ id, number });
  }
  const [first, second] = employers as [
    TrainingLists['employers'][number],
    TrainingLists['employers'][number],
  ];
  const workers: TrainingLists['workers'] = [];
  for (let at = 0; at < workersOfFirst; at += 1) {
    const insz = at === 0 ? inszFromZero(1) : inszOf(at);
    const { id } = await bench.must('worker.add', {
      ...{ employerId: first.id, insz, familyName: `Naam${at}`, givenName: 'Voor' },
      startDate: '2020-01-01',
    });
    workers.push({ id, insz });
  }
  await bench.must('worker.add', {
    ...{ employerId: second.id, insz: inszOf(99), familyName: 'Ander', givenName: 'Voor' },
    startDate: '2020-01-01',
  });
  const path: TrainingLists['path'] = (name, bytes) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  const choose: TrainingLists['choose'] = (name, bytes) => {
    const selectionId = newId();
    bench.app.terminal.offer('cli:test', [{ selectionId, path: path(name, bytes) }], null);
    return selectionId;
  };
  const open: TrainingLists['open'] = (name, bytes) =>
    bench.must('trainingImport.open', { selectionId: choose(name, bytes) });
  return {
    ...{ ...bench, employers, workers, path, choose, open },
    async stage(name, bytes, employerId = first.id) {
      const { importId } = await open(name, bytes);
      await bench.must('trainingImport.stage', { importId, employerId });
      return importId;
    },
    rows: async (importId, more = {}) =>
      (await bench.must('trainingImport.rows', { importId, pageSize: 50, ...more })).rows,
    async apply(importId, duplicates = 'leaveOut') {
      const { jobId } = await bench.must('trainingImport.apply', { importId, duplicates });
      for (;;) {
        const { jobs } = await bench.must('job.list', {});
        const job = jobs.find(({ id }) => id === jobId);
        if (job === undefined) throw new Error('the job is gone');
        if (job.state !== 'running') return job;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    saveTo(name) {
      const file = join(folder, name);
      bench.app.terminal.offer('cli:test', [], file);
      return file;
    },
    async end() {
      await bench.close();
      removeFolder(folder);
      removeFolder(bench.profileDir);
    },
  };
}

/** Rows of cells as delimited text. */
export const listOf = (rows: readonly (readonly string[])[], delimiter = ';'): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (/["\n\r;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join('\r\n');
