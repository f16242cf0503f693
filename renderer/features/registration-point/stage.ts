// What stands on the screen of the registration point, and how long it may stay there before all is blank again.
import type { PointOutcome } from '../../../preload/contract/registration-point.ts';
import type { FailureCode } from '../../../preload/contract/result.ts';

export type Direction = 'IN' | 'OUT';
/** A direction, neither of them, or a question. */
export type Tone = Direction | 'no' | 'ask';

export type RefusalCode =
  | 'numberWrong'
  | 'numberRefused'
  | 'channelOff'
  | 'notAllowed'
  | 'refused'
  | 'badgeTaken'
  | 'notRegistered';

export type Stage =
  /** Waits for a number, a badge or a direction. */
  | { kind: 'ready'; problem: 'short' | 'whichWay' | null }
  | { kind: 'sending' }
  /** `at`: UTC, of the service. `enrolled`: the badge was taken up just before. */
  | { kind: 'registered'; type: Direction; at: string; again: boolean; enrolled: boolean }
  | { kind: 'already'; type: Direction }
  | { kind: 'refused'; code: RefusalCode }
  /** The badge is not known here: its owner may say so once. `type`: what they had pressed. */
  | { kind: 'enrol'; type: Direction; problem: 'numberWrong' | null }
  | { kind: 'checking'; registrationId: string; type: Direction }
  /** `left`: one that had left when the connection went: it may have arrived. Null: nothing was registered. */
  | { kind: 'phone'; left: { registrationId: string; type: Direction } | null }
  | { kind: 'clockOff' }
  | { kind: 'failed'; code: FailureCode };

export const ready: Stage = { kind: 'ready', problem: null };

/** What tells an outcome and goes by itself; the next worker need not wait for its end. */
const outcomes: readonly Stage['kind'][] = ['registered', 'already', 'refused', 'checking', 'failed'];
export const isOutcome = (stage: Stage): boolean => outcomes.includes(stage.kind);

/** How long a confirmation is seen when the next worker has begun, in ms. */
export const shortestConfirmation = 1_200;

/** How long what is begun or told stays without anybody touching it, in ms. Null: as long as it lasts. */
const times: Record<Stage['kind'], number | null> = {
  ready: 20_000,
  sending: null,
  registered: 3_000,
  already: 6_000,
  refused: 12_000,
  enrol: 60_000,
  checking: 10_000,
  phone: 60_000,
  clockOff: 10_000,
  failed: 15_000,
};

/** How long a language stays that somebody chose who then did nothing, in ms: long enough to read the screen. */
const languageStays = 30_000;

/** What was done beside the stage: something in the field, a direction that was chosen, another language than the first. */
export type Begun = { entered: boolean; chosen: boolean; language: boolean };

/** When the screen goes blank, in ms from the last touch. */
export function staysFor(stage: Stage, { entered, chosen, language }: Begun): number | null {
  if (stage.kind === 'ready') {
    if (entered || chosen || stage.problem !== null) return times.ready;
    return language ? languageStays : null;
  }
  return isOutcome(stage) && entered ? shortestConfirmation : times[stage.kind];
}

/** What an answer of main puts on the screen. `type`: what was pressed; `enrolled`: its badge was taken up just before. */
export function stageOf(outcome: PointOutcome, type: Direction, enrolled: boolean): Stage {
  switch (outcome.kind) {
    case 'registered':
      return {
        kind: 'registered',
        type: outcome.type,
        at: outcome.serviceTime,
        again: outcome.again,
        enrolled,
      };
    case 'already':
    case 'refused':
    case 'checking':
      return outcome;
    case 'unknownBadge':
      return { kind: 'enrol', type, problem: null };
    case 'noConnection':
      return {
        kind: 'phone',
        left: outcome.registrationId === null ? null : { registrationId: outcome.registrationId, type },
      };
    case 'clockOff':
      return { kind: 'clockOff' };
  }
}

/** What is heard when a stage begins. */
export function toneOf(stage: Stage): Tone | null {
  if (stage.kind === 'registered') return stage.type;
  if (stage.kind === 'sending') return null;
  if (stage.kind === 'ready')
    return stage.problem === null ? null : stage.problem === 'whichWay' ? 'ask' : 'no';
  if (stage.kind === 'enrol') return stage.problem === null ? 'ask' : 'no';
  return 'no';
}
