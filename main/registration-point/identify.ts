// Whose number was typed, or whose badge was scanned. A badge is known by a keyed hash alone: its text is kept nowhere.
import { createHmac, randomBytes } from 'node:crypto';
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { parseInsz, readInsz } from '../../preload/rules/identifiers/insz.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt, type Database, transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { presenceDay } from '../presences/show-works.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';
import { personForNumber, presentNumberOf } from '../register/numbers/number-person.ts';
import { badgeSalt, deleteBadges, insertBadge, ownerOfBadge } from './point-store.ts';

export type Who =
  | { kind: 'worker'; insz: string }
  | { kind: 'numberWrong' }
  | { kind: 'unknownBadge' }
  | { kind: 'channelOff' };
type At = { employerId: string; channels: readonly string[] };

/** A number in any spelling to its eleven digits, and on to the number that replaced it; null when it is none. */
export function numberOf(session: Session, text: string): string | null {
  const insz = parseInsz(text);
  // Nobody works before being born; the real day counts, also in practice.
  if (insz === null || readInsz(insz, presenceDay(session)) === null) return null;
  return presentNumberOf(session.db, insz);
}

/** A scanner may also read a code that holds the number itself. */
export function identify(
  session: Session,
  { employerId, channels }: At,
  { entered, by }: Pick<HandlerInput<'point.register'>, 'entered' | 'by'>,
): Who {
  const insz = numberOf(session, entered);
  if (insz !== null)
    return channels.includes('number') || by === 'scanned' ? worker(insz) : { kind: 'channelOff' };
  const owner = channels.includes('badge') ? badgeOwner(session.db, employerId, entered) : null;
  if (owner !== null) return worker(owner);
  if (by === 'typed' || looksLikeNumber(entered)) return { kind: 'numberWrong' };
  return channels.includes('badge') ? { kind: 'unknownBadge' } : { kind: 'channelOff' };
}

const worker = (insz: string): Who => ({ kind: 'worker', insz });

/** Written as a number is, so that the wrong digit is told and not a badge offered. */
const looksLikeNumber = (text: string): boolean =>
  /^\d{2}[.\s]\d{2}[.\s]\d{2}[-\s]\d{3}[.\s]?\d{2}$/.test(text);

/** Failures: those of writing. */
export function enrol(
  session: Session,
  { employerId, channels }: At,
  { badge, number }: HandlerInput<'point.enrol'>,
): Result<HandlerOutput<'point.enrol'>> {
  if (!channels.includes('badge')) return ok({ outcome: 'channelOff' });
  const insz = numberOf(session, number);
  if (insz === null) return ok({ outcome: 'numberWrong' });
  const { db } = session;
  return attempt<HandlerOutput<'point.enrol'>>(db, () => {
    const hash = hashOf(db, badge);
    const owner = ownerOfBadge(db, employerId, hash);
    if (owner !== null) return ok({ outcome: owner === insz ? 'enrolled' : 'badgeTaken' });
    const at = session.clock.now().toISOString();
    insertBadge(db, employerId, hash, personForNumber(db, insz, at), at);
    recordAct(
      { ...session, actor: () => ({ ...session.actor(), kind: 'app', name: '' }) },
      { employerId, kind: 'point.badgeEnrolled', summary: '', payload: { insz } },
    );
    return ok({ outcome: 'enrolled' });
  });
}

/** A badge that was lost or given back registers nobody. Failures: those of writing. */
export function takeBackBadges(
  session: Session,
  { number }: HandlerInput<'point.takeBackBadges'>,
): Result<HandlerOutput<'point.takeBackBadges'>> {
  const insz = numberOf(session, number);
  if (insz === null) return ok({ outcome: 'numberWrong', badges: 0 });
  return attempt<HandlerOutput<'point.takeBackBadges'>>(session.db, () => {
    const personId = personOfNumber(session.db, insz)?.personId;
    const gone = personId === undefined ? [] : deleteBadges(session.db, personId);
    for (const { employerId } of gone)
      recordAct(session, { employerId, kind: 'point.badgesTakenBack', summary: '', payload: { insz } });
    const badges = gone.reduce((sum, one) => sum + one.badges, 0);
    return ok({ outcome: badges === 0 ? 'none' : 'takenBack', badges });
  });
}

const badgeOwner = (db: Database, employerId: string, text: string): string | null =>
  ownerOfBadge(db, employerId, hashOf(db, text));

/** HMAC-SHA-256 under a key that only this database has: the same badge at another office gives another hash. */
function hashOf(db: Database, text: string): Buffer {
  const salt = transaction(db, () => badgeSalt(db, () => randomBytes(32)));
  return createHmac('sha256', salt).update(text.normalize('NFKC').trim()).digest();
}
