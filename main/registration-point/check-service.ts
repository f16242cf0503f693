// Asks the service whether it is there and what its clock shows; then what is still open is asked about.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import type { Line } from './line.ts';
import { openLine } from './line.ts';
import { askHealth } from './register-api.ts';
import type { PointRuntime } from './runtime.ts';

/** Milliseconds: longer than this nobody waits to hear that it is not there. */
const healthMs = 2_500;

/** Notes in the watch what came back. Failures: those of the way to the service. */
export async function checkService(
  session: Session,
  runtime: PointRuntime,
  employerId: string,
): Promise<Result<Line>> {
  const line = openLine(session, runtime, employerId);
  if (!line.ok) {
    runtime.watch.failed(line.failure.code);
    return line;
  }
  const outcome = await line.value.ask(healthMs, (call) => askHealth(call, line.value.baseUrl));
  const skew = outcome.kind === 'stop' ? outcome.failure.details?.['seconds'] : undefined;
  if (outcome.kind === 'stop' && outcome.failure.code === 'clockSkew' && typeof skew === 'number') {
    runtime.watch.heardSkew(skew);
    return ok(line.value);
  }
  // Any answer shows that it is there, and the watch heard it; what did not come is told here.
  if (outcome.kind === 'notSent' || outcome.kind === 'stop') runtime.watch.failed(outcome.failure.code);
  else if (outcome.kind === 'unknown' && outcome.failure.code === 'outcomeUnknown')
    runtime.watch.failed('timeout');
  else if (outcome.kind === 'wait') runtime.watch.failed(outcome.failure.code, outcome.retryAt);
  return ok(line.value);
}
