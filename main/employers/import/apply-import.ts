// Does a staged import: everything that its good rows ask for in one transaction, one event for each employer and one for
// the whole, and before each employer is touched a copy of what it was.
import type { ImportCounts } from '../../../preload/contract/employer-import.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { recordAct } from '../../history/record-act.ts';
import type { JobRun, Session } from '../../platform/session.ts';
import { attemptInSlices, type Steps } from '../../platform/slices.ts';
import { insertEmployer, updateEmployer } from '../employer-store.ts';
import { insertEstablishment, updateEstablishment } from '../establishment-store.ts';
import { insertMandate, updateMandate } from '../mandate-store.ts';
import { insertRoute } from '../route-store.ts';
import { sayChanged } from '../set-route.ts';
import { findImport, finishImport, insertChange, stagedRows } from './import-store.ts';
import { planFacts } from './plan-facts.ts';
import { type Plan, planImport } from './plan-import.ts';
import type { PlannedEmployer } from './planned-employer.ts';
import { snapshotOf } from './snapshot-store.ts';

/**
 * Failures: notFound, stateNotAllowed (done already), nothingToSend (no row would change anything), conflict (an employer
 * changed in the middle of it, which one writer rules out), cancelled.
 */
export async function applyImport(
  session: Session,
  importId: string,
  run?: Pick<JobRun, 'progress' | 'signal'>,
): Promise<Result<ImportCounts>> {
  const { db } = session;
  const ids: string[] = [];
  function* applying(): Steps<Result<ImportCounts>> {
    const record = findImport(db, importId);
    if (record === null) return fail('notFound');
    if (record.state !== 'staged') return fail('stateNotAllowed', { details: { reason: record.state } });
    const facts = yield* planFacts(session);
    const plan = yield* planImport(facts, record.fields, yield* stagedRows(db, importId));
    if (plan.employers.length === 0) return fail('nothingToSend');
    for (const employer of plan.employers) {
      const id = writeEmployer(session, importId, employer);
      if (id === null) return fail('conflict');
      ids.push(id);
      run?.progress(ids.length, plan.employers.length);
      yield;
    }
    const at = session.clock.now().toISOString();
    finishImport(db, importId, { at, counts: plan.counts }, refusedOf(plan));
    const { counts } = plan;
    recordAct(session, {
      employerId: null,
      kind: 'employer.listImported',
      subject: { kind: 'import', id: importId },
      summary: aboutList(record.name, counts),
      payload: {
        importId,
        file: record.name,
        rows: counts.rows,
        added: counts.newEmployers,
        changed: counts.changedEmployers,
        establishments: counts.establishments,
        routes: counts.routes,
        mandates: counts.mandates,
        refused: counts.refused,
        leftOut: counts.leftOut,
      },
    });
    return ok(counts);
  }
  const done = await attemptInSlices(db, applying(), run?.signal);
  // Also when it was taken back: who looked meanwhile saw a part of it.
  const few = ids.length > 500 ? [] : ids;
  sayChanged(session, few);
  session.changed('mandate.changed', few);
  session.changed('employerImport.changed', [importId]);
  return done;
}

/** By which an import is recognised in the history: its file, how many came new and how many changed. */
const aboutList = (
  name: string,
  { newEmployers, changedEmployers }: Pick<ImportCounts, 'newEmployers' | 'changedEmployers'>,
): string => `${name.slice(0, 240)} · +${newEmployers} · ±${changedEmployers}`;

const refusedOf = (plan: Plan) =>
  new Map(
    plan.rows
      .filter(({ outcome }) => outcome === 'refused' || outcome === 'leftOut')
      .map(({ staged, findings }) => [staged.number, findings] as const),
  );

/** The id, or null when the employer was changed since the plan was made. */
function writeEmployer(session: Session, importId: string, planned: PlannedEmployer): string | null {
  const { db, ids, clock } = session;
  const { known, fields, enterpriseNumber } = planned;
  const at = clock.now().toISOString();
  const id = known?.id ?? ids.newId();
  const before = known === null ? null : snapshotOf(db, id);
  if (known === null) insertEmployer(db, { id, legalEntityId: ids.newId(), enterpriseNumber, at, ...fields });
  else if (planned.changed && !updateEmployer(db, id, known.revision, fields)) return null;
  for (const { id: standing, number, name } of planned.establishments.values())
    if (standing === null) insertEstablishment(db, id, { id: ids.newId(), number, name });
    else updateEstablishment(db, { id: standing, number, name });
  for (const route of planned.routes.values()) insertRoute(db, { id: ids.newId(), employerId: id, ...route });
  for (const { id: standing, revision, ...mandate } of planned.mandates) {
    if (standing === null) insertMandate(db, { id: ids.newId(), employerId: id, recordedAt: at, ...mandate });
    else if (!updateMandate(db, standing, revision, { ...mandate, recordedAt: at })) return null;
  }
  insertChange(db, importId, { employerId: id, before, after: snapshotOf(db, id) ?? '' });
  recordAct(session, {
    employerId: id,
    kind: known === null ? 'employer.added' : 'employer.changed',
    subject: { kind: 'employer', id },
    summary: `${fields.name} ${enterpriseNumber}`,
    payload: {
      ...(known === null || planned.changed ? { ...fields, enterpriseNumber } : {}),
      importId,
      establishments: [...planned.establishments.values()].map(({ number, name }) => `${number} ${name}`),
      routes: [...planned.routes.values()],
      mandates: planned.mandates.map(({ id: _, revision: __, ...mandate }) => mandate),
    },
  });
  return id;
}
