// The calls `registerFeed.*`.
import { basename } from 'node:path';
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { countOpenEvents } from '../numbers/number-store.ts';
import { readOwner } from '../type-store.ts';
import { feedRun } from './feed-run.ts';
import { lastDone, lateNow, missingNumbers } from './feed-sequence.ts';
import { mostFileBytes } from './feed-values.ts';
import {
  deleteFile,
  fileState,
  isHalfTrue,
  lastApplied,
  lastFile,
  listFiles,
  readSetting,
  sweepStaging,
  writeSetting,
} from './file-store.ts';
import { reopenTask, settleTasks } from './settle-task.ts';
import type { GivenFile } from './take-pair.ts';
import { countOpenTasks, countTasks, listTasks } from './task-store.ts';
import { checkPlace, folderOf, namesIn } from './watch-folder.ts';

/** `owner`: what a kill left waiting goes on at the start. */
export function registerFeedHandlers(session: Session, owner: boolean): HandlersOf<'registerFeed'> {
  const { db } = session;
  const run = feedRun(session);
  const tell = (ids: readonly string[] = []) => {
    session.changed('registerFeed.changed', ids);
    return ok({});
  };
  if (owner) {
    sweepStaging(db);
    run.goOn();
  }
  return {
    'registerFeed.state': async () => ok(await stateOf(session)),
    'registerFeed.files': ({ page, pageSize }) =>
      ok({ ...listFiles(db, lastDone(db) + 1, { page, pageSize }), page, pageSize }),
    'registerFeed.take': async ({ selectionIds }, { windowId }) => {
      const files = await readAll(session, windowId, selectionIds);
      if (!files.ok) return files;
      return run.give(files.value, session.actor().kind === 'commandLine' ? 'commandLine' : 'page');
    },
    'registerFeed.taken': ({ takeId }) => {
      const take = run.taken(takeId);
      return take === null ? fail('notFound') : ok({ done: take.done, rows: take.rows.slice(0, 400) });
    },
    'registerFeed.resume': () => run.goOn(),
    'registerFeed.drop': ({ id }) => {
      const state = fileState(db, id);
      if (state === null) return fail('notFound');
      if (state === 'applied' || (state === 'staged' && run.jobId() !== null)) return fail('stateNotAllowed');
      const done = attempt(db, () => ok(deleteFile(db, id)));
      if (!done.ok) return done;
      return done.value ? tell([id]) : fail('stateNotAllowed');
    },
    'registerFeed.startAt': ({ sequence }) => {
      if (lastApplied(db) > 0 || run.jobId() !== null || isHalfTrue(db)) return fail('stateNotAllowed');
      const done = attempt(db, () => ok(writeSetting(db, 'first', String(sequence))));
      if (!done.ok) return done;
      run.goOn();
      return tell();
    },
    'registerFeed.watch': async ({ place }) => {
      const checked = place === null ? ok(undefined) : await checkPlace(place);
      if (!checked.ok) return checked;
      const done = attempt(db, () => ok(writeSetting(db, 'place', place)));
      return done.ok ? tell() : done;
    },
    'registerFeed.look': async () => {
      if (readSetting(db, 'place') === null) return fail('stateNotAllowed');
      await folderOf(session).look(true);
      return ok({});
    },
    'registerFeed.tasks': (input) => {
      const { page, pageSize } = input;
      return ok({ ...listTasks(db, input), page, pageSize, counts: countTasks(db) });
    },
    'registerFeed.settle': (input) => settleTasks(session, input),
    'registerFeed.reopen': (input) => reopenTask(session, input),
  };
}

async function stateOf(session: Session): Promise<HandlerOutput<'registerFeed.state'>> {
  const { db } = session;
  const place = readSetting(db, 'place');
  const last = lastFile(db);
  return {
    ownerKnown: readOwner(db).enterpriseNumber !== null,
    watched:
      place === null
        ? null
        : { name: basename(place).slice(0, 255), readable: (await namesIn(place)) !== null },
    lastSequence: lastDone(db),
    lastReferenceDate: last?.referenceDate ?? null,
    missing: missingNumbers(db),
    lateDays: lateNow(session),
    openTasks: countOpenTasks(db),
    quarantined: countOpenEvents(db),
    jobId: feedRun(session).jobId(),
  };
}

/** Bytes that one act may bring: they are held until their turn comes. */
const mostTogether = 3 * mostFileBytes;

/** At once, as a selection of the command line lives until its next call only. Failures: those of the selection, fileTooLarge. */
async function readAll(
  { host }: Session,
  windowId: string,
  selectionIds: readonly string[],
): Promise<Result<GivenFile[]>> {
  const files: GivenFile[] = [];
  let left = mostTogether;
  for (const id of selectionIds) {
    const file = await host.readSelection(windowId, id, Math.min(left, mostFileBytes));
    if (!file.ok) return file;
    const { name, bytes } = file.value;
    left -= bytes.length;
    files.push({ name, bytes: bytes.length, read: () => Promise.resolve(ok(bytes)) });
  }
  return ok(files);
}
