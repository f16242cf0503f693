// How often a point has its service asked, and when it is not asked at all.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixedClock } from '../../../main/platform/clock.ts';
import { insertPoint } from '../../../main/registration-point/point-store.ts';
import { pointRuntime } from '../../../main/registration-point/runtime.ts';
import { watchService } from '../../../main/registration-point/service-watch.ts';
import { watchPoint } from '../../../main/registration-point/watch-point.ts';
import { type OpenProfile, openProfile } from '../../support/seed-profile.ts';

const answer = (clock: { now(): Date }, seconds = 0, status = 200) => ({
  status,
  headers: { date: new Date(clock.now().getTime() + seconds * 1_000).toUTCString() },
});

describe('the watch over a service', () => {
  const clock = fixedClock('2026-11-29T06:00:00Z');
  let changes = 0;
  const watch = watchService(clock, () => {
    changes += 1;
  });

  it('knows nothing at first', () => {
    expect([watch.connection().state, watch.difference(), watch.clockIsOff()]).toEqual([
      'unknown',
      null,
      false,
    ]);
  });

  it.each([
    [0, false],
    [599, false],
    [601, true],
    [-59, false],
    [-61, true],
    [900, true],
  ])('with %i seconds between the clocks is off: %s', (seconds, off) => {
    watch.saw(answer(clock, seconds));
    expect([watch.difference(), watch.clockIsOff()]).toEqual([seconds, off]);
  });

  it('no longer trusts a difference once the clock was set or the computer slept', () => {
    watch.saw(answer(clock));
    clock.advance(3_600_000);
    expect(watch.difference()).toBe(0);
    clock.set('2026-11-29T08:15:00Z');
    expect(watch.difference()).toBeNull();
  });

  it('is down by an answer that says so, up by the next good one, and tells each change once', () => {
    watch.saw(answer(clock));
    const before = changes;
    watch.saw(answer(clock, 0, 503));
    watch.saw(answer(clock, 0, 503));
    expect(watch.connection()).toMatchObject({ state: 'down', code: 'serviceUnavailable' });
    watch.saw(answer(clock));
    expect(watch.connection()).toMatchObject({ state: 'up', code: null });
    expect(changes - before).toBe(2);
  });

  it('hears of a clock that is off also where no token was given for it', () => {
    watch.heardSkew(7_200);
    expect([watch.difference(), watch.clockIsOff(), watch.connection().state]).toEqual([7_200, true, 'up']);
    watch.saw(answer(clock));
    expect(watch.clockIsOff()).toBe(false);
  });

  it('leaves it alone for as long as it asked', () => {
    watch.failed('tooManyRequests', new Date(clock.now().getTime() + 5_000));
    expect(watch.busyUntil()).not.toBeNull();
    clock.advance(5_001);
    expect(watch.busyUntil()).toBeNull();
  });
});

describe('while the app is open', () => {
  let profile: OpenProfile;
  let asked = 0;
  const clock = fixedClock('2026-11-29T06:00:00Z');

  beforeEach(() => {
    vi.useFakeTimers();
    asked = 0;
    profile = openProfile();
    profile.session.clock = clock;
  });
  afterEach(async () => {
    vi.useRealTimers();
    await profile.close();
  });

  const on = (): void => {
    const { db } = profile.session;
    db.prepare(
      "INSERT INTO works_declaration (id, employer_id, reference, name, created_at) VALUES ('w', ?, 'R', 'N', '')",
    ).run(profile.employerId);
    const hashed = { salt: new Uint8Array(1), hash: new Uint8Array(1), cost: 1 };
    insertPoint(db, {
      worksId: 'w',
      channels: ['number'],
      languages: ['nl'],
      sound: true,
      at: '',
      ...hashed,
    });
  };
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 100) {
      clock.advance(100);
      await vi.advanceTimersByTimeAsync(100);
    }
  };

  it('a point that is no point asks nothing', async () => {
    const end = watchPoint(profile.session, () => {
      asked += 1;
    });
    await pass(120_000);
    end();
    expect(asked).toBe(0);
  });

  it('a point asks at its start, every minute while all is well, and every few seconds while it is not', async () => {
    on();
    const { watch } = pointRuntime(profile.session);
    let status = 200;
    const end = watchPoint(profile.session, () => {
      asked += 1;
      watch.saw(answer(clock, 0, status));
    });
    await pass(400);
    expect(asked).toBe(1);
    await pass(126_000);
    expect(asked).toBe(3);
    status = 503;
    await pass(62_000);
    const before = asked;
    await pass(30_000);
    expect(asked - before).toBeGreaterThanOrEqual(4);
    expect(asked - before).toBeLessThanOrEqual(6);
    end();
    const atEnd = asked;
    await pass(60_000);
    expect(asked).toBe(atEnd);
  });
});
