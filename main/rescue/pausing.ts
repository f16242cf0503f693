// Waiting for as long as the service asked, in pieces short enough that a stop is noticed.
import type { RescuePorts } from './rescue-ports.ts';

const napMs = 250;

/** True when it waited: whoever asks looks again whether to go on. */
export async function pausing(ports: Pick<RescuePorts, 'gate' | 'sleep' | 'session'>): Promise<boolean> {
  const until = ports.gate.until();
  if (until === null) return false;
  await ports.sleep(Math.min(napMs, Math.max(1, until.getTime() - ports.session.clock.now().getTime())));
  return true;
}
