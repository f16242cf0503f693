// One person of the register: every number, what an authentic source last said, and every line.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Database } from '../platform/database.ts';
import { countLinesOfPerson, linesOfPerson } from './line-store.ts';
import { presentNumber } from './numbers/number-store.ts';
import { identityOf, namesOf, numbersOf } from './person-store.ts';

/** Failure notFound. */
export function showPerson(db: Database, personId: string): Result<HandlerOutput<'register.person'>> {
  const names = namesOf(db, personId);
  const insz = presentNumber(db, personId);
  if (names === null || insz === null) return fail('notFound');
  const all = { employerId: null, dossierType: null, period: null, limit: 500 };
  return ok({
    ...names,
    insz,
    numbers: numbersOf(db, personId),
    identity: identityOf(db, personId),
    lines: linesOfPerson(db, personId, all),
    total: countLinesOfPerson(db, personId),
  });
}
