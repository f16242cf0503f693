// What every exchange tells besides: whether the service is there, and how far the clock of this computer is from its own.
import type { FailureCode } from '../../preload/contract/result.ts';
import type { Clock } from '../platform/clock.ts';
import type { HttpAnswer } from '../platform/http.ts';

/**
 * How far this computer's clock may be from the service's, in seconds (service minus computer). Ahead: the service takes no
 * moment of the future, give or take a minute. Behind: what is older than 600 seconds is no registration of this moment
 * (rest-services §3.4). [assumed]
 */
export const mostAheadSeconds = 60;
export const mostBehindSeconds = 600;

export type Connection = { state: 'unknown' | 'up' | 'down'; since: string | null; code: FailureCode | null };

export type ServiceWatch = {
  connection(): Connection;
  /** Seconds; null as long as it is not known, or no longer: the clock was set, or the computer slept. */
  difference(): number | null;
  clockIsOff(): boolean;
  /** The service's clock now, in milliseconds since the epoch; this computer's as long as the difference is not known. */
  serviceNow(): number;
  /** Until when it asked to be left alone, in milliseconds; null: it did not. */
  busyUntil(): number | null;
  /** Milliseconds since anything was heard or tried; infinite before. */
  idleFor(): number;
  saw(answer: Pick<HttpAnswer, 'status' | 'headers'>): void;
  /** It answered, and its clock is so many seconds from ours: heard where no token was given for that reason. */
  heardSkew(seconds: number): void;
  /** `until`: not before. */
  failed(code: FailureCode, until?: Date | null): void;
};

/** Clocks run apart by milliseconds; by this much only if one was set or stood still. */
const jumpMs = 2_000;

/** `changed` is told when the connection or the standing of the clock becomes another. */
export function watchService(clock: Clock, changed: () => void): ServiceWatch {
  let connection: Connection = { state: 'unknown', since: null, code: null };
  let seen: { difference: number; wallLead: number } | null = null;
  let busy: number | null = null;
  let heardAt: number | null = null;
  const wallLead = (): number => clock.now().getTime() - clock.monotonic();
  const difference = (): number | null => {
    if (seen === null || Math.abs(wallLead() - seen.wallLead) > jumpMs) return null;
    return Math.round(seen.difference / 1_000);
  };
  const isOff = (seconds: number | null): boolean =>
    seconds !== null && (seconds < -mostAheadSeconds || seconds > mostBehindSeconds);
  const become = (state: 'up' | 'down', code: FailureCode | null): void => {
    heardAt = clock.monotonic();
    if (connection.state === state && connection.code === code) return;
    const since = connection.state === state ? connection.since : clock.now().toISOString();
    connection = { state, since, code };
    changed();
  };
  const learn = (apart: number): void => {
    const standing = (): string => [difference() === null, isOff(difference())].join();
    const before = standing();
    seen = { difference: apart, wallLead: wallLead() };
    if (standing() !== before) changed();
  };
  return {
    connection: () => connection,
    difference,
    clockIsOff: () => isOff(difference()),
    serviceNow: () => clock.now().getTime() + (difference() === null ? 0 : (seen?.difference ?? 0)),
    busyUntil: () => (busy !== null && busy > clock.now().getTime() ? busy : null),
    idleFor: () => (heardAt === null ? Number.POSITIVE_INFINITY : clock.monotonic() - heardAt),
    saw({ status, headers }) {
      const theirs = Date.parse(headers['date'] ?? '');
      const apart = theirs - clock.now().getTime();
      // `Date` has whole seconds, and the answer was on its way: what is less than that is no difference.
      if (!Number.isNaN(theirs)) learn(Math.abs(apart) < 1_500 ? 0 : apart);
      if (status >= 500 || status === 429)
        become('down', status === 429 ? 'tooManyRequests' : 'serviceUnavailable');
      else become('up', null);
    },
    heardSkew(seconds) {
      learn(seconds * 1_000);
      become('up', null);
    },
    failed(code, until = null) {
      if (until !== null) busy = until.getTime();
      become('down', code);
    },
  };
}
