// Steps of guides that wait for somebody else: nothing to do today, but not to be forgotten.
import type { FlaState } from '../guide/plan-road.ts';
import { waitingSteps } from '../guide/waiting-steps.ts';
import type { Session } from '../platform/session.ts';
import type { TodayLine } from './today-lines.ts';

/** The longest wait first. `step` is the id of the step: the page has its words. */
export function guideLines(session: Session, fla: FlaState): TodayLine[] {
  return waitingSteps(session, fla)
    .slice(0, 20)
    .map(({ guideId, enterpriseName, step, person, since }) => ({
      id: `guideWaits:${guideId}:${step}`,
      when: 'waiting',
      tone: 'plain',
      key: 'guideWaits',
      params: {
        step,
        named: person === '' ? 'no' : 'yes',
        name: person,
        employer: enterpriseName,
        date: since,
      },
      path: `/connection/guide/${guideId}/${step}`,
    }));
}
