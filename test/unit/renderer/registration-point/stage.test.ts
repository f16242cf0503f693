// What the screen of a registration point shows after an answer, what is heard, and when it is blank again.
import { describe, expect, it } from 'vitest';
import type { PointOutcome } from '../../../../preload/contract/registration-point.ts';
import {
  ready,
  type Stage,
  shortestConfirmation,
  stageOf,
  staysFor,
  toneOf,
} from '../../../../renderer/features/registration-point/stage.ts';

const registrationId = '0196f2d4-0000-7000-8000-000000000801';
const registered: PointOutcome = {
  kind: 'registered',
  registrationId,
  type: 'OUT',
  at: '2026-11-29T06:58:59.000Z',
  serviceTime: '2026-11-29T06:59:00.000Z',
  again: false,
};

describe('an answer', () => {
  it('confirms with the time of the service and the tone of the direction', () => {
    const stage = stageOf(registered, 'OUT', false);
    expect(stage).toEqual({
      kind: 'registered',
      type: 'OUT',
      at: '2026-11-29T06:59:00.000Z',
      again: false,
      enrolled: false,
    });
    expect(toneOf(stage)).toBe('OUT');
  });

  it('of an unknown badge keeps which way was pressed', () => {
    const stage = stageOf({ kind: 'unknownBadge' }, 'IN', false);
    expect(stage).toEqual({ kind: 'enrol', type: 'IN', problem: null });
    expect(toneOf(stage)).toBe('ask');
  });

  it.each([null, registrationId])(
    'without a connection shows the phone way, with what had left: %s',
    (left) => {
      const outcome: PointOutcome = {
        kind: 'noConnection',
        code: 'timeout',
        retryAt: null,
        registrationId: left,
      };
      expect(stageOf(outcome, 'IN', false)).toEqual({
        kind: 'phone',
        left: left === null ? null : { registrationId: left, type: 'IN' },
      });
    },
  );

  it.each<PointOutcome>([
    { kind: 'already', type: 'IN' },
    { kind: 'refused', code: 'numberWrong' },
    { kind: 'checking', registrationId, type: 'IN' },
    { kind: 'clockOff', seconds: 960 },
  ])('that is no confirmation never sounds like one: %j', (outcome) => {
    expect(toneOf(stageOf(outcome, 'IN', false))).toBe('no');
  });
});

const nothing = { entered: false, chosen: false, language: false };

describe('the screen', () => {
  const confirmed = stageOf(registered, 'OUT', false);

  it('is blank three seconds after a confirmation', () => {
    expect(staysFor(confirmed, nothing)).toBe(3_000);
  });

  it('is free for the next worker at once, and shows the confirmation a moment more', () => {
    expect(staysFor(confirmed, { ...nothing, entered: true })).toBe(shortestConfirmation);
  });

  it('rests as it is while nothing is begun, and forgets what was begun and left', () => {
    expect(staysFor(ready, nothing)).toBeNull();
    expect(staysFor(ready, { ...nothing, entered: true })).toBe(20_000);
    expect(staysFor(ready, { ...nothing, chosen: true })).toBe(20_000);
    expect(staysFor(ready, { ...nothing, language: true })).toBe(30_000);
    expect(staysFor({ kind: 'ready', problem: 'whichWay' }, nothing)).toBe(20_000);
  });

  it('never goes blank while an answer is awaited', () => {
    expect(staysFor({ kind: 'sending' }, nothing)).toBeNull();
  });

  it.each<Stage>([
    { kind: 'refused', code: 'notAllowed' },
    { kind: 'failed', code: 'internal' },
    { kind: 'phone', left: null },
    { kind: 'enrol', type: 'IN', problem: null },
  ])('goes blank by itself after %j too', (stage) => {
    expect(staysFor(stage, nothing)).toBeGreaterThan(5_000);
  });
});
