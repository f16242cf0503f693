// Looks at a message in a thread of its own, which goes with it.
import type { Inspection } from '../../../preload/contract/cbss-workbench.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { runInWorker } from '../../platform/workers.ts';

/** Failure tooLarge: it took the reader too long. */
export const inspect = ({ clock }: Pick<Session, 'clock'>, xml: string): Promise<Result<Inspection>> =>
  runInWorker('cbss.inspect', { xml, now: clock.now().getTime() }, { maxHeapMb: 128, maxMs: 10_000 });

/** What stands against sending it: guards by name, `schema`, `value`, `digest`, `timestamp`; none: it may go. */
export function refusalsOf({ guards, schema, signature }: Inspection): string[] {
  return [
    ...guards.filter(({ state }) => state === 'failed').map(({ guard }) => guard),
    ...(schema.state === 'invalid' ? ['schema'] : []),
    ...(signature?.value === 'wrong' ? ['value'] : []),
    ...((signature?.parts ?? []).some(({ stated, counted }) => stated !== counted) ? ['digest'] : []),
    ...(signature?.timestamp !== undefined && signature.timestamp?.state !== 'ok' ? ['timestamp'] : []),
  ];
}
