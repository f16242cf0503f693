// Keeps a planning that was read, takes one away, and brings it back.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { JobRun, Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import { personForNumber } from '../register/numbers/number-person.ts';
import { deleteExpired } from './delete-expired.ts';
import { keepOwnNumber } from './names-store.ts';
import type { OpenedPlanning, OpenedPlannings, ReadList } from './opened-plannings.ts';
import { findPlanning, insertPlanning, insertStay, markPlanning } from './planning-store.ts';

type Nothing = Record<string, never>;

/** All of it or nothing, in one transaction in slices. Failures: nothingToSend (no row could be read), cancelled. */
export async function keepPlanning(
  session: Session,
  files: OpenedPlannings,
  file: OpenedPlanning,
  replaces: boolean,
  run: JobRun,
): Promise<Result<Nothing>> {
  const { read, employerId, name, importId } = file;
  const [firstDay, lastDay] = [read?.sums.firstDay ?? null, read?.sums.lastDay ?? null];
  if (read === null || firstDay === null || lastDay === null) return fail('nothingToSend');
  const { db } = session;
  const planningId = session.ids.newId();
  const keptAt = session.clock.now().toISOString();
  function* keeping(
    { file: { parts }, added, stays, sums }: ReadList,
    from: string,
    to: string,
  ): Steps<Result<Nothing>> {
    const whole = { firstDay: from, lastDay: to, stays, workers: sums.workers };
    insertPlanning(db, { id: planningId, employerId, name, ...whole, keptAt, replaces });
    const persons = new Map<string, string>();
    // A planning names one worker in hundreds of rows.
    const personOf = (insz: string): string => {
      const personId = persons.get(insz) ?? personForNumber(db, insz, keptAt);
      persons.set(insz, personId);
      return personId;
    };
    let number = 0;
    for (const part of [...parts, added]) {
      for (const { insz, ...stay } of part.stays) {
        number += 1;
        insertStay(db, planningId, number, { ...stay, personId: personOf(insz) });
        yield;
      }
      for (const [own, insz] of part.numbers) keepOwnNumber(db, employerId, own, personOf(insz));
      run.progress(number, stays);
      yield;
    }
    recordAct(session, {
      employerId,
      kind: 'planning.added',
      subject: { kind: 'planning', id: planningId },
      summary: `${name}: ${daysWords(from, to)}`,
      payload: { firstDay: from, lastDay: to, stays, workers: sums.workers, replaces },
    });
    return ok({});
  }
  const kept = await attemptInSlices(db, keeping(read, firstDay, lastDay), run.signal);
  if (!kept.ok) return kept;
  // What was read is in the database now; the refused rows stay for the receipt.
  files.change(importId, {
    kept: { planningId, doneAt: keptAt },
    bytes: new Uint8Array(),
    read: { ...read, file: { ...read.file, parts: [] }, added: { stays: [], numbers: [] } },
  });
  session.changed('planning.changed', [planningId]);
  return deleteExpired(session).then((deleted) => (deleted.ok ? ok({}) : deleted));
}

const daysWords = (from: string, to: string): string => (from === to ? from : `${from} – ${to}`);

/** Failure notFound. What it replaced counts again. */
export const removePlanning = (session: Session, { id }: HandlerInput<'planning.remove'>): Result<Nothing> =>
  marked(session, id, true);

/** Failure notFound: never kept, or deleted for good since. */
export const restorePlanning = (
  session: Session,
  { id }: HandlerInput<'planning.restore'>,
): Result<Nothing> => marked(session, id, false);

function marked(session: Session, id: string, removing: boolean): Result<Nothing> {
  const { db, clock } = session;
  const done = attempt<Nothing>(db, () => {
    const planning = findPlanning(db, id);
    if (planning === null || (planning.removed === 1) === removing) return fail('notFound');
    markPlanning(db, id, removing ? clock.now().toISOString() : null);
    const { employerId, name, firstDay, lastDay } = planning;
    recordAct(session, {
      employerId,
      kind: removing ? 'planning.removed' : 'planning.restored',
      subject: { kind: 'planning', id },
      summary: `${name}: ${daysWords(firstDay, lastDay)}`,
    });
    return ok({});
  });
  if (done.ok) session.changed('planning.changed', [id]);
  return done;
}
