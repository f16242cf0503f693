// What a person does with a task of the feed, and takes back: seen, or the names of the authentic source taken over.
import type { HandlerInput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { namesAsKept } from '../../../preload/rules/register/compare-identity.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import { endTask, findTask, renamePerson, type StoredTask, workersOf } from './task-store.ts';

type Done = Result<Record<string, never>>;
type Names = { familyName: string; givenName: string };

const saidNames = ({ lastName, givenNames }: StoredTask): Names =>
  namesAsKept({ lastName: lastName ?? '', givenNames: givenNames ?? '' });

/** All of them or none. Failures: notFound, conflict, stateNotAllowed. */
export function settleTasks(session: Session, { tasks, how }: HandlerInput<'registerFeed.settle'>): Done {
  const { db, clock } = session;
  const at = clock.now().toISOString();
  const actor = session.actor();
  const by = (actor.name === '' ? actor.osAccount : actor.name).slice(0, 200);
  const persons = new Set<string>();
  const done = attempt<Record<string, never>>(db, () => {
    for (const { id, expectedRevision } of tasks) {
      const task = findTask(db, id);
      if (task === null) return fail('notFound');
      if (task.revision !== expectedRevision) return fail('conflict');
      if (task.state !== 'open') return fail('stateNotAllowed');
      if (how === 'seen') {
        endTask(db, id, { state: 'settled', at, by, before: task.before });
        continue;
      }
      if (task.kind !== 'name' || task.lastName === null) return fail('stateNotAllowed');
      const { familyName, givenName } = task;
      const names = saidNames(task);
      rename(session, task, names, false);
      persons.add(task.personId);
      endTask(db, id, { state: 'takenOver', at, by, before: JSON.stringify({ familyName, givenName }) });
    }
    return ok({});
  });
  if (done.ok)
    tell(
      session,
      tasks.map(({ id }) => id),
      persons,
    );
  return done;
}

/** Failures: notFound, conflict (the task, or the names since), stateNotAllowed (nothing to take back). */
export function reopenTask(
  session: Session,
  { id, expectedRevision }: HandlerInput<'registerFeed.reopen'>,
): Done {
  const { db } = session;
  const persons = new Set<string>();
  const done = attempt<Record<string, never>>(db, () => {
    const task = findTask(db, id);
    if (task === null) return fail('notFound');
    if (task.revision !== expectedRevision) return fail('conflict');
    if (task.state !== 'settled' && task.state !== 'takenOver') return fail('stateNotAllowed');
    if (task.state === 'takenOver') {
      const taken = saidNames(task);
      const changed = taken.familyName !== task.familyName || taken.givenName !== task.givenName;
      if (changed || task.before === null) return fail('conflict');
      rename(session, task, JSON.parse(task.before) as Names, true);
      persons.add(task.personId);
    }
    const before = task.kind === 'replaced' ? task.before : null;
    endTask(db, id, { state: 'open', at: null, by: null, before });
    return ok({});
  });
  if (done.ok) tell(session, [id], persons);
  return done;
}

function rename(session: Session, { personId }: StoredTask, names: Names, undone: boolean): void {
  renamePerson(session.db, personId, names);
  recordAct(session, {
    ...{ employerId: null, kind: 'register.namesTaken', subject: { kind: 'person', id: personId } },
    summary: `${names.givenName} ${names.familyName}`.trim(),
    payload: { ...names, undone },
  });
}

function tell(session: Session, tasks: readonly string[], persons: ReadonlySet<string>): void {
  session.changed('registerFeed.changed', tasks);
  if (persons.size === 0) return;
  session.changed('register.changed', [...persons]);
  session.changed(
    'worker.changed',
    [...persons].flatMap((id) => workersOf(session.db, id)),
  );
}
