// What stands in the way of registering anything now: no connection, or a clock that is off.
import type { FailureCode } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { checkService } from './check-service.ts';
import type { PointRuntime } from './runtime.ts';
import { codeOf, type RefusalCode } from './send-acts.ts';

export type Hindrance =
  | { kind: 'noConnection'; code: FailureCode; retryAt: string | null }
  | { kind: 'refused'; code: RefusalCode };

/** Null: nothing. Where it is not known to go well, the service is asked first: a worker is told within seconds. */
export async function hindrance(
  session: Session,
  runtime: PointRuntime,
  employerId: string,
): Promise<Hindrance | null> {
  const { watch } = runtime;
  const busy = watch.busyUntil();
  if (busy !== null) {
    const code = watch.connection().code ?? 'tooManyRequests';
    return { kind: 'noConnection', code, retryAt: new Date(busy).toISOString() };
  }
  if (watch.connection().state !== 'up' || watch.difference() === null || watch.clockIsOff()) {
    const line = await checkService(session, runtime, employerId);
    if (!line.ok) return { kind: 'refused', code: codeOf(line.failure) };
    const { state, code } = watch.connection();
    if (state !== 'up') return { kind: 'noConnection', code: code ?? 'offline', retryAt: null };
  }
  return watch.clockIsOff() ? { kind: 'refused', code: 'clockOff' } : null;
}
