// When items leave: not before a day, held back until a person lets them go, earlier or later than others.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { readyOf } from './approval-store.ts';
import { findItem, type ItemPatch, patchItem } from './item-store.ts';

/** Counts the items that were planned: those that wait and have not left. Failure invalidInput when nothing is asked. */
export function planItems(
  session: Session,
  { ids, employerId, notBefore, held, priority }: HandlerInput<'outbox.plan'>,
): Result<{ planned: number }> {
  const { db } = session;
  const patch: ItemPatch = {
    ...(notBefore === undefined ? {} : { not_before: notBefore }),
    ...(held === undefined ? {} : { held: Number(held) }),
    ...(priority === undefined ? {} : { priority }),
  };
  if (Object.keys(patch).length === 0) return fail('invalidInput', { details: { fields: 'notBefore' } });
  const done = attempt<{ planned: number }>(db, () => {
    const wanted = new Set([...ids, ...(employerId === null ? [] : readyOf(db, employerId))]);
    let planned = 0;
    for (const id of wanted) {
      const item = findItem(db, 'all', id);
      if (item === null || item.state !== 'ready') continue;
      patchItem(db, item, patch);
      planned += 1;
      recordAct(session, {
        employerId: item.employer_id,
        kind: 'outbox.scheduled',
        subject: { kind: 'outboxItem', id },
        summary: `${item.worker_name} · ${item.year}`,
        payload: {
          ...(notBefore === undefined ? {} : { notBefore: notBefore ?? '' }),
          ...(held === undefined ? {} : { held }),
          ...(priority === undefined ? {} : { priority }),
        },
      });
    }
    return ok({ planned });
  });
  if (done.ok && done.value.planned > 0) session.changed('outbox.changed', []);
  return done;
}
