// A guide as it is shown: its road, each step with how far it is, and what the app ticked by itself.
import type { GuidePlan } from '../../preload/contract/guide.ts';
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Right, Service } from '../../preload/contract/services.ts';
import type { Session } from '../platform/session.ts';
import { findGuide, type GuideRow, listGuides, type StepRow, stepsOfGuide } from './guide-store.ts';
import { knownSteps } from './known-steps.ts';
import { asBegun, type FlaState, readPlan } from './plan-road.ts';

export type ShownGuide = HandlerOutput<'guide.show'>;
type Step = ShownGuide['steps'][number];
type Reading = Pick<Session, 'db' | 'clock' | 'businessDate' | 'environment'>;

/** Failure notFound. */
export function showGuide(session: Reading, id: string, fla: FlaState): Result<ShownGuide> {
  const row = findGuide(session.db, id);
  return row === null ? fail('notFound') : ok(shownGuide(session, row, fla));
}

export function summaries(
  session: Reading,
  finished: boolean,
  fla: FlaState,
): HandlerOutput<'guide.list'>['rows'] {
  return listGuides(session.db, finished).map((row) => {
    const {
      road: _road,
      steps,
      account: _account,
      accountId: _accountId,
      fingerprint: _fingerprint,
      mandatary: _mandatary,
      ...summary
    } = shownGuide(session, row, fla);
    const waiting = steps.flatMap(({ id, state, person, since }) =>
      state === 'waiting' && since !== null ? [{ step: id, person, since }] : [],
    );
    return { ...summary, waiting };
  });
}

export function shownGuide(session: Reading, row: GuideRow, fla: FlaState): ShownGuide {
  const plan = readPlan(row.plan);
  const road = asBegun(session, plan, fla);
  const services = reached(road, row.services);
  const known = knownSteps(session, { ...row, services }, road);
  const marks = new Map(stepsOfGuide(session.db, row.id).map((mark) => [mark.step, mark]));
  const steps = road.steps.map(
    (step): Step => ({ ...step, ...progress(marks.get(step.id), known.steps.has(step.id), step.settled) }),
  );
  const { plan: _plan, ...summary } = row;
  return {
    ...summary,
    services,
    what: plan.kind === 'stop' ? plan.what : null,
    total: steps.length,
    done: steps.filter(({ state }) => state === 'done' || state === 'alreadyDone').length,
    next:
      (steps.find(({ state }) => state === 'open') ?? steps.find(({ state }) => state === 'waiting'))?.id ??
      null,
    road: { ...road, rights: rightsShown(plan, road, known.rights) },
    steps,
    account: known.account,
    accountId: known.accountId,
    fingerprint: known.fingerprint,
    mandatary: mandataryOf(row, plan, road),
  };
}

/** What stops is named as the account has it: a right that it never had need not be unticked. */
function rightsShown(
  plan: GuidePlan,
  { rights }: ShownGuide['road'],
  held: readonly Right[] | null,
): ShownGuide['road']['rights'] {
  const both = plan.kind === 'stop' ? rights.filter((right) => held?.includes(right)) : [];
  return both.length > 0 ? both : rights;
}

/** An enterprise that acts for others is the mandatary itself; otherwise the one that was named. */
function mandataryOf(
  { enterpriseName: name, enterpriseNumber }: GuideRow,
  plan: GuidePlan,
  road: ShownGuide['road'],
): ShownGuide['mandatary'] {
  if (plan.kind === 'stop' || road.mandates.length === 0) return null;
  return road.account === 'none' ? (plan.answers.mandatary ?? null) : { name, enterpriseNumber };
}

/** Of what was asked, only what can be reached. */
function reached(road: ShownGuide['road'], asked: readonly Service[]): Service[] {
  const barred = road.ways
    .filter(({ way }) => way === 'closed' || way === 'noNewRegistrations' || way === 'participantsOnlyFla')
    .map(({ service }) => service);
  return asked.filter((service) => !barred.includes(service));
}

/** What a person said counts; what the app knows ends a wait; the answers come last. */
function progress(
  mark: StepRow | undefined,
  known: boolean,
  settled: boolean,
): Pick<Step, 'state' | 'by' | 'person' | 'since' | 'note'> {
  const note = mark?.note ?? '';
  const kept = mark === undefined ? null : { person: mark.person, since: mark.since, note };
  if (mark?.state === 'notDone')
    return { state: 'open', by: 'person', person: mark.person, since: null, note };
  if (mark !== undefined && kept !== null && mark.state !== 'waiting')
    return { state: mark.state, by: 'person', ...kept };
  if (known) return { state: 'done', by: 'app', person: mark?.person ?? '', since: null, note };
  if (mark !== undefined && kept !== null) return { state: 'waiting', by: 'person', ...kept };
  if (settled) return { state: 'alreadyDone', by: 'answers', person: '', since: null, note };
  return { state: 'open', by: null, person: '', since: null, note };
}
