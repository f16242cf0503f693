// An app to read lists into: files on disk, a mandatary's account, and the steps of an import as the command line takes them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { newId } from '../../../main/platform/ids.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { type AppBench, newFolder, openApp } from '../../support/application-bench.ts';

export type Cells = readonly (readonly string[])[];
export type ListBench = AppBench & {
  folder: string;
  /** Writes a list and opens it; answers the file's path and what the app sees in it. */
  open(name: string, bytes: Uint8Array | string): Promise<CallOutput<'employerImport.open'>>;
  /** Opens, stages all sheets and matches by headings. */
  stage(
    name: string,
    bytes: Uint8Array | string,
  ): Promise<{ importId: string; counts: CallOutput<'employerImport.match'> }>;
  /** Does it and waits for the end. */
  apply(importId: string): Promise<void>;
  /** Where the next file that the app saves will stand. */
  saveTo(name: string): string;
  rows(importId: string): Promise<CallOutput<'employerImport.rows'>['rows']>;
};

const mandatary = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };

export async function openLists(options: Parameters<typeof openApp>[0] = {}): Promise<ListBench> {
  const bench = await openApp({ practice: 'none', ...options });
  const folder = newFolder();
  const open: ListBench['open'] = async (name, bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const selectionId = newId();
    bench.app.terminal.offer('cli:test', [{ selectionId, path }], null);
    return bench.must('employerImport.open', { selectionId });
  };
  return {
    ...bench,
    folder,
    open,
    async stage(name, bytes) {
      const { importId, sheets } = await open(name, bytes);
      const { columns } = await bench.must('employerImport.stage', {
        importId,
        sheets: sheets.map((_, at) => at),
      });
      const fields = columns.map(({ field }) => field);
      return { importId, counts: await bench.must('employerImport.match', { importId, fields }) };
    },
    async apply(importId) {
      const { jobId } = await bench.must('employerImport.apply', { importId });
      for (;;) {
        const { jobs } = await bench.must('job.list', {});
        const job = jobs.find(({ id }) => id === jobId);
        if (job?.state === 'done') return;
        if (job?.state !== 'running')
          throw new Error(`the import ended as ${job?.state} ${job?.failure?.code}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    saveTo(name) {
      const path = join(folder, name);
      bench.app.terminal.offer('cli:test', [], path);
      return path;
    },
    rows: async (importId) => (await bench.must('employerImport.rows', { importId, pageSize: 50 })).rows,
  };
}

/** An account that files for clients, with the right for the training account. */
export async function addMandatary(bench: AppBench, name = 'Klaver'): Promise<string> {
  const { id: certificateId } = await bench.must('certificate.generate', {
    ...mandatary,
    name,
    keyKind: 'ecP384',
  });
  const { id } = await bench.must('account.add', {
    ...mandatary,
    name,
    quality: 'socialSecretariat',
    clientId: `self_service_chaman_100042_${name.toLowerCase().padEnd(6, '0')}`,
    certificateId,
  });
  return id;
}

export const xlsxOf = (rows: Cells): Promise<Buffer> =>
  writeXlsxFile(rows.map((cells) => cells.map((value) => ({ value, type: String })))).toBuffer();

export const csvOf = (rows: Cells): string => rows.map((cells) => cells.join(';')).join('\r\n');

/** Enterprise numbers of nobody, with right check digits: `0999000000` and on. */
export const enterpriseNumbers = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const first = 9_990_000 + at;
    const eight = `0${first}`;
    return `${eight}${String(97 - (Number(eight) % 97)).padStart(2, '0')}`;
  });
