// Hashing a PIN and checking one: scrypt (RFC 7914) off main's thread, and a wait that doubles with every wrong one. A try is
// counted on the disk before it is looked at, so that neither many at once nor a restart gives more of them.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Proof } from '../../preload/contract/approvers.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { type ApproverRow, findApprover, type Hashed, saveTries } from './approver-store.ts';

/** N of scrypt with r = 8 and p = 1: 32 MiB and about a tenth of a second. */
const cost = 2 ** 15;
/** Seconds. */
export const longestWaitSeconds = 15 * 60;

/** The hash of a PIN under a salt; compare it in constant time. */
export const derivePin = (pin: string, salt: Uint8Array, n: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const given = Buffer.from(pin.normalize('NFKC'), 'utf8');
    scrypt(given, salt, 32, { N: n, r: 8, p: 1, maxmem: 256 * n * 8 }, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });

export async function hashPin(pin: string): Promise<Hashed> {
  const salt = randomBytes(16);
  return { salt, hash: await derivePin(pin, salt, cost), cost };
}

/** Seconds until the next try after so many wrong ones: 1, 2, 4 … 900. */
export const waitSeconds = (wrong: number): number =>
  Math.min(longestWaitSeconds, 2 ** Math.min(20, Math.max(0, wrong - 1)));

/** Failures: approverMissing (no such person), pinWrong, pinLater with `seconds`. */
export async function checkPin(session: Session, { approverId, pin }: Proof): Promise<Result<ApproverRow>> {
  const counted = countTry(session, approverId);
  if (!counted.ok) return counted;
  const person = counted.value;
  const hash = await derivePin(pin, person.salt, person.cost);
  if (!timingSafeEqual(hash, person.hash)) return fail('pinWrong');
  return attempt<ApproverRow>(session.db, () => {
    saveTries(session.db, approverId, 0, null);
    return ok(person);
  });
}

function countTry(session: Session, approverId: string): Result<ApproverRow> {
  return attempt<ApproverRow>(session.db, () => {
    const person = findApprover(session.db, approverId);
    if (person === null) return fail('approverMissing');
    const now = session.clock.now().getTime();
    const left = person.wait_until === null ? 0 : Math.ceil((Date.parse(person.wait_until) - now) / 1_000);
    // A clock that was set back does not lock anybody out for longer than the longest wait.
    if (left > 0)
      return fail('pinLater', { retry: 'safe', details: { seconds: Math.min(left, longestWaitSeconds) } });
    const wrong = person.wrong + 1;
    saveTries(session.db, approverId, wrong, new Date(now + waitSeconds(wrong) * 1_000).toISOString());
    return ok(person);
  });
}
