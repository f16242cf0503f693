// Undoes an act: lines as they were before it, while they are still as it left them. What was undone stays in the acts.
import type { HandlerInput } from '../../preload/contract/index.ts';
import type { RegisterOutcome } from '../../preload/contract/register-values.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findAct, isRestorable, type RegisterAct } from './act-store.ts';
import type { AuthenticSource } from './authentic-source.ts';
import { authenticSourceOf } from './cbss/cbss-source.ts';
import { daysOnly, withoutPeriods } from './days-only.ts';
import { inTurn } from './in-turn.ts';
import { keepDeleted, keepInserted } from './inscribing/keep-inscribed.ts';
import { keepChange } from './keep-act.ts';
import { linesForOthers, linesOfKey, markLines } from './line-store.ts';
import { isCancelled, presentNumber } from './numbers/number-store.ts';
import { findType } from './type-store.ts';

/** Failures: notFound, stateNotAllowed, those of the service where one is asked. */
export async function restoreAct(
  session: Session,
  { actId, dryRun }: HandlerInput<'register.restore'>,
  source = authenticSourceOf(session),
): Promise<Result<RegisterOutcome>> {
  const { db } = session;
  const act = findAct(db, actId);
  if (act === null) return fail('notFound');
  if (!isRestorable(db, act)) return fail('stateNotAllowed');
  const asks = source !== null && !dryRun;
  const restored = await inTurn(session, async () => {
    const told = asks ? await tellSource(session, source, act) : ok(undefined);
    if (!told.ok) return told;
    return attempt(db, () => {
      // While the service was asked, somebody else may have changed them.
      if (!isRestorable(db, act)) return fail('conflict');
      return ok(layBack(session, act, asks, dryRun));
    });
  });
  if (restored.ok && !dryRun) session.changed('register.changed', [act.personId]);
  return restored;
}

/** Days that the act took come back, days that it added go, but for those of other clients. Each may be said again, should only a part be told. */
async function tellSource({ db }: Session, source: AuthenticSource, act: RegisterAct): Promise<Result<void>> {
  const insz = presentNumber(db, act.personId);
  const type = findType(db, act.dossierType);
  if (insz === null || type === null) return fail('notFound');
  const question = { insz, type, identity: null };
  const gone = withoutPeriods(act.after, [...act.before, ...linesForOthers(db, act)]);
  for (const period of gone) {
    const done = await source.delete({ ...question, period });
    if (!done.ok) return done;
    keepDeleted(db, act.personId, type, done.value);
  }
  for (const period of act.before.filter((one) => withoutPeriods([one], act.after).length > 0)) {
    const done = await source.insert({ ...question, period });
    if (!done.ok) return done;
    keepInserted(db, act.personId, type, period, done.value);
  }
  return ok(undefined);
}

function layBack(session: Session, act: RegisterAct, confirmed: boolean, dryRun: boolean): RegisterOutcome {
  const { db } = session;
  const { personId, employerId, ownerId, dossierType, before: after } = act;
  const key = { personId, employerId, ownerId, dossierType };
  const before = linesOfKey(db, key);
  const insz = presentNumber(db, personId) ?? '';
  const actId = dryRun
    ? null
    : keepChange(session, { kind: 'restore', key, before, after, asked: insz === '' ? {} : { insz } });
  if (actId !== null && isCancelled(db, insz)) markLines(db, key, 'numberCancelled');
  return {
    outcome: dryRun ? 'dryRun' : actId === null ? 'unchanged' : 'stored',
    ...{ actId, pendingId: null, personId, insz, replaces: null },
    ...{ before: daysOnly(before), after },
    verifiedBy: confirmed ? 'authenticSource' : 'ownRecords',
    warnings: [],
  };
}
