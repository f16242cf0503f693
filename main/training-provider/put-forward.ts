// Puts a session forward for a second person: as it stands, to be sent or to be withdrawn.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ProviderSession } from '../../preload/contract/training-provider.ts';
import { blocks, needsFixing } from '../../preload/rules/training/check-training.ts';
import { recordAct } from '../history/record-act.ts';
import { approvalRequired, forwardOf, putForward } from '../outbox/approval-store.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { employersOf } from './session-employers.ts';
import { findSession, peopleOf, type SessionRow } from './session-store.ts';
import { findingsOf, sessionOf } from './show-session.ts';

/** Failures: notFound, conflict, nothingToSend, refusedByRule, stateNotAllowed (on its way, or its outcome is unknown). */
export function putSessionForward(
  session: Session,
  { id, withdraw, expectedRevision }: HandlerInput<'provider.putForward'>,
): Result<ProviderSession> {
  const { db } = session;
  const done = attempt<ProviderSession>(db, () => {
    const row = findSession(db, id);
    if (row === null) return fail('notFound');
    if (row.revision !== expectedRevision) return fail('conflict', { details: { revision: row.revision } });
    if (row.state === 'sending' || row.state === 'unknown') return fail('stateNotAllowed');
    // Putting forward sends nothing: that the service takes nothing more is asked about when it leaves.
    const sound = maySend(session, row, withdraw, true);
    if (!sound.ok) return sound;
    const at = session.clock.now().toISOString();
    const employers = employersOf(session, peopleOf(row));
    putForward(db, id, { withdraw, employers, actor: session.actor(), at });
    recordAct(session, {
      employerId: null,
      kind: 'provider.approvalRequested',
      subject: { kind: 'providerSession', id },
      summary: row.title,
      payload: { withdraw, participants: peopleOf(row).length },
    });
    return ok(sessionOf(session, row));
  });
  if (done.ok) {
    session.changed('provider.changed', [id]);
    session.changed('outbox.changed', []);
  }
  return done;
}

/**
 * `althoughClosed`: that the service takes nothing more is no reason by itself. Failures: nothingToSend, refusedByRule with the
 * number of findings that block.
 */
export function maySend(
  session: Session,
  row: SessionRow,
  withdraw: boolean,
  althoughClosed: boolean,
): Result<unknown> {
  if (withdraw) return row.stands === 1 ? ok({}) : fail('nothingToSend');
  if (row.state !== 'draft' && row.state !== 'refused') return fail('nothingToSend');
  const findings = findingsOf(session, row);
  if (!(althoughClosed ? needsFixing(findings) : blocks(findings))) return ok({});
  const refused = findings.filter(({ severity }) => severity === 'blocking').length;
  return fail('refusedByRule', { details: { refused } });
}

/** Who prepared and who approved it. Failure notApproved: a second person must first approve just this. */
export function approvedBy(
  session: Session,
  id: string,
  withdraw: boolean,
): Result<{ preparedBy: string; approvedBy: string }> {
  const { db } = session;
  const forward = forwardOf(db, id);
  const fits = forward !== null && forward.withdraw === Number(withdraw) && forward.approved_at !== null;
  if (fits) return ok({ preparedBy: forward.prepared_by, approvedBy: forward.approved_by ?? '' });
  if (approvalRequired(db)) return fail('notApproved');
  return ok({ preparedBy: session.actor().name, approvedBy: '' });
}
