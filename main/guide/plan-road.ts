// From the plan of a guide to its road on the business date.

import { type GuidePlan, guidePlanSchema } from '../../preload/contract/guide.ts';
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { rightsOf } from '../../preload/contract/services.ts';
import { roadOf } from '../../preload/rules/guide/road.ts';
import { stopRoadOf } from '../../preload/rules/guide/stop-road.ts';
import type { Session } from '../platform/session.ts';

export type PlannedRoad = HandlerOutput<'guide.road'>;
type Placed = Pick<Session, 'environment'>;

/** State of the training accounts today, as the calendar of services has it. */
export type FlaState = Parameters<typeof roadOf>[1]['fla'];

/** A road of a guide that was begun keeps its steps even when a service closes meanwhile: see `asBegun`. */
export function planRoad(session: Placed, plan: GuidePlan, fla: FlaState): PlannedRoad {
  return roadUnder(plan, fla, session.environment.kind);
}

/** What was begun while a service was open is shown whole; the notes of today say what has closed since. */
export function asBegun(session: Placed, plan: GuidePlan, fla: FlaState): PlannedRoad {
  const today = planRoad(session, plan, fla);
  if (today.steps.length > 0) return today;
  return { ...roadUnder(plan, 'open', session.environment.kind), notes: today.notes };
}

function roadUnder(plan: GuidePlan, fla: FlaState, environment: Placed['environment']['kind']): PlannedRoad {
  if (plan.kind === 'start') return roadOf(plan.answers, { fla, environment });
  return {
    channel: 'api',
    quality: plan.quality,
    ways: [],
    account: 'none',
    certificate: 'none',
    mandates: plan.what === 'mandate' ? plan.services : [],
    rights:
      plan.what === 'right' ? plan.services.flatMap((service) => [...new Set(rightsOf[service].flat())]) : [],
    steps: [...stopRoadOf(plan.what)],
    notes: plan.what === 'mandate' ? ['mandateAtQuarter'] : [],
  };
}

/** A plan as it was kept. It was checked by the same schema when it came in, so a mismatch is a bug. */
export const readPlan = (json: string): GuidePlan => guidePlanSchema.parse(JSON.parse(json));
