// Sees to it that nothing of an applicant stands here for longer than it may: once as the data are opened, and as each day begins.
import type { Session } from '../platform/session.ts';
import { eraseDue } from './care-erase.ts';
import { sweepDay } from './end-of-day.ts';

/** Milliseconds between two looks at the calendar. */
const everyMs = 60_000;
/** Not in the first moment: opening the window comes first. */
const firstMs = 2_000;

/** The answer ends it. */
export function watchErasing(session: Session, first = firstMs): () => void {
  let doneOn = '';
  let ended = false;
  const look = async (): Promise<void> => {
    if (ended) return;
    try {
      const today = session.businessDate();
      if (doneOn === today) return;
      doneOn = today;
      sweepDay(session);
      // A full disk or a busy file: the next look tries again.
      if (!(await eraseDue(session)).ok) doneOn = '';
    } catch (error) {
      // Nobody waits for this: thrown on, it would end the app.
      session.log.error('applicant.sweep', error);
      doneOn = '';
    }
  };
  const begin = setTimeout(() => void look(), first);
  const timer = setInterval(() => void look(), everyMs);
  begin.unref();
  timer.unref();
  return () => {
    ended = true;
    clearTimeout(begin);
    clearInterval(timer);
  };
}
