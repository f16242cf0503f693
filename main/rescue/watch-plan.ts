// While a window is open: looks whether a planned reading is due or one was cut off, and has it begun.
import type { Session } from '../platform/session.ts';
import { dueWork } from './plan-run.ts';

/** Milliseconds between two looks: a set hour is met to within half a minute. */
const everyMs = 20_000;
/** Not in the first moment: opening the window comes first. */
const firstMs = 1_500;

/** `runDue` is the call `rescue.runDue` as it stands before a service that may have to be started. The answer ends it. */
export function watchPlan(session: Session, runDue: () => unknown, first = firstMs): () => void {
  const look = (): void => {
    if (dueWork(session) !== null) runDue();
  };
  const begin = setTimeout(look, first);
  const timer = setInterval(look, everyMs);
  begin.unref();
  timer.unref();
  return () => {
    clearTimeout(begin);
    clearInterval(timer);
  };
}
