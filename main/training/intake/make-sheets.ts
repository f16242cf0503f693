// Makes the intake sheets of many clients as one piece of long work, and keeps them until they are saved or the next are made.
import { randomBytes } from 'node:crypto';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { mostIntakeRows } from '../../../preload/contract/intake.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices } from '../../platform/slices.ts';
import { runInWorker } from '../../platform/workers.ts';
import { type IntakeClient, intakeClients } from './intake-store.ts';
import { sheetOfClient } from './sheet-of-client.ts';
import type { Workbook } from './write-workbook.ts';

type Made = { windowId: string; name: string; bytes: Uint8Array; clients: IntakeClient[]; year: number };

export type IntakeSheets = {
  make(windowId: string, input: HandlerInput<'intake.make'>): Result<HandlerOutput<'intake.make'>>;
  save(windowId: string, jobId: string): Promise<Result<HandlerOutput<'intake.save'>>>;
};

/** A hundred thousand rows take half a minute on a slow computer, and their text some 300 MiB. */
const longest = { maxHeapMb: 768, maxMs: 300_000 };

export function intakeSheets(session: Session): IntakeSheets {
  const made = new Map<string, Made>();
  return {
    make(windowId, { employerIds, year, rowsPerWorker }) {
      const job = session.jobs.start('intakeSheets', async (run) => {
        // Of the sheets made before, one set at most is kept: they hold numbers of persons.
        made.clear();
        const asked = [...new Set(employerIds)];
        const found = await inSlices(intakeClients(session.db, asked, year));
        if (found.length < asked.length) return fail('notFound');
        const clients = found.filter(({ workers }) => workers.length > 0);
        if (clients.length === 0) return fail('nothingToSend');
        const rows = clients.reduce((sum, { workers }) => sum + workers.length * rowsPerWorker, 0);
        if (rows > mostIntakeRows) return fail('tooLarge');
        const workbooks = named(
          clients.map((client) => {
            const mark = randomBytes(6).toString('hex');
            return sheetOfClient(session.texts, client, { year, rowsPerWorker, mark });
          }),
          clients,
        );
        run.progress(0, workbooks.length);
        const written = await runInWorker('intake.write', workbooks, {
          ...longest,
          signal: run.signal,
          onProgress: (done, total) => run.progress(done, total),
        });
        const bytes = written.ok ? written.value : written;
        if (!bytes.ok) return bytes;
        const [only] = workbooks;
        const language = clients[0]?.language ?? 'nl';
        const name =
          only !== undefined && workbooks.length === 1
            ? only.file
            : `${session.texts.t(language, 'intake.archiveFile')} ${year}.zip`;
        made.set(run.id, { windowId, name, bytes: bytes.value, clients, year });
        return ok({});
      });
      return job.ok ? ok({ jobId: job.value.id }) : job;
    },
    async save(windowId, jobId) {
      const sheets = made.get(jobId);
      if (sheets?.windowId !== windowId) return fail('selectionExpired');
      const saved = await session.host.saveFile(windowId, sheets.name, sheets.bytes);
      if (!saved.ok) return saved;
      if (saved.value === null) return fail('fileNotChosen');
      made.delete(jobId);
      const told = attempt<Record<string, never>>(session.db, () => {
        for (const client of sheets.clients) recordSheet(session, client, sheets.year);
        return ok({});
      });
      if (!told.ok) return told;
      const workers = sheets.clients.reduce((sum, client) => sum + client.workers.length, 0);
      return ok({ name: saved.value.name, sheets: sheets.clients.length, workers });
    },
  };
}

/** Numbers of persons left the program in a file: that belongs in the history of each client. */
function recordSheet(session: Session, { employerId, name, workers }: IntakeClient, year: number): void {
  recordAct(session, {
    employerId,
    kind: 'training.intakeMade',
    subject: { kind: 'employer', id: employerId },
    summary: `${name} · ${year}`,
    payload: { year, workers: workers.length },
  });
}

/** Clients may bear the same name: from the second on the enterprise number tells them apart. */
function named(workbooks: readonly Workbook[], clients: readonly IntakeClient[]): Workbook[] {
  const taken = new Set<string>();
  return workbooks.map((workbook, at) => {
    const number = clients[at]?.enterpriseNumber ?? '';
    let file = workbook.file;
    if (taken.has(file.toLowerCase())) file = file.replace(/\.xlsx$/, ` ${number || at + 1}.xlsx`);
    taken.add(file.toLowerCase());
    return { ...workbook, file };
  });
}
