// A file is made true in several steps, and all or nothing of it counts (F4): whoever asks after lines or changes them waits for its end.
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { isHalfTrue } from './file-store.ts';

const underWay = new WeakMap<Session, Promise<unknown>>();

/** Says that a file is being made true until this promise is settled. */
export async function untilWhole<T>(session: Session, making: Promise<T>): Promise<T> {
  underWay.set(session, making);
  try {
    return await making;
  } finally {
    underWay.delete(session);
  }
}

/**
 * Ends once no file is made true in part. Failure feedUnderWay: one is, and not in this process, or it could not go on (a full disk).
 */
export async function whenFeedRests(session: Session): Promise<Result<void>> {
  for (let going = underWay.get(session); going !== undefined; going = underWay.get(session))
    await going.catch(() => undefined);
  return isHalfTrue(session.db) ? fail('feedUnderWay', { retry: 'safe' }) : ok(undefined);
}
