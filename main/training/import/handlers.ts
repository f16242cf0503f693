// The calls `trainingImport.*`. What changes one list runs one after the other; lists do not wait for each other.
import { fail, ok } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { applyList } from './apply-list.ts';
import { listFixes } from './fix-list.ts';
import { asListJob } from './list-jobs.ts';
import { findList } from './list-store.ts';
import { openedLists } from './opened-lists.ts';
import { saveRefused } from './save-refused.ts';
import { asShown, listLists, missingFields, showFindings, showRows } from './show-list.ts';
import { matchColumns, stageList, takeList } from './stage-list.ts';
import { sweepLists } from './sweep-lists.ts';
import { turnsOf } from './turns.ts';
import { cancelList, undoList } from './undo-list.ts';

export function trainingImportHandlers(session: Session): HandlersOf<'trainingImport'> {
  const { db } = session;
  const lists = openedLists(session);
  const fixes = listFixes(session);
  const inTurn = turnsOf(session);
  // Beside the owner of the profile nothing may be written, not even what a kill left behind.
  if (!db.readonly)
    sweepLists(session, inTurn).catch((error: unknown) => session.log.error('trainingImport.sweep', error));
  return {
    'trainingImport.open': ({ selectionId }, { windowId }) => lists.open(windowId, selectionId),
    'trainingImport.reread': ({ importId, encoding, delimiter }, { windowId }) =>
      lists.reread(windowId, importId, {
        ...(encoding === undefined ? {} : { encoding }),
        ...(delimiter === undefined ? {} : { delimiter }),
      }),
    'trainingImport.stage': ({ importId, employerId, sheet: at, headingLine }, { windowId }) =>
      inTurn(importId, async () => {
        const list = lists.get(windowId, importId);
        if (list === null) return fail('selectionExpired');
        const staging = { importId, employerId, checkOnly: false, named: [], sheet: { at, headingLine } };
        const judged = await asListJob(session, (run) => stageList(session, list, staging, run));
        return judged.ok ? ok({ rows: judged.value.counts.rows, columns: judged.value.columns }) : judged;
      }),
    'trainingImport.take': (input, { windowId }) =>
      asListJob(session, (run) => takeList(session, windowId, input, run)),
    'trainingImport.columns': ({ importId }) => {
      const record = findList(db, importId);
      return record === null
        ? fail('notFound')
        : ok({ rows: record.counts.rows ?? 0, columns: record.columns });
    },
    'trainingImport.match': (input) =>
      inTurn(input.importId, () => asListJob(session, (run) => matchColumns(session, input, run))),
    'trainingImport.rows': (input) => showRows(session, input),
    'trainingImport.findings': (input) => showFindings(session, input),
    'trainingImport.problems': ({ importId }) => {
      const record = findList(db, importId);
      return record === null ? fail('notFound') : ok(record.problems);
    },
    'trainingImport.fix': (input) => inTurn(input.importId, () => fixes.fix(input)),
    'trainingImport.fixAlike': (input) => inTurn(input.importId, () => fixes.fixAlike(input)),
    'trainingImport.undoFix': ({ fixId }) => inTurn(fixes.listOf(fixId) ?? fixId, () => fixes.undoFix(fixId)),
    'trainingImport.apply': ({ importId, duplicates }, { windowId }) => {
      const record = findList(db, importId);
      if (record === null) return fail('notFound');
      if (record.state !== 'staged' && record.state !== 'applying')
        return fail('stateNotAllowed', { details: { reason: record.state } });
      if (record.checkOnly) return fail('stateNotAllowed', { details: { reason: 'checkOnly' } });
      const missing = missingFields(record);
      if (missing.length > 0) return fail('fileUnreadable', { details: { missing: missing.join(',') } });
      const { create = 0, duplicate = 0 } = record.counts;
      if (create + (duplicates === 'add' ? duplicate : 0) === 0) return fail('nothingToSend');
      const job = session.jobs.start('trainingImport', (run) =>
        inTurn(importId, async () => {
          const done = await applyList(session, importId, duplicates, run);
          if (done.ok) lists.forget(windowId, importId);
          return done;
        }),
      );
      return job.ok ? ok({ jobId: job.value.id }) : job;
    },
    'trainingImport.get': ({ importId }) => {
      const record = findList(db, importId);
      return record === null ? fail('notFound') : ok(asShown(session, record));
    },
    'trainingImport.list': ({ employerId }) => ok({ rows: listLists(session, employerId) }),
    'trainingImport.cancel': ({ importId }, { windowId }) =>
      inTurn(importId, () => {
        lists.forget(windowId, importId);
        return cancelList(session, importId);
      }),
    'trainingImport.undo': ({ importId }) => inTurn(importId, () => undoList(session, importId)),
    'trainingImport.saveRefused': (input, { windowId }) => saveRefused(session, windowId, input),
  };
}
