// Records, changes, ends and removes mandates. No register can be asked: what a person knows is kept, and every act is shown.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Service } from '../../preload/contract/services.ts';
import { overlappingMandate } from '../../preload/rules/employers/check-mandate.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findEmployer } from './employer-store.ts';
import {
  findMandate,
  findRemovedMandate,
  insertMandate,
  type MandateRow,
  mandatesOf,
  markMandateRemoved,
  updateMandate,
} from './mandate-store.ts';
import { nameOfEnterprise } from './route-table-store.ts';
import { sayChanged } from './set-route.ts';

type Nothing = Record<string, never>;
type Terms = { mandataryNumber: string; startQuarter: string; endQuarter: string | null };

/**
 * Failures: notFound, refusedByRule (`details.rules`: MND-SELF, MND-END-BEFORE), alreadyExists (another mandate for the same
 * service in one of these quarters: `details.mandatary`, `startQuarter`, `endQuarter`).
 */
export function recordMandate(
  session: Session,
  input: Terms & { employerId: string; service: Service },
): Result<{ id: string }> {
  const { db } = session;
  const made = attempt(db, () => placeMandate(session, input));
  if (made.ok) sayMandate(session, input.employerId);
  return made;
}

/** Within the caller's transaction, for whoever records mandates as part of a larger act. */
export function placeMandate(
  session: Session,
  input: Terms & { employerId: string; service: Service },
): Result<{ id: string }> {
  const refused = refusal(session, input, null);
  if (refused !== null) return refused;
  const id = session.ids.newId();
  const recordedAt = session.clock.now().toISOString();
  const { employerId, service, mandataryNumber, startQuarter, endQuarter } = input;
  insertMandate(session.db, {
    id,
    employerId,
    service,
    mandataryNumber,
    startQuarter,
    endQuarter,
    recordedAt,
  });
  note(session, 'mandate.recorded', id, input);
  return ok({ id });
}

/** Corrects it, or says that it was put right: what the service answered before no longer counts. */
export function changeMandate(
  session: Session,
  input: Terms & { id: string; expectedRevision: number },
): Result<Nothing> {
  return changed(session, input.id, (mandate) => {
    const terms = { ...mandate, ...termsOf(input) };
    const refused = refusal(session, terms, mandate.id);
    if (refused !== null) return refused;
    const recordedAt = session.clock.now().toISOString();
    if (!updateMandate(session.db, mandate.id, input.expectedRevision, { ...terms, recordedAt }))
      return fail('conflict');
    note(session, 'mandate.changed', mandate.id, terms);
    return ok({});
  });
}

/** Ends it after a quarter. */
export function endMandate(
  session: Session,
  { id, expectedRevision, endQuarter }: { id: string; expectedRevision: number; endQuarter: string },
): Result<Nothing> {
  return changed(session, id, (mandate) => {
    const terms = { ...mandate, endQuarter };
    const refused = refusal(session, terms, id);
    if (refused !== null) return refused;
    const { recordedAt } = mandate;
    if (!updateMandate(session.db, id, expectedRevision, { ...terms, recordedAt })) return fail('conflict');
    note(session, 'mandate.ended', id, terms);
    return ok({});
  });
}

/** Takes it off the list, as recorded by mistake; `restoreMandate` brings it back. */
export const removeMandate = (session: Session, id: string): Result<Nothing> =>
  changed(session, id, (mandate) => {
    markMandateRemoved(session.db, id, session.clock.now().toISOString());
    note(session, 'mandate.removed', id, mandate);
    return ok({});
  });

/** Failure alreadyExists when another took its place meanwhile. */
export function restoreMandate(session: Session, id: string): Result<Nothing> {
  const mandate = findRemovedMandate(session.db, id);
  if (mandate === null) return fail('notFound');
  const done = attempt<Nothing>(session.db, () => {
    const refused = refusal(session, mandate, id);
    if (refused !== null) return refused;
    markMandateRemoved(session.db, id, null);
    note(session, 'mandate.restored', id, mandate);
    return ok({});
  });
  if (done.ok) sayMandate(session, mandate.employerId);
  return done;
}

function changed(
  session: Session,
  id: string,
  act: (mandate: MandateRow) => Result<Nothing>,
): Result<Nothing> {
  let employerId = '';
  const done = attempt<Nothing>(session.db, () => {
    const mandate = findMandate(session.db, id);
    if (mandate === null) return fail('notFound');
    employerId = mandate.employerId;
    return act(mandate);
  });
  if (done.ok) sayMandate(session, employerId);
  return done;
}

function refusal(
  session: Session,
  { employerId, service, ...terms }: Terms & { employerId: string; service: Service },
  exceptId: string | null,
): ReturnType<typeof fail> | null {
  const employer = findEmployer(session.db, employerId);
  if (employer === null) return fail('notFound');
  const { mandataryNumber, startQuarter, endQuarter } = terms;
  if (mandataryNumber === employer.enterpriseNumber)
    return fail('refusedByRule', { details: { rules: 'MND-SELF' } });
  if (endQuarter !== null && endQuarter < startQuarter)
    return fail('refusedByRule', { details: { rules: 'MND-END-BEFORE' } });
  // Exactly one mandatary for the training account (seed 001 §2.2.1); elsewhere one mandatary is recorded once.
  const others = mandatesOf(session.db, employerId, service).filter(
    (other) => other.id !== exceptId && (service === 'fla' || other.mandataryNumber === mandataryNumber),
  );
  const other = overlappingMandate({ startQuarter, endQuarter }, others);
  if (other === null) return null;
  return fail('alreadyExists', {
    details: {
      mandatary: other.mandataryNumber,
      name: nameOfEnterprise(session.db, other.mandataryNumber) ?? '',
      startQuarter: other.startQuarter,
      endQuarter: other.endQuarter ?? '',
    },
  });
}

const termsOf = ({ mandataryNumber, startQuarter, endQuarter }: Terms): Terms => ({
  mandataryNumber,
  startQuarter,
  endQuarter,
});

function note(
  session: Session,
  kind: string,
  id: string,
  mandate: Terms & { employerId: string; service: Service },
): void {
  const { employerId, service } = mandate;
  recordAct(session, {
    employerId,
    kind,
    subject: { kind: 'mandate', id },
    summary: `${mandate.mandataryNumber} ${mandate.startQuarter}–${mandate.endQuarter ?? ''}`,
    payload: { service, ...termsOf(mandate) },
  });
}

function sayMandate(session: Session, employerId: string): void {
  session.changed('mandate.changed', [employerId]);
  sayChanged(session, [employerId]);
}
