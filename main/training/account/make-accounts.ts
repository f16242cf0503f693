// The training accounts of all workers of a client as one piece of long work that can be paused; kept until they are saved or the
// next are made.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { mostAccounts } from '../../../preload/contract/training-account.ts';
import { findEmployer } from '../../employers/employer-store.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { runInWorker } from '../../platform/workers.ts';
import { type FactsRow, workersInYear } from './facts-store.ts';
import { nameOf } from './keep-facts.ts';
import { createPauseGate, type PauseGate } from './pause-gate.ts';
import { printAccounts, type Unprinted } from './print-accounts.ts';
import { fileOfAccount, plainName, tellPrinted } from './save-account.ts';

type Asked = HandlerInput<'trainingAccount.makeAll'>;
type Made = {
  windowId: string;
  employerId: string;
  about: string;
  name: string;
  bytes: Uint8Array;
  printed: number;
  failed: Unprinted[];
};

export type AccountMaking = {
  make(windowId: string, input: Asked): Result<HandlerOutput<'trainingAccount.makeAll'>>;
  pause(paused: boolean): Result<Record<string, never>>;
  making(): HandlerOutput<'trainingAccount.making'>;
  made(windowId: string, jobId: string): Result<HandlerOutput<'trainingAccount.made'>>;
  save(windowId: string, jobId: string): Promise<Result<HandlerOutput<'trainingAccount.saveMade'>>>;
};

export function accountMaking(session: Session): AccountMaking {
  const done = new Map<string, Made>();
  let running: { jobId: string; employerId: string; gate: PauseGate } | null = null;
  const found = (windowId: string, jobId: string): Made | undefined => {
    const made = done.get(jobId);
    return made?.windowId === windowId ? made : undefined;
  };
  return {
    make(windowId, input) {
      const employer = findEmployer(session.db, input.employerId);
      if (employer === null) return fail('notFound');
      const gate = createPauseGate();
      const job = session.jobs.start('trainingAccounts', async (run) => {
        // Of what was made before, nothing is kept: it holds numbers of persons.
        done.clear();
        try {
          const made = await makeThem(session, run, gate, input, employer.name);
          if (made.ok) done.set(run.id, { ...made.value, windowId });
          return made.ok ? ok({}) : made;
        } finally {
          running = null;
        }
      });
      if (!job.ok) return job;
      running = { jobId: job.value.id, employerId: input.employerId, gate };
      return ok({ jobId: job.value.id });
    },
    pause(paused) {
      if (running === null) return fail('notFound');
      running.gate.set(paused);
      return ok({});
    },
    making: () => ({
      jobId: running?.jobId ?? null,
      employerId: running?.employerId ?? null,
      paused: running?.gate.paused() ?? false,
    }),
    made(windowId, jobId) {
      const made = found(windowId, jobId);
      if (made === undefined) return fail('selectionExpired');
      const failed = made.failed.slice(0, 500).map(({ row, failure }) => ({
        workerId: row.workerId,
        workerName: nameOf(row),
        code: failure.code,
      }));
      return ok({ name: made.name, printed: made.printed, failed, failedCount: made.failed.length });
    },
    async save(windowId, jobId) {
      const made = found(windowId, jobId);
      if (made === undefined) return fail('selectionExpired');
      const saved = await session.host.saveFile(windowId, made.name, made.bytes);
      if (!saved.ok) return saved;
      if (saved.value === null) return fail('fileNotChosen');
      done.delete(jobId);
      tellPrinted(session, made.employerId, made.about, made.printed);
      return ok({ saved: true, name: saved.value.name, rows: made.printed });
    },
  };
}

/** Failures: nothingToSend (nobody was in service in the year), tooLarge, those of printing. */
async function makeThem(
  session: Session,
  run: JobRun,
  gate: PauseGate,
  { employerId, year, language, separate }: Asked,
  employerName: string,
): Promise<Result<Omit<Made, 'windowId'>>> {
  const rows = await inSlices(allWorkers(session, employerId, year));
  if (rows.length === 0) return fail('nothingToSend');
  if (rows.length > mostAccounts) return fail('tooLarge');
  run.progress(0, rows.length);
  const printed = await printAccounts(session, { year, language }, rows, {
    separate,
    pass: () => gate.pass(run.signal),
    signal: run.signal,
    onDone: (count) => run.progress(count, rows.length),
  });
  if (!printed.ok) return printed;
  const { files, failed } = printed.value;
  const word = session.texts.t(language, 'training-account.document.file');
  const stem = `${plainName(`${word} ${employerName}`)}-${year}`;
  const whole = {
    employerId,
    about: `${employerName} ${year}`,
    printed: files.reduce((sum, file) => sum + file.rows.length, 0),
    failed,
  };
  const [only] = files;
  if (only !== undefined && files.length === 1 && !separate)
    return ok({ ...whole, name: `${stem}.pdf`, bytes: only.bytes });
  const named = files.map(({ rows: own, bytes }, at) => {
    const [row] = own;
    const name = separate && row ? fileOfAccount(session, row, { year, language }) : `${stem}-${at + 1}.pdf`;
    return { name, bytes };
  });
  const archive = await runInWorker('archive.store', apart(named), { maxHeapMb: 768, signal: run.signal });
  return archive.ok ? ok({ ...whole, name: `${stem}.zip`, bytes: archive.value }) : archive;
}

const rowsInStep = 200;

function* allWorkers({ db }: Session, employerId: string, year: number): Steps<FactsRow[]> {
  const rows: FactsRow[] = [];
  for (let total = 1; rows.length < Math.min(total, mostAccounts + 1); ) {
    const part = workersInYear(db, employerId, year, rowsInStep, rows.length);
    if (part.rows.length === 0) break;
    total = part.total;
    rows.push(...part.rows);
    yield;
  }
  return rows;
}

/** Persons may bear the same name: from the second on a number tells their files apart. */
function apart<F extends { name: string }>(files: readonly F[]): F[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, count);
    return count === 1 ? file : { ...file, name: file.name.replace(/\.pdf$/, `-${count}.pdf`) };
  });
}
