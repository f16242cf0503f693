// The calls `applicantBatch.*`.
import { fail, ok } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { askWaiting } from './ask-applicant.ts';
import { judged } from './batch-facts.ts';
import { saveMerge, saveRefused, saveTemplate } from './batch-files.ts';
import { readBatch } from './batch-list.ts';
import { type AskWaiting, resumeBatch, startBatch, underWay } from './batch-run.ts';
import { dropBatch, findBatch, listBatches } from './batch-store.ts';

export function applicantBatchHandlers(
  session: Session,
  ask: AskWaiting = askWaiting,
): HandlersOf<'applicantBatch'> {
  return {
    'applicantBatch.read': (input, { windowId }) => readBatch(session, windowId, input),
    'applicantBatch.check': (input) => {
      const rows = judged(session, input, input.rows);
      return rows.ok ? ok({ rows: rows.value }) : rows;
    },
    'applicantBatch.saveRefused': (input, { windowId }) => saveRefused(session, windowId, input),
    'applicantBatch.start': (input) => startBatch(session, ask, input),
    'applicantBatch.resume': ({ batchId }) => resumeBatch(session, ask, batchId),
    'applicantBatch.list': ({ employerId }) => ok({ rows: listBatches(session.db, employerId ?? null) }),
    'applicantBatch.saveMerge': (input, { windowId }) => saveMerge(session, windowId, input),
    'applicantBatch.saveTemplate': (input, { windowId }) => saveTemplate(session, windowId, input),
    'applicantBatch.remove': ({ batchId }) => {
      const batch = findBatch(session.db, batchId);
      if (batch === null) return fail('notFound');
      const busy = underWay(session);
      if (busy !== null) return busy;
      const done = attempt<Record<string, never>>(session.db, () => {
        const dropped = dropBatch(session.db, batchId, session.clock.now().toISOString());
        recordAct(session, {
          employerId: batch.employerId,
          kind: 'applicantBatch.removed',
          subject: { kind: 'applicantBatch', id: batchId },
          summary: String(dropped),
          payload: { notAsked: dropped },
        });
        return ok({});
      });
      if (done.ok) session.changed('applicant.changed', []);
      return done;
    },
  };
}
