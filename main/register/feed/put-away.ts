// Puts what was read of a file into the staging room, a few blocks at a time, so that main is never held for long: it counts once the
// last one is there, and what is cut off before is nothing.
import { setImmediate } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { attempt, writeBackInTurns } from '../../platform/database.ts';
import type { Session } from '../../platform/session.ts';
import {
  deleteFile,
  fileOfSequence,
  forgetRefused,
  insertBlock,
  insertStaging,
  type NewFile,
  setStaged,
} from './file-store.ts';

/** Milliseconds of writing to a transaction. */
const writeMs = 10;

/** Failures: cancelled, conflict (another file stands under the number by now), those of the disk. */
export async function putAway(
  { db }: Session,
  file: NewFile,
  blocks: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<Result<Record<string, never>>> {
  const begun = attempt<Record<string, never>>(db, () => {
    if (fileOfSequence(db, file.sequence) !== null) return fail('conflict');
    insertStaging(db, file);
    return ok({});
  });
  if (!begun.ok) return begun;
  const log = writeBackInTurns(db);
  try {
    for (let position = 0; position < blocks.length; ) {
      await setImmediate();
      const from = position;
      const part = attempt<number>(db, () => {
        const until = performance.now() + writeMs;
        let next = from;
        for (const block of blocks.slice(from)) {
          insertBlock(db, file.id, next, block);
          next += 1;
          if (performance.now() >= until) break;
        }
        return ok(next);
      });
      const stopped = signal.aborted ? fail('cancelled', { retry: 'safe' }) : null;
      if (!part.ok || stopped !== null) {
        attempt(db, () => ok(deleteFile(db, file.id)));
        return part.ok ? (stopped ?? ok({})) : part;
      }
      position = part.value;
      await setImmediate();
      log.writeBack();
    }
  } finally {
    log.end();
  }
  return attempt<Record<string, never>>(db, () => {
    forgetRefused(db, file.name);
    setStaged(db, file.id);
    return ok({});
  });
}
