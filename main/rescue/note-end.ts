// One event in the history when a client was read: what was asked and found, and one hash over all answers.
import { type Failure, ok } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { flaContract } from '../training/fla-api.ts';
import { hashOf } from './answer-store.ts';
import type { RescueTarget } from './rescue-ports.ts';
import { yearsOf } from './rescue-store.ts';

/** Worker-years that failed or still wait, and the reason of the first that failed. */
export function noteEnd(
  session: Session,
  { employerId, name }: RescueTarget,
): { failed: number; waiting: number; reason: Failure | null } {
  const years = yearsOf(session.db, employerId);
  const count = (...states: string[]): number => years.filter(({ state }) => states.includes(state)).length;
  const answered = years.flatMap(({ id, answerHash }) =>
    answerHash === null ? [] : [`${id} ${answerHash}`],
  );
  const records = years.reduce((sum, year) => sum + year.records, 0);
  const failed = count('failed');
  const waiting = count('waiting', 'asked');
  attempt(session.db, () => {
    recordAct(session, {
      employerId,
      kind: 'rescue.answered',
      subject: { kind: 'employer', id: employerId },
      result: failed + waiting > 0 ? 'failed' : 'done',
      contract: flaContract,
      summary: name,
      payload: {
        workerYears: years.length,
        found: count('found'),
        empty: count('empty'),
        failed,
        waiting,
        records,
        answersHash: hashOf(answered.toSorted().join('\n')),
      },
    });
    return ok({});
  });
  const reason = years.find(({ state }) => state === 'failed')?.failure ?? null;
  return { failed, waiting, reason };
}
