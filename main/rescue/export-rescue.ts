// Saves the archive of a client as a file: long work with its progress that can be cancelled, its hash in the history.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { employersForTable } from '../employers/route-table-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { hashOf } from './answer-store.ts';
import { archiveBytes, fileStem, working } from './archive-content.ts';
import { compareClient } from './compare-client.ts';
import { yearsOf } from './rescue-store.ts';

type Exported = HandlerOutput<'rescue.export'>;

/**
 * Answers once the file is saved. Failures: notFound; nothingToSend where nothing was begun; stateNotAllowed while another is
 * being made; cancelled; notSupportedHere where nothing can print; those of saving.
 */
export async function exportRescue(
  session: Session,
  windowId: string,
  input: HandlerInput<'rescue.export'>,
): Promise<Result<Exported>> {
  return asJob(session, (run) => made(session, windowId, input, run));
}

/** The work as a job that the page can follow and cancel; its own answer comes back here. */
export function asJob<T>(session: Session, work: (run: JobRun) => Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const job = session.jobs.start('rescueExport', async (run) => {
      try {
        const result = await work(run);
        resolve(result);
        return result;
      } catch (thrown) {
        reject(thrown);
        throw thrown;
      }
    });
    if (!job.ok) resolve(job);
  });
}

async function made(
  session: Session,
  windowId: string,
  input: HandlerInput<'rescue.export'>,
  run: JobRun,
): Promise<Result<Exported>> {
  const { db } = session;
  const { employerId, format, language } = input;
  const employer = employersForTable(db, '').find(({ id }) => id === employerId);
  if (employer === undefined) return fail('notFound');
  const total = yearsOf(db, employerId).length;
  if (total === 0) return fail('nothingToSend');
  // Comparing is most of the work; one step more stands for writing.
  let done = 0;
  const compared = await working(run, compareClient(session, employerId), () => {
    done += 1;
    run.progress(done, total + 1);
  });
  if (!compared.ok) return compared;
  const years = compared.value;
  const word = session.texts.t(language, 'rescue.export.name');
  const stem = `${fileStem(word)}-${fileStem(employer.name)}-${session.businessDate()}`;
  const bytes = await archiveBytes({ session, employer, years, run }, input, stem);
  if (!bytes.ok) return bytes;
  run.progress(total + 1, total + 1);
  const hash = hashOf(bytes.value);
  const saved = await session.host.saveFile(windowId, `${stem}.${format}`, bytes.value);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '', hash: '' });
  const { name } = saved.value;
  const noted = attempt(db, () => {
    recordAct(session, {
      employerId,
      kind: 'rescue.exported',
      subject: { kind: 'employer', id: employerId },
      summary: name,
      payload: {
        name,
        format,
        language,
        bytes: bytes.value.length,
        sha256: hash,
        workerYears: years.length,
        records: years.reduce((sum, { pairs }) => sum + pairs.length, 0),
      },
    });
    return ok({});
  });
  return noted.ok ? ok({ saved: true, name, hash }) : noted;
}
