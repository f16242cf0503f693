// The manual way: a list to tick off, that can be left and taken up again, for whoever looks the data up by hand.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { firstRescueYear, lastRescueYear } from '../../preload/contract/rescue-values.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { attemptInSlices, type Steps } from '../platform/slices.ts';
import { addRegisterLines } from './list-workers.ts';
import { findClient, findYear, setManual, setSteps, yearsOf } from './rescue-store.ts';

type Nothing = Record<string, never>;

/** Years that hold data by the business date: one ahead may be planned. */
export const yearsByHand = (session: Session): number[] => {
  const last = Math.min(lastRescueYear, Number(session.businessDate().slice(0, 4)) + 1);
  return Array.from({ length: last - firstRescueYear + 1 }, (_, at) => firstRescueYear + at);
};

/** Who settles something by hand now. */
export function personOf({ actor, clock }: Session): { by: string; at: string } {
  const { name, osAccount } = actor();
  return { by: (name || osAccount).slice(0, 200), at: clock.now().toISOString() };
}

/** Failure notFound: no such employer. Begun before: new workers are added, nothing else changes. */
export async function beginManual(session: Session, employerId: string): Promise<Result<{ years: number }>> {
  function* beginning(): Steps<Result<{ years: number }>> {
    const employer = findEmployer(session.db, employerId);
    if (employer === null) return fail('notFound');
    const fresh = findClient(session.db, employerId) === null;
    yield* addRegisterLines(session, employerId, yearsByHand(session));
    if (fresh) recordAct(session, { employerId, kind: 'rescue.listed', summary: employer.name, payload: {} });
    return ok({ years: yearsOf(session.db, employerId).length });
  }
  const done = await attemptInSlices(session.db, beginning());
  session.changed('rescue.changed', [employerId]);
  return done;
}

/** Failure notFound: the manual way was not begun. */
export function tickStep(
  session: Session,
  { employerId, step, done }: HandlerInput<'rescue.tick'>,
): Result<Nothing> {
  const ticked = attempt<Nothing>(session.db, () => {
    const client = findClient(session.db, employerId);
    if (client === null) return fail('notFound');
    const others = client.steps.filter((one) => one !== step);
    setSteps(session.db, employerId, done ? [...others, step] : others);
    return ok({});
  });
  session.changed('rescue.changed', [employerId]);
  return ticked;
}

/** Failure notFound when one of them does not exist: then none is marked. */
export function markYears(
  session: Session,
  { yearIds, manual }: HandlerInput<'rescue.mark'>,
): Result<Nothing> {
  const marked = attempt<Nothing>(session.db, () => {
    const years = yearIds.flatMap((id) => findYear(session.db, id) ?? []);
    if (years.length < yearIds.length) return fail('notFound');
    setManual(session.db, yearIds, manual, personOf(session));
    for (const employerId of new Set(years.map((year) => year.employerId))) {
      const marked = years.filter((year) => year.employerId === employerId);
      recordAct(session, {
        employerId,
        kind: 'rescue.marked',
        subject: { kind: 'employer', id: employerId },
        summary: '',
        payload: { manual, workerYears: marked.length, ids: marked.map(({ id }) => id) },
      });
    }
    return ok({});
  });
  session.changed('rescue.changed', []);
  return marked;
}
