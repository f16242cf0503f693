// Makes a staged file true: one transaction in slices, all of it or nothing. Numbers first, then what is said of persons (F5); lines are
// never altered by data (F6). Who is not known here, or has no line on that day, is counted and nothing of it is kept (F2).
import type { FeedCounts } from '../../../preload/contract/register-feed.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import { attemptInSlices, type Steps } from '../../platform/slices.ts';
import { applyData } from './apply-data.ts';
import { applyNumbers } from './apply-numbers.ts';
import type { StagedBlock } from './feed-values.ts';
import {
  blockContent,
  blockPositions,
  deleteBlock,
  type StagedFile,
  setApplied,
  stagedFile,
} from './file-store.ts';

/** What the steps of one file gather. */
export type Applying = {
  session: Session;
  file: StagedFile;
  /** When it was made true. */
  at: string;
  counts: FeedCounts;
  /** Persons of each client about whom something came. */
  byClient: Map<string, Set<string>>;
};

/**
 * Failures: notFound (nothing staged under the number), cancelled and those of the disk: then it waits as it did before. A kill
 * leaves it waiting too.
 */
export async function applyStaged(
  session: Session,
  sequence: number,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<Result<{ fileId: string; counts: FeedCounts }>> {
  const file = stagedFile(session.db, sequence);
  if (file === null) return fail('notFound');
  const applying: Applying = {
    ...{ session, file, at: session.clock.now().toISOString(), byClient: new Map() },
    counts: {
      ...{ mutations: file.records, replaced: 0, cancelled: 0, quarantined: 0, changed: 0, told: 0 },
      ...{ known: file.repeated, unknown: 0, withoutLine: 0, tasks: 0 },
    },
  };
  const done = await attemptInSlices(session.db, steps(applying, sequence, run), run.signal);
  if (!done.ok) return done;
  session.changed('registerFeed.changed', [file.id]);
  session.changed('register.changed');
  return ok({ fileId: file.id, counts: applying.counts });
}

function* steps(
  applying: Applying,
  sequence: number,
  { progress }: Pick<JobRun, 'progress'>,
): Steps<Result<Record<string, never>>> {
  const { session, file, counts, byClient } = applying;
  const { db } = session;
  let done = file.repeated;
  for (const position of blockPositions(db, file.id)) {
    const block = JSON.parse(blockContent(db, file.id, position)) as StagedBlock;
    yield;
    if ('numbers' in block) {
      const numbers = yield* applyNumbers(applying, block.numbers);
      if (!numbers.ok) return numbers;
      done += block.numbers.length;
    } else {
      for (const mutation of block.data) {
        applyData(applying, mutation);
        yield;
      }
      done += block.data.length;
    }
    deleteBlock(db, file.id, position);
    progress(done, file.records);
    yield;
  }
  setApplied(db, file.id, applying.at, counts);
  const subject = { kind: 'feedFile', id: file.id };
  const source = { file: file.name, sequence, sha256: file.sha256 };
  for (const [employerId, persons] of byClient) {
    recordAct(session, {
      ...{ employerId, kind: 'register.fed', subject, summary: String(sequence) },
      payload: { ...source, persons: persons.size },
    });
    yield;
  }
  recordAct(session, {
    ...{ employerId: null, kind: 'register.fed', subject, summary: String(sequence) },
    payload: { ...source, ...counts },
  });
  return ok({});
}

/** Notes for which clients something came. */
export function noteClients({ byClient }: Applying, personId: string, clients: readonly string[]): void {
  for (const employerId of clients) {
    const persons = byClient.get(employerId) ?? new Set();
    byClient.set(employerId, persons.add(personId));
  }
}
