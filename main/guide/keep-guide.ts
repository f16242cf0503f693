// Starts a guide, marks its steps, ends and removes it. Every act counts one revision and can be taken back by its opposite.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import {
  employerExists,
  findGuide,
  type GuideRow,
  insertGuide,
  setFinished,
  setRemoved,
  touchGuide,
  writeStep,
} from './guide-store.ts';
import { asBegun, type FlaState, planRoad, readPlan } from './plan-road.ts';

/** Failures: notFound (employer), refusedByRule when the answers lead nowhere. */
export function startGuide(
  session: Session,
  input: HandlerInput<'guide.start'>,
  fla: FlaState,
): Result<{ id: string }> {
  const { plan, employerId, enterpriseNumber, enterpriseName } = input;
  const road = planRoad(session, plan, fla);
  const { quality } = road;
  if (quality === null || road.steps.length === 0)
    return fail('refusedByRule', { details: { rules: 'GUIDE-NO-ROAD' } });
  const started = attempt(session.db, () => {
    if (employerId !== null && !employerExists(session.db, employerId)) return fail('notFound');
    const id = session.ids.newId();
    const services = [...new Set(plan.kind === 'start' ? plan.answers.services : plan.services)];
    insertGuide(session.db, {
      id,
      employerId,
      enterpriseNumber,
      enterpriseName,
      quality,
      services,
      plan: JSON.stringify(plan),
      kind: plan.kind,
      startedAt: session.clock.now().toISOString(),
    });
    note(
      session,
      'guide.started',
      { id, employerId, enterpriseName },
      { plan, steps: road.steps.map((step) => step.id) },
    );
    return ok({ id });
  });
  if (started.ok) session.changed('guide.changed', [started.value.id]);
  return started;
}

type Revised = Result<{ revision: number }>;

/** Failures: notFound (guide, or a step that is not of it), conflict, stateNotAllowed (finished), invalidInput (a day to come). */
export function setStep(session: Session, input: HandlerInput<'guide.setStep'>, fla: FlaState): Revised {
  const { step, state, person, note: words } = input;
  const since = input.since ?? session.businessDate();
  if (since > session.businessDate()) return fail('invalidInput', { details: { fields: 'since' } });
  return change(session, input, (guide) => {
    if (guide.finishedAt !== null) return fail('stateNotAllowed', { details: { state: 'finished' } });
    const onIt = asBegun(session, readPlan(guide.plan), fla).steps.some(({ id }) => id === step);
    if (!onIt) return fail('notFound', { details: { field: 'step' } });
    writeStep(session.db, guide.id, step, state === 'open' ? null : { state, person, since, note: words });
    note(session, 'guide.stepSet', guide, { step, state, person, since });
    return ok(null);
  });
}

/** Failures: notFound, conflict. */
export function finishGuide(session: Session, input: HandlerInput<'guide.finish'>): Revised {
  return change(session, input, (guide) => {
    setFinished(session.db, guide.id, input.finished ? session.clock.now().toISOString() : null);
    note(session, input.finished ? 'guide.ended' : 'guide.resumed', guide, { finished: input.finished });
    return ok(null);
  });
}

/** Failures: notFound, conflict. */
export function removeGuide(session: Session, input: HandlerInput<'guide.remove'>): Revised {
  return change(
    session,
    input,
    (guide) => {
      setRemoved(session.db, guide.id, input.removed ? session.clock.now().toISOString() : null);
      note(session, input.removed ? 'guide.ended' : 'guide.resumed', guide, { removed: input.removed });
      return ok(null);
    },
    true,
  );
}

function change(
  session: Session,
  { id, expectedRevision }: { id: string; expectedRevision: number },
  act: (guide: GuideRow) => Result<null>,
  removed = false,
): Revised {
  const changed = attempt(session.db, () => {
    const guide = findGuide(session.db, id, removed);
    if (guide === null) return fail('notFound');
    if (!touchGuide(session.db, id, expectedRevision)) return fail('conflict');
    const done = act(guide);
    return done.ok ? ok({ revision: expectedRevision + 1 }) : done;
  });
  if (changed.ok) session.changed('guide.changed', [id]);
  return changed;
}

type Subject = Pick<GuideRow, 'id' | 'employerId' | 'enterpriseName'>;

function note(session: Session, kind: string, guide: Subject, payload: Record<string, unknown>): void {
  const { id, employerId, enterpriseName } = guide;
  recordAct(session, { employerId, kind, subject: { kind: 'guide', id }, summary: enterpriseName, payload });
}
