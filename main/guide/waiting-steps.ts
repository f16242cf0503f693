// For Today: what waits for somebody else in guides that are under way.
import type { StepId } from '../../preload/rules/guide/step-catalog.ts';
import type { Session } from '../platform/session.ts';
import type { FlaState } from './plan-road.ts';
import { summaries } from './show-guide.ts';

export type WaitingStep = {
  guideId: string;
  enterpriseName: string;
  step: StepId;
  /** Empty where nobody was named. */
  person: string;
  since: string;
};

/** The longest wait first; what the app sees done meanwhile waits no more. */
export function waitingSteps(
  session: Pick<Session, 'db' | 'clock' | 'businessDate' | 'environment'>,
  fla: FlaState,
): WaitingStep[] {
  return summaries(session, false, fla)
    .flatMap(({ id, enterpriseName, waiting }) =>
      waiting.map((one) => ({ guideId: id, enterpriseName, ...one })),
    )
    .sort((a, b) => a.since.localeCompare(b.since));
}
