// While the app is open: has the service asked again and again whether it is there, so that the screen of a point is true before
// anybody presses a key, and what a kill left open is cleared up.
import type { Session } from '../platform/session.ts';
import { forgetOldActs, openActs } from './act-store.ts';
import { latestLost } from './late-acts.ts';
import { pointIsOn } from './point-store.ts';
import { pointRuntime } from './runtime.ts';

/** Looks after which acts are thought of that were given up: once a minute. */
const looksOfLost = 30;
/** Milliseconds: between two looks, and without a word from the service while all is well and while it is not. */
const everyMs = 2_000;
const quietMs = 60_000;
const troubledMs = 5_000;
const firstMs = 300;

/** `check` is the call `point.check` as it stands before a service that may have to be started. The answer ends it. */
export function watchPoint(session: Session, check: () => unknown): () => void {
  const runtime = pointRuntime(session);
  let asking = false;
  let looks = 0;
  const look = (): void => {
    if (asking) return;
    const open = openActs(session.db, 1).length > 0;
    const lost = looks % looksOfLost === 0 && latestLost(session) !== undefined;
    looks += 1;
    if (!open && !lost && !pointIsOn(session.db)) return;
    const { watch } = runtime;
    const knows = watch.connection().state === 'up' && watch.difference() !== null;
    const well = knows && !watch.clockIsOff() && !open;
    if (watch.busyUntil() !== null || watch.idleFor() < (well ? quietMs : troubledMs)) return;
    asking = true;
    void Promise.resolve(check()).finally(() => {
      asking = false;
    });
  };
  const begin = setTimeout(() => {
    forgetOldActs(session.db, session.clock.now().getTime());
    look();
  }, firstMs);
  const timer = setInterval(look, everyMs);
  begin.unref();
  timer.unref();
  return () => {
    clearTimeout(begin);
    clearInterval(timer);
    runtime.closed = true;
  };
}
