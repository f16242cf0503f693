// The calls `trainingLists.*`: lists of many client employers together. What could not be read and what was brought in last
// is remembered until the app closes.
import { fail, ok } from '../../../preload/contract/result.ts';
import { mostTrainingLists } from '../../../preload/contract/training-lists.ts';
import { attempt } from '../../platform/database.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { employerExists } from '../import-store.ts';
import { findList } from './list-store.ts';
import { applyLists, listsToApply } from './many-apply.ts';
import { manyFixes } from './many-fix.ts';
import { problemsOfLists, rowsOfLists, sameProblems } from './many-rows.ts';
import { setEmployer, waitingLists } from './many-store.ts';
import { takeLists, type Unread } from './many-take.ts';
import { asShown } from './show-list.ts';
import { judgeAgain, stagedList } from './stage-list.ts';
import { turnsOf } from './turns.ts';

export function trainingListsHandlers(session: Session): HandlersOf<'trainingLists'> {
  const { db } = session;
  const inTurn = turnsOf(session);
  const fixes = manyFixes(session);
  let unread: Unread = [];
  let done: string[] = [];
  const told = (): void => session.changed('trainingImport.changed', []);
  return {
    'trainingLists.take': ({ files }, { windowId }) => {
      const job = session.jobs.start('trainingImport', async (run) => {
        const taken = await takeLists(session, windowId, files, mostTrainingLists, run);
        unread = taken.ok ? taken.value : [];
        done = [];
        told();
        return taken;
      });
      return job.ok ? ok({ jobId: job.value.id }) : job;
    },
    'trainingLists.waiting': () => {
      const brought = done.map((id) => findList(db, id)).filter((record) => record !== null);
      return ok({
        lists: waitingLists(db, mostTrainingLists).map((record) => ({
          ...asShown(session, record),
          attention: record.problems.rows,
        })),
        unread,
        done: brought.filter(({ state }) => state === 'done').map((record) => asShown(session, record)),
      });
    },
    'trainingLists.assign': ({ importId, employerId }) =>
      inTurn(importId, async () => {
        const record = stagedList(session, importId);
        if (!record.ok) return record;
        if (!employerExists(db, employerId)) return fail('notFound');
        const kept = attempt<Record<string, never>>(db, () => {
          setEmployer(db, importId, employerId);
          return ok({});
        });
        if (!kept.ok) return kept;
        const judged = await judgeAgain(
          session,
          { ...record.value, employerId },
          { fields: null, change: null },
        );
        return judged.ok ? ok(judged.value.counts) : judged;
      }),
    'trainingLists.rows': async (input) => ok(await rowsOfLists(session, input)),
    'trainingLists.problems': () => ok(problemsOfLists(session)),
    'trainingLists.same': async () => ok({ groups: await sameProblems(session) }),
    'trainingLists.fixSame': (input) => fixes.fixSame(input),
    'trainingLists.undoFix': ({ fixId }) => fixes.undoFix(fixId),
    'trainingLists.apply': ({ duplicates }) => {
      if (listsToApply(session, duplicates).length === 0) return fail('nothingToSend');
      const job = session.jobs.start('trainingImport', (run) => {
        done = [];
        unread = [];
        return applyLists(session, duplicates, run, (id) => done.push(id));
      });
      return job.ok ? ok({ jobId: job.value.id }) : job;
    },
  };
}
