// The calls `planningImport.*` and `planning.*`.
import { fail, ok } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { anyExpired, deleteExpired } from './delete-expired.ts';
import { planningFixes } from './fix-rows.ts';
import { keepPlanning, removePlanning, restorePlanning } from './keep-planning.ts';
import { countsOf, matchColumns, stageSheet } from './match-columns.ts';
import { openedPlannings } from './opened-plannings.ts';
import { settingsOf } from './planning-settings.ts';
import { listPlannings, writeSetting } from './planning-store.ts';
import { saveComparison } from './save-comparison.ts';
import { saveRefused } from './save-refused.ts';
import { comparisons, showComparison } from './show-comparison.ts';
import { showProblems, showRows } from './shown-rows.ts';

/** `owner`: what is older than plannings are kept is deleted at the start. */
export function planningHandlers(
  session: Session,
  owner: boolean,
): HandlersOf<'planningImport' | 'planning'> {
  const files = openedPlannings(session);
  const fixes = planningFixes(session, files);
  const compared = comparisons(session);
  // As long work, so that closing the environment waits for it.
  if (owner && anyExpired(session)) session.jobs.start('planningImport', () => deleteExpired(session));
  return {
    'planningImport.open': ({ selectionId, employerId }, { windowId }) =>
      files.open(windowId, selectionId, employerId),
    'planningImport.reread': ({ importId, encoding, delimiter }, { windowId }) =>
      files.reread(windowId, importId, {
        ...(encoding === undefined ? {} : { encoding }),
        ...(delimiter === undefined ? {} : { delimiter }),
      }),
    'planningImport.stage': (input, { windowId }) => stageSheet(session, files, windowId, input),
    'planningImport.match': (input, { windowId }) =>
      files.inTurn(input.importId, () => matchColumns(session, files, windowId, input)),
    'planningImport.get': ({ importId }, { windowId }) =>
      files.inTurn(importId, () => {
        const file = files.get(windowId, importId);
        if (file === null || file.read === null) return fail('selectionExpired');
        const { kept, employerId, read } = file;
        return ok({
          counts: countsOf(session, employerId, read),
          planningId: kept?.planningId ?? null,
          doneAt: kept?.doneAt ?? null,
        });
      }),
    'planningImport.rows': (input, { windowId }) =>
      files.inTurn(input.importId, () => {
        const file = files.get(windowId, input.importId);
        return file === null ? fail('selectionExpired') : ok(showRows(file, input));
      }),
    'planningImport.problems': ({ importId }, { windowId }) =>
      files.inTurn(importId, () => {
        const file = files.get(windowId, importId);
        return file === null ? fail('selectionExpired') : ok(showProblems(file));
      }),
    'planningImport.fix': (input, { windowId }) => fixes.fix(windowId, input),
    'planningImport.fixAlike': (input, { windowId }) => fixes.fixAlike(windowId, input),
    'planningImport.undoFix': (input, { windowId }) => fixes.undoFix(windowId, input),
    'planningImport.apply': ({ importId, replaces }, { windowId }) =>
      files.inTurn(importId, () => {
        const file = files.get(windowId, importId);
        if (file === null || file.kept !== null) return fail('selectionExpired');
        if (file.read === null || file.read.stays === 0) return fail('nothingToSend');
        const job = session.jobs.start('planningImport', (run) =>
          keepPlanning(session, files, file, replaces, run),
        );
        return job.ok ? ok({ jobId: job.value.id }) : job;
      }),
    'planningImport.cancel': ({ importId }, { windowId }) => {
      files.forget(windowId, importId);
      return ok({});
    },
    'planningImport.saveRefused': (input, { windowId }) => {
      const file = files.get(windowId, input.importId);
      return file === null ? fail('selectionExpired') : saveRefused(session, windowId, file, input);
    },
    'planning.list': ({ employerId, page, pageSize }) => {
      const { rows, total } = listPlannings(session.db, scopeOf(employerId ?? null), { page, pageSize });
      return ok({ rows, total, page, pageSize });
    },
    'planning.remove': (input) => removePlanning(session, input),
    'planning.restore': (input) => restorePlanning(session, input),
    'planning.compare': (input) => showComparison(session, compared, input),
    'planning.saveComparison': (input, { windowId }) => saveComparison(session, windowId, compared, input),
    'planning.settings': () => ok(settingsOf(session.db)),
    'planning.setSettings': ({ tolerance, months }) => {
      const before = settingsOf(session.db).months;
      const done = attempt<Record<string, never>>(session.db, () => {
        if (tolerance !== undefined) writeSetting(session.db, 'tolerance', tolerance);
        if (months === undefined || months === before) return ok({});
        writeSetting(session.db, 'months', months);
        recordAct(session, {
          employerId: null,
          kind: 'planning.keepingChanged',
          summary: `${before} → ${months}`,
          payload: { before, months },
        });
        return ok({});
      });
      if (!done.ok) return done;
      session.changed('planning.changed', []);
      return deleteExpired(session);
    },
  };
}
