// Which line allows a look-up or a sending, shown beside its answer; without one, whose line is to be inserted.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { parseInsz } from '../../../preload/rules/identifiers/insz.ts';
import type { Session } from '../../platform/session.ts';
import { personOfNumber } from '../numbers/number-chain.ts';
import { presentNumber } from '../numbers/number-store.ts';
import { allowingLine, typeThatAllows } from './allowing-line.ts';
import { personOfWorker, readMode } from './allowing-store.ts';

type Shown = HandlerOutput<'register.allowing'>;

/** Failure identifierInvalid. */
export function showAllowing(
  session: Session,
  { purpose, employerId, insz: typed, workerId, from, to }: HandlerInput<'register.allowing'>,
): Result<Shown> {
  const { db } = session;
  const nobody: Shown = {
    mode: readMode(db),
    line: null,
    person: null,
    dossierType: typeThatAllows(purpose),
  };
  if (employerId === undefined) return ok(nobody);
  const today = session.businessDate();
  const question = { employerId, purpose, from: from ?? today, to: to ?? from ?? today };
  if (typed !== undefined) {
    const insz = parseInsz(typed);
    if (insz === null) return fail('identifierInvalid');
    const known = personOfNumber(db, insz);
    const person = known === null ? null : { id: known.personId, insz: known.insz };
    return ok({ ...nobody, person, line: allowingLine(session, { ...question, insz }) });
  }
  const id = workerId === undefined ? null : personOfWorker(db, workerId);
  if (workerId === undefined || id === null) return ok(nobody);
  const person = { id, insz: presentNumber(db, id) ?? '' };
  return ok({ ...nobody, person, line: allowingLine(session, { ...question, workerId }) });
}
