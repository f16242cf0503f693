// The calls `approver.*`: who proves by a PIN who is at the keys. As long as a second person must approve, only somebody who
// is on the list adds to it or takes from it: else one person could be two.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { approvalRequired } from './approval-store.ts';
import { checkPin, hashPin } from './approver-pin.ts';
import {
  countApprovers,
  deleteApprover,
  findApprover,
  insertApprover,
  listApprovers,
  nameTaken,
  saveHash,
} from './approver-store.ts';
import { nameKey } from './two-persons.ts';

/** More than this share no computer. */
const most = 100;

export function approverHandlers(session: Session): HandlersOf<'approver'> {
  const { db } = session;
  return {
    'approver.list': () =>
      ok({ rows: listApprovers(db), osAccount: session.actor().osAccount.slice(0, 200) }),
    'approver.add': (input) => addApprover(session, input),
    'approver.changePin': (input) => changePin(session, input),
    'approver.remove': (input) => removeApprover(session, input),
  };
}

/** The name of who vouches for a change of the list; '' where nobody has to. */
async function vouched(
  session: Session,
  proof: HandlerInput<'approver.add'>['proof'],
): Promise<Result<string>> {
  if (!approvalRequired(session.db) || countApprovers(session.db) === 0) return ok('');
  if (proof === null) return fail('approverMissing');
  const person = await checkPin(session, proof);
  return person.ok ? ok(person.value.name) : person;
}

async function addApprover(
  session: Session,
  { name, pin, proof }: HandlerInput<'approver.add'>,
): Promise<Result<{ id: string }>> {
  const { db } = session;
  const by = await vouched(session, proof);
  if (!by.ok) return by;
  const hashed = await hashPin(pin);
  const done = attempt<{ id: string }>(db, () => {
    const key = nameKey(name);
    if (key === '') return fail('invalidInput', { details: { fields: 'name' } });
    if (nameTaken(db, key)) return fail('alreadyExists');
    if (countApprovers(db) >= most) return fail('tooLarge');
    // Meanwhile somebody else may have been the first.
    if (by.value === '' && approvalRequired(db) && countApprovers(db) > 0) return fail('approverMissing');
    const id = session.ids.newId();
    insertApprover(db, { id, name, key, at: session.clock.now().toISOString(), ...hashed });
    recordAct(session, {
      employerId: null,
      kind: 'outbox.approverAdded',
      subject: { kind: 'approver', id },
      summary: name,
      payload: { name, vouchedBy: by.value },
    });
    return ok({ id });
  });
  if (done.ok) session.changed('outbox.changed', []);
  return done;
}

async function changePin(
  session: Session,
  { proof, newPin }: HandlerInput<'approver.changePin'>,
): Promise<Result<Record<string, never>>> {
  const person = await checkPin(session, proof);
  if (!person.ok) return person;
  const hashed = await hashPin(newPin);
  return attempt<Record<string, never>>(session.db, () => {
    if (findApprover(session.db, proof.approverId) === null) return fail('notFound');
    saveHash(session.db, proof.approverId, hashed);
    recordAct(session, {
      employerId: null,
      kind: 'outbox.approverPinChanged',
      subject: { kind: 'approver', id: proof.approverId },
      summary: person.value.name,
    });
    return ok({});
  });
}

async function removeApprover(
  session: Session,
  { id, proof }: HandlerInput<'approver.remove'>,
): Promise<Result<Record<string, never>>> {
  const { db } = session;
  const by = await vouched(session, proof);
  if (!by.ok) return by;
  const done = attempt<Record<string, never>>(db, () => {
    const person = findApprover(db, id);
    if (person === null) return fail('notFound');
    deleteApprover(db, id);
    recordAct(session, {
      employerId: null,
      kind: 'outbox.approverRemoved',
      subject: { kind: 'approver', id },
      summary: person.name,
      payload: { name: person.name, vouchedBy: by.value },
    });
    return ok({});
  });
  if (done.ok) session.changed('outbox.changed', []);
  return done;
}
