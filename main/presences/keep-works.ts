// Adds, changes, removes and restores declarations of works.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { readPasted } from './trusted-origins.ts';
import {
  findWorks,
  insertWorks,
  markWorks,
  updateWorks,
  type WorksFields,
  worksByReference,
} from './works-store.ts';

type Nothing = Record<string, never>;

/**
 * Failures: notFound, alreadyExists (`details.field` reference), refusedByRule (`details.rules`: WRK-END-BEFORE,
 * WRK-URL-FOREIGN, WRK-URL-NUMBER, WRK-SUB-TWICE).
 */
export function addWorks(
  session: Session,
  { employerId, ...fields }: HandlerInput<'worksDeclaration.add'>,
): Result<{ id: string }> {
  const added = attempt(session.db, () => {
    if (findEmployer(session.db, employerId) === null) return fail('notFound');
    const refused = refusal(session, employerId, fields, null);
    if (refused !== null) return refused;
    const id = session.ids.newId();
    insertWorks(session.db, { id, employerId, createdAt: session.clock.now().toISOString() }, fields);
    note(session, 'worksDeclaration.added', employerId, id, fields);
    return ok({ id });
  });
  if (added.ok) session.changed('worksDeclaration.changed', [added.value.id]);
  return added;
}

/** Failures: those of adding, and conflict where somebody changed it in the meantime. */
export function changeWorks(
  session: Session,
  { id, expectedRevision, ...fields }: HandlerInput<'worksDeclaration.update'>,
): Result<Nothing> {
  const done = attempt<Nothing>(session.db, () => {
    const standing = findWorks(session.db, id);
    if (standing === null) return fail('notFound');
    const refused = refusal(session, standing.employer_id, fields, id);
    if (refused !== null) return refused;
    if (!updateWorks(session.db, id, expectedRevision, fields)) return fail('conflict');
    note(session, 'worksDeclaration.changed', standing.employer_id, id, fields);
    return ok({});
  });
  if (done.ok) session.changed('worksDeclaration.changed', [id]);
  return done;
}

/** Failure notFound. */
export function removeWorks(session: Session, id: string): Result<Nothing> {
  return marked(session, id, false);
}

/** Failures: notFound, alreadyExists where the number was added again since. */
export function restoreWorks(session: Session, id: string): Result<Nothing> {
  return marked(session, id, true);
}

function marked(session: Session, id: string, restoring: boolean): Result<Nothing> {
  const done = attempt<Nothing>(session.db, () => {
    const standing = findWorks(session.db, id, restoring);
    if (standing === null) return fail('notFound');
    const { employer_id: employerId, reference, name } = standing;
    if (restoring && worksByReference(session.db, employerId, reference) !== null)
      return fail('alreadyExists', { details: { field: 'reference' } });
    markWorks(session.db, id, restoring ? null : session.clock.now().toISOString());
    const kind = restoring ? 'worksDeclaration.restored' : 'worksDeclaration.removed';
    note(session, kind, employerId, id, { reference, name });
    return ok({});
  });
  if (done.ok) session.changed('worksDeclaration.changed', [id]);
  return done;
}

function refusal(
  session: Session,
  employerId: string,
  fields: WorksFields,
  exceptId: string | null,
): ReturnType<typeof fail> | null {
  const taken = worksByReference(session.db, employerId, fields.reference);
  if (taken !== null && taken.id !== exceptId)
    return fail('alreadyExists', { details: { field: 'reference' } });
  const rules: string[] = [];
  const { startDate, endDate, url, subcontractors } = fields;
  if (startDate !== null && endDate !== null && endDate < startDate) rules.push('WRK-END-BEFORE');
  if (url !== null) rules.push(...urlRules(session, url, fields.reference));
  const numbers = subcontractors.map(({ enterpriseNumber }) => enterpriseNumber);
  if (new Set(numbers).size < numbers.length) rules.push('WRK-SUB-TWICE');
  return rules.length === 0 ? null : fail('refusedByRule', { details: { rules: rules.join(' ') } });
}

/** A poster repeats the address: it has to be the authority's own, and to name this site. */
function urlRules(session: Session, url: string, reference: string): string[] {
  const pasted = readPasted(session, url);
  if (pasted.kind === 'found' && pasted.url === url)
    return pasted.reference === reference ? [] : ['WRK-URL-NUMBER'];
  if (pasted.kind === 'several') return pasted.references.includes(reference) ? [] : ['WRK-URL-NUMBER'];
  return [pasted.kind === 'noNumber' ? 'WRK-URL-NUMBER' : 'WRK-URL-FOREIGN'];
}

function note(
  session: Session,
  kind: string,
  employerId: string,
  id: string,
  { reference, name }: { reference: string; name: string },
): void {
  recordAct(session, {
    employerId,
    kind,
    subject: { kind: 'worksDeclaration', id },
    summary: `${name} ${reference}`,
    payload: { reference, name },
  });
}
