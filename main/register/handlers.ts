// The calls `register.*` on lines, types, acts and what waits.
import type { CallName } from '../../preload/contract/index.ts';
import type { registerCalls } from '../../preload/contract/register.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Handlers } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { listActs } from './act-store.ts';
import { consultLines, consultSource } from './consult-lines.ts';
import { deleteLine } from './delete-line.ts';
import { whenFeedRests } from './feed/file-at-rest.ts';
import { insertLine } from './insert-line.ts';
import { countOpen, listLines } from './list-store.ts';
import { deleteWaiting, listWaiting } from './pending-store.ts';
import { restoreAct } from './restore-line.ts';
import { retryPending } from './retry-pending.ts';
import { showPerson } from './show-person.ts';
import { listTypes, readOwner } from './type-store.ts';
import { saveType, setOwner } from './types.ts';

type RegisterCall = Extract<CallName, keyof typeof registerCalls>;

export function registerHandlers(session: Session): Pick<Handlers, RegisterCall> {
  const { db } = session;
  /** Never on a file of the feed of which a part is true only (F4). */
  const atRest = async <T>(work: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const rests = await whenFeedRests(session);
    return rests.ok ? work() : rests;
  };
  return {
    'register.types': () => ok({ rows: listTypes(db) }),
    'register.saveType': (input) => saveType(session, input),
    'register.owner': () => ok(readOwner(db)),
    'register.setOwner': (input) => setOwner(session, input),
    'register.consult': (input) => atRest(() => consultLines(session, input)),
    'register.consultSource': (input) => atRest(() => consultSource(session, input)),
    'register.list': (input) => ok(listLines(db, { ...input, day: input.day ?? session.businessDate() })),
    'register.counts': ({ employerId = null }) => ok(countOpen(db, employerId)),
    'register.person': ({ personId }) => showPerson(db, personId),
    'register.insert': (input) => atRest(() => insertLine(session, input)),
    'register.delete': (input) => atRest(() => deleteLine(session, input)),
    'register.restore': (input) => atRest(() => restoreAct(session, input)),
    'register.acts': ({ employerId = null, personId = null, page, pageSize }) =>
      ok({ ...listActs(db, { employerId, personId, page, pageSize }), page, pageSize }),
    'register.pending': ({ employerId = null, page, pageSize }) =>
      ok({ ...listWaiting(db, { employerId, page, pageSize }), page, pageSize }),
    'register.retryPending': ({ id = null }) => retryPending(session, id),
    'register.dropPending': ({ id }) => {
      if (!deleteWaiting(db, id)) return fail('notFound');
      session.changed('register.changed');
      return ok({});
    },
  };
}
