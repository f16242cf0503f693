// The calls `employerImport.*`.
import { fail, ok } from '../../../preload/contract/result.ts';
import { attempt } from '../../platform/database.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { applyImport } from './apply-import.ts';
import { rowFixes } from './fix-rows.ts';
import { deleteImport, findImport } from './import-store.ts';
import { openedFiles } from './opened-files.ts';
import { saveRefused, saveTemplate } from './save-lists.ts';
import { listImports, planOf, showImport, showProblems, showRows } from './show-import.ts';
import { matchColumns, showColumns, stageRows } from './stage-import.ts';
import { undoImport } from './undo-import.ts';

export function employerImportHandlers(session: Session): HandlersOf<'employerImport'> {
  const files = openedFiles(session);
  const fixes = rowFixes(session);
  const countsOf = async (importId: string) => {
    const planned = await planOf(session, importId);
    return planned.ok ? ok(planned.value.plan.counts) : planned;
  };
  return {
    'employerImport.open': ({ selectionId }, { windowId }) => files.open(windowId, selectionId),
    'employerImport.reread': ({ importId, encoding, delimiter }, { windowId }) =>
      files.reread(windowId, importId, {
        ...(encoding === undefined ? {} : { encoding }),
        ...(delimiter === undefined ? {} : { delimiter }),
      }),
    'employerImport.stage': (input, { windowId }) => {
      const file = files.get(windowId, input.importId);
      return file === null ? fail('selectionExpired') : stageRows(session, file, input);
    },
    'employerImport.columns': ({ importId }) => showColumns(session, importId),
    'employerImport.match': ({ importId, fields }) => {
      const matched = matchColumns(session, importId, fields);
      return matched.ok ? countsOf(importId) : matched;
    },
    'employerImport.rows': (input) => showRows(session, input),
    'employerImport.problems': ({ importId }) => showProblems(session, importId),
    'employerImport.fix': fixes.fix,
    'employerImport.fixAlike': fixes.fixAlike,
    'employerImport.undoFix': ({ fixId }) => fixes.undoFix(fixId),
    'employerImport.apply': async ({ importId }, { windowId }) => {
      const counts = await countsOf(importId);
      if (!counts.ok) return counts;
      const { newEmployers, changedEmployers } = counts.value;
      if (newEmployers + changedEmployers === 0) return fail('nothingToSend');
      const job = session.jobs.start('employerImport', async (run) => {
        const done = await applyImport(session, importId, run);
        files.forget(windowId, importId);
        return done;
      });
      return job.ok ? ok({ jobId: job.value.id }) : job;
    },
    'employerImport.get': ({ importId }) => showImport(session, importId),
    'employerImport.list': async () => ok({ rows: await listImports(session) }),
    'employerImport.cancel': ({ importId }, { windowId }) => {
      files.forget(windowId, importId);
      return attempt<Record<string, never>>(session.db, () => {
        const record = findImport(session.db, importId);
        if (record === null) return ok({});
        if (record.state !== 'staged') return fail('stateNotAllowed', { details: { reason: record.state } });
        deleteImport(session.db, importId);
        session.changed('employerImport.changed', [importId]);
        return ok({});
      });
    },
    'employerImport.undo': ({ importId }) => undoImport(session, importId),
    'employerImport.saveRefused': (input, { windowId }) => saveRefused(session, windowId, input),
    'employerImport.saveTemplate': (input, { windowId }) => saveTemplate(session, windowId, input),
  };
}
