// Adding, autosaving and removing a session. What is on its way, or may have arrived, is not changed.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type {
  Participant,
  ProviderSession,
  SessionFields,
} from '../../preload/contract/training-provider.ts';
import { listAccounts } from '../accounts/account-store.ts';
import { recordAct } from '../history/record-act.ts';
import { dropForward } from '../outbox/approval-store.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { fieldsOf, findSession, insertSession, patchSession, peopleOf } from './session-store.ts';
import { sessionOf } from './show-session.ts';

const emptyFields: SessionFields = {
  accountId: null,
  title: '',
  type: 'formal',
  startDate: null,
  endDate: null,
  durationMinutes: null,
};

/** The one account with the quality is taken by itself; with several a person chooses. */
export function addSession(
  session: Session,
  { fields, people }: HandlerInput<'provider.add'>,
): Result<{ id: string }> {
  const { db } = session;
  const providers = listAccounts(db).filter(({ quality }) => quality === 'trainingProvider');
  const [only] = providers;
  const accountId = providers.length === 1 && only !== undefined ? only.id : null;
  const added = attempt<{ id: string }>(db, () => {
    const wanted = { ...emptyFields, accountId, ...definedOf(fields) };
    if (wanted.accountId !== null && !providers.some(({ id }) => id === wanted.accountId))
      return fail('accountMissing');
    const id = session.ids.newId();
    insertSession(db, id, wanted, people, session.clock.now().toISOString());
    return ok({ id });
  });
  if (added.ok) session.changed('provider.changed', [added.value.id]);
  return added;
}

/** Failures: notFound, conflict, stateNotAllowed (being sent, or its outcome is unknown), accountMissing. */
export function updateSession(
  session: Session,
  input: HandlerInput<'provider.update'>,
): Result<ProviderSession> {
  const { db } = session;
  const done = attempt<ProviderSession>(db, () => {
    const row = findSession(db, input.id);
    if (row === null) return fail('notFound');
    if (row.state === 'sending' || row.state === 'unknown') return fail('stateNotAllowed');
    if (row.revision !== input.expectedRevision)
      return fail('conflict', { details: { revision: row.revision } });
    const fields: SessionFields = { ...fieldsOf(row), ...definedOf(input.fields) };
    const people: readonly Participant[] = input.people ?? peopleOf(row);
    // Another provider's reference would be another session: what stands at the service keeps its account.
    if (fields.accountId !== row.account_id) {
      if (row.stands === 1) return fail('stateNotAllowed', { details: { reason: 'accountFixed' } });
      const known = listAccounts(db).some(
        ({ id, quality }) => id === fields.accountId && quality === 'trainingProvider',
      );
      if (fields.accountId !== null && !known) return fail('accountMissing');
    }
    const same =
      JSON.stringify(fields) === JSON.stringify(fieldsOf(row)) && JSON.stringify(people) === row.people;
    if (!same) {
      // What was put forward, or approved, was something else.
      dropForward(db, input.id);
      patchSession(
        db,
        row,
        {
          account_id: fields.accountId,
          title: fields.title,
          type: fields.type,
          start_date: fields.startDate,
          end_date: fields.endDate,
          duration_minutes: fields.durationMinutes,
          people: JSON.stringify(people),
          state: 'draft',
          failure: null,
        },
        session.clock.now().toISOString(),
      );
    }
    const after = findSession(db, input.id);
    return after === null ? fail('notFound') : ok(sessionOf(session, after));
  });
  if (done.ok) session.changed('provider.changed', [input.id]);
  return done;
}

/** Failures: notFound, conflict, stateNotAllowed where the service has, or may have, any of it: that is withdrawn. */
export function removeSession(
  session: Session,
  { id, expectedRevision }: HandlerInput<'provider.remove'>,
): Result<Record<string, never>> {
  const { db } = session;
  const done = attempt<Record<string, never>>(db, () => {
    const row = findSession(db, id);
    if (row === null) return fail('notFound');
    if (row.revision !== expectedRevision) return fail('conflict', { details: { revision: row.revision } });
    if (row.stands === 1 || row.state === 'sending' || row.state === 'unknown')
      return fail('stateNotAllowed');
    const at = session.clock.now().toISOString();
    dropForward(db, id);
    patchSession(db, row, { removed_at: at }, at);
    recordAct(session, {
      employerId: null,
      kind: 'provider.removed',
      subject: { kind: 'providerSession', id },
      summary: row.title,
    });
    return ok({});
  });
  if (done.ok) session.changed('provider.changed', [id]);
  return done;
}

const definedOf = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
