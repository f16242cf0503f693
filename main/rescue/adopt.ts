// Takes what stood only at the service into the register, as accepted records, and takes that back again.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import { columnsOf } from '../training/training-row.ts';
import { insertTraining } from '../training/training-store.ts';
import {
  findAdoption,
  insertAdoption,
  markUndone,
  removeAdopted,
  setAccepted,
  takenReferences,
} from './adoption-store.ts';
import { type ComparedPair, compareClient } from './compare-client.ts';
import type { YearRow } from './rescue-store.ts';

/** Only there, of a worker of the register, and held by its fields without loss. */
export const mayAdopt =
  ({ workerId }: Pick<YearRow, 'workerId'>) =>
  ({ outcome, there }: ComparedPair): boolean =>
    workerId !== null && outcome === 'onlyThere' && there?.fits === true;

/** `left`: what stands only there and could not be taken. Adopting twice adds nothing. */
export async function adopt(
  session: Session,
  { employerId, yearIds }: HandlerInput<'rescue.adopt'>,
): Promise<Result<HandlerOutput<'rescue.adopt'>>> {
  const { db, ids } = session;
  const wanted = yearIds === null ? null : new Set(yearIds);
  const adopted: string[] = [];
  function* adopting(): Steps<Result<HandlerOutput<'rescue.adopt'>>> {
    const at = session.clock.now().toISOString();
    let left = 0;
    for (const { year, pairs } of yield* compareClient(session, employerId)) {
      if (wanted !== null && !wanted.has(year.id)) continue;
      const { workerId } = year;
      const good = pairs.filter(mayAdopt(year));
      left += pairs.filter(({ outcome }) => outcome === 'onlyThere').length - good.length;
      if (workerId === null || good.length === 0) continue;
      const taken = takenReferences(db, workerId, year.year);
      for (const { there } of good) {
        if (there === null) continue;
        // Removed here once: the reference is ours, and bringing it back is for a person to decide.
        if (taken.has(there.reference)) {
          left += 1;
          continue;
        }
        const id = ids.newId();
        insertTraining(db, {
          id,
          employerId,
          workerId,
          year: year.year,
          externalReference: there.reference,
          columns: columnsOf(there.fields),
          at,
        });
        setAccepted(db, id, JSON.stringify(there.fields));
        adopted.push(id);
      }
      yield;
    }
    if (adopted.length === 0) return ok({ adoptionId: null, adopted: 0, left });
    const adoptionId = ids.newId();
    insertAdoption(db, { id: adoptionId, employerId, at }, adopted);
    recordAct(session, {
      employerId,
      kind: 'rescue.adopted',
      subject: { kind: 'adoption', id: adoptionId },
      summary: `+${adopted.length}`,
      payload: { adoptionId, adopted: adopted.length, left, trainings: adopted.slice(0, 5_000) },
    });
    return ok({ adoptionId, adopted: adopted.length, left });
  }
  const done = await attemptInSlices(db, adopting());
  session.changed('training.changed', adopted.length > 500 ? [] : adopted);
  session.changed('rescue.changed', [employerId]);
  return done;
}

/** Failures: notFound; stateNotAllowed where it was undone before. */
export function undoAdopt(session: Session, adoptionId: string): Result<HandlerOutput<'rescue.undoAdopt'>> {
  const { db } = session;
  const done = attempt<HandlerOutput<'rescue.undoAdopt'>>(db, () => {
    const adoption = findAdoption(db, adoptionId);
    if (adoption === null) return fail('notFound');
    if (adoption.undoneAt !== null) return fail('stateNotAllowed', { details: { reason: 'undone' } });
    const removed = removeAdopted(db, adoptionId).length;
    const kept = adoption.adopted - removed;
    markUndone(db, adoptionId, session.clock.now().toISOString());
    recordAct(session, {
      employerId: adoption.employerId,
      kind: 'rescue.adoptionReversed',
      subject: { kind: 'adoption', id: adoptionId },
      summary: `−${removed}`,
      payload: { adoptionId, removed, kept },
    });
    return ok({ removed, kept });
  });
  session.changed('training.changed', []);
  session.changed('rescue.changed', []);
  return done;
}
