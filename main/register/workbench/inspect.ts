// Looks at messages in a thread, which is kept for a moment after the last one: whoever works at a message looks at it again and again, and
// starting one takes longer than looking.
import type { Inspection } from '../../../preload/contract/cbss-workbench.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { keepThread, type Thread } from '../../platform/workers.ts';
import { serviceNow } from '../cbss/service-clock.ts';

const keptMs = 1_500;
const longestMs = 10_000;

let thread: Thread | null = null;
let queue: Promise<unknown> = Promise.resolve();
let waiting = 0;
let ending: NodeJS.Timeout | undefined;

/** Failure tooLarge: it took the reader too long. */
export async function inspect(session: Session, xml: string): Promise<Result<Inspection>> {
  waiting += 1;
  clearTimeout(ending);
  thread ??= keepThread({ maxHeapMb: 128 });
  const mine = thread;
  // One after the other: a thread does one thing at a time.
  const work = queue.then(() =>
    mine.run('cbss.inspect', { xml, now: serviceNow(session).getTime() }, { maxMs: longestMs }),
  );
  queue = work.catch(() => {});
  try {
    return await work;
  } finally {
    waiting -= 1;
    if (waiting === 0) ending = setTimeout(end, keptMs);
  }
}

function end(): void {
  thread?.end();
  thread = null;
}

/** What stands against sending it: guards by name, `schema`, `value`, `digest`, `timestamp`; none: it may go. */
export function refusalsOf({ guards, schema, signature }: Inspection): string[] {
  const differs = (signature?.parts ?? []).some(({ stated, counted }) => stated !== counted);
  return [
    ...guards.filter(({ state }) => state === 'failed').map(({ guard }) => guard),
    ...(schema.state === 'invalid' ? ['schema'] : []),
    ...(signature?.value === 'wrong' ? ['value'] : []),
    ...(differs ? ['digest'] : []),
    ...(signature !== null && signature.timestamp?.state !== 'ok' ? ['timestamp'] : []),
  ];
}
