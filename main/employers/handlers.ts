// The calls `employer.*`.

import { fail, ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { addEmployer } from './add-employer.ts';
import { changeEmployer, setEmployerArchived } from './change-employer.ts';
import { findEmployer, listEmployers } from './employer-store.ts';

export function employerHandlers(session: Session): HandlersOf<'employer'> {
  const { db } = session;
  return {
    'employer.list': (input) => {
      const { rows, total } = listEmployers(db, 'all', { ...input, day: session.businessDate() });
      return ok({ rows, total, page: input.page, pageSize: input.pageSize });
    },
    'employer.get': ({ id }) => {
      const employer = findEmployer(db, id, session.businessDate());
      return employer ? ok(employer) : fail('notFound');
    },
    'employer.add': (input) => addEmployer(session, input),
    'employer.update': (input) => changeEmployer(session, input),
    'employer.archive': ({ id, archived }) => setEmployerArchived(session, id, archived),
  };
}
