// The calls `worker.*`.
import { fail, ok } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { addWorker, addWorkers } from './add-workers.ts';
import { changeWorker } from './change-worker.ts';
import { readPastedWorkers } from './read-pasted-workers.ts';
import { findWorker, listWorkers } from './worker-store.ts';

export function workerHandlers(session: Session): HandlersOf<'worker'> {
  return {
    'worker.list': ({ employerId, ...filter }) => {
      const { rows, total } = listWorkers(session.db, scopeOf(employerId), filter);
      return ok({ rows, total, page: filter.page, pageSize: filter.pageSize });
    },
    'worker.get': ({ id }) => {
      const worker = findWorker(session.db, 'all', id);
      return worker ? ok(worker) : fail('notFound');
    },
    'worker.add': (input) => addWorker(session, input),
    'worker.update': (input) => changeWorker(session, input),
    'worker.readPaste': (input) => readPastedWorkers(session, input),
    'worker.addMany': (input) => addWorkers(session, input),
  };
}
