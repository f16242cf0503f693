// A person's decision on an item: send our set afresh over what is there now, or take it back.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findItem, patchItem } from './item-store.ts';
import { moveSubmitted } from './record-store.ts';

/** Failures: notFound, stateNotAllowed (being sent, already answered, or nothing to decide). */
export function decideItem(
  session: Session,
  inFlight: ReadonlySet<string>,
  { id, decision }: HandlerInput<'outbox.decide'>,
): Result<Record<string, never>> {
  const { db } = session;
  const decided = attempt<Record<string, never>>(db, () => {
    const item = findItem(db, 'all', id);
    if (item === null) return fail('notFound');
    if (inFlight.has(id) || (item.state !== 'ready' && item.state !== 'unknown'))
      return fail('stateNotAllowed');
    if (decision === 'sendAfresh' && item.needs_decision === 0) return fail('stateNotAllowed');
    const at = session.clock.now().toISOString();
    if (decision === 'sendAfresh')
      patchItem(db, item, {
        state: 'ready',
        request_body: null,
        request_hash: null,
        state_before: null,
        kept_titles: null,
        failure: null,
        needs_decision: 0,
        next_attempt_at: null,
        overrule: 1,
      });
    else patchItem(db, item, { state: 'withdrawn', needs_decision: 0, failure: null });
    if (decision === 'takeBack') moveSubmitted(db, id, 'draft', at);
    else if (item.state === 'unknown') moveSubmitted(db, id, 'ready', at);
    recordAct(session, {
      employerId: item.employer_id,
      kind: decision === 'sendAfresh' ? 'outbox.sentAfresh' : 'outbox.takenBack',
      subject: { kind: 'outboxItem', id },
      summary: `${item.worker_name} · ${item.year}`,
      payload: { worker: item.worker_name, year: item.year, before: item.state },
    });
    return ok({});
  });
  if (decided.ok) {
    session.changed('outbox.changed', [id]);
    session.changed('training.changed', []);
  }
  return decided;
}
