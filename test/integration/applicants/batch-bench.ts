// An app that asks lists of applicants as Schoonmaak De Berk, with what such a test asks again and again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../../main/host/host.ts';
import { readTable } from '../../../main/platform/tables/read-table.ts';
import type { Job } from '../../../preload/contract/app.ts';
import type { BatchLine } from '../../../preload/contract/applicant-batches.ts';
import type { ApplicantDataSet, ApplicantRequest } from '../../../preload/contract/applicants.ts';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { type CitizenBench, openCitizens } from './citizen-bench.ts';

type AtService = { requestId: string; clientReference?: string };
export type BatchBench = CitizenBench & {
  /** For whom, and both data. */
  of(): { employerId: string; dataSets: ApplicantDataSet[] };
  start(name: string, rows: BatchLine[]): Promise<CallOutput<'applicantBatch.start'>>;
  /** The job once it is over, however. */
  ended(jobId: string): Promise<Job>;
  rowsOf(batchId: string): Promise<ApplicantRequest[]>;
  /** As the service has them, the newest first. */
  atService(): Promise<AtService[]>;
  /** Where the next file is saved; read once it is. */
  saving(name: string): () => Uint8Array;
};

export async function openBatches(folder: string, host: Host): Promise<BatchBench> {
  const bench = await openCitizens({ host });
  const of = () => ({
    employerId: bench.employerId,
    dataSets: ['flexiJobEligibility', 'studentWorkHours'] satisfies ApplicantDataSet[],
  });
  return {
    ...bench,
    of,
    start: (name, rows) => bench.must('applicantBatch.start', { ...of(), name, rows }),
    async ended(jobId) {
      for (;;) {
        const { jobs } = await bench.must('job.list', {});
        const job = jobs.find(({ id }) => id === jobId);
        if (job === undefined) throw new Error('no such job');
        if (job.state !== 'running') return job;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    rowsOf: async (batchId) => (await bench.must('applicantRequest.list', { batchId, pageSize: 200 })).rows,
    atService: async () => ((await bench.admin('GET', '/citizen/requests')) as { items: AtService[] }).items,
    saving(name) {
      const path = join(folder, name);
      bench.app.terminal.offer('cli:test', [], path);
      return () => readFileSync(path);
    },
  };
}

/** A number of a person whom practice does not know by name: its outcome follows from a rule. */
export function inszOf(at: number): string {
  const base = 950_101_100 + at * 2 + 1;
  return `${base}${String(97 - (base % 97)).padStart(2, '0')}`;
}

export const lines = (count: number, insz: (at: number) => string | null = () => null): BatchLine[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ line: at + 1, label: `Kaart ${at + 1}`, insz: insz(at) },
    language: 'fr' as const,
  }));

/** The call by which a request is made, and no other. */
export const making = { method: 'POST', path: '^.*/mandateRequests$' };

/** Every row of the first sheet of a file that was saved. */
export async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const table = await readTable({ bytes });
  if (!table.ok) throw new Error(table.failure.code);
  return table.value.sheets[0]?.rows.map(({ cells }) => cells) ?? [];
}
