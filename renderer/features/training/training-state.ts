// How a training stands, in one word with its tone: drafts also say what the rules found.
import type { Training } from '../../../preload/contract/training.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { blockingOf } from './finding-words.ts';

export type TrainingStanding = {
  word:
    | 'draft'
    | 'checked'
    | 'planned'
    | 'toFix'
    | 'remarks'
    | 'ready'
    | 'sending'
    | 'accepted'
    | 'refused'
    | 'unknown'
    | 'superseded'
    | 'withdrawn';
  tone: Tone;
  icon: IconName;
  count: number;
};

const stand = (word: TrainingStanding['word'], tone: Tone, icon: IconName, count = 0): TrainingStanding => ({
  word,
  tone,
  icon,
  count,
});

/** A field that is still empty makes a draft unfinished, not wrong. */
const onlyUnfinished = ({ findings }: Training): boolean =>
  findings.filter((one) => one.severity === 'blocking').every((one) => one.rule.endsWith('-MISSING'));

export function standingOf(training: Training): TrainingStanding {
  const { state, findings, fields, anomalies } = training;
  const warnings = findings.filter((one) => one.severity === 'warning').length;
  switch (state) {
    case 'draft':
      if (blockingOf(findings) !== undefined)
        return onlyUnfinished(training) ? stand('draft', 'plain', 'draft') : stand('toFix', 'bad', 'refused');
      if (warnings > 0) return stand('remarks', 'warn', 'warn', warnings);
      return fields.status === 'reserved'
        ? stand('planned', 'plain', 'planned')
        : stand('checked', 'ok', 'check');
    case 'ready':
      return stand('ready', 'plain', 'tray');
    case 'sending':
      return stand('sending', 'moving', 'moving');
    case 'accepted':
      return stand('accepted', 'ok', 'check-ring');
    case 'acceptedWithWarnings':
      return stand('remarks', 'warn', 'warn', Math.max(1, anomalies.length));
    case 'refused':
      return stand('refused', 'bad', 'refused');
    case 'unknown':
      return stand('unknown', 'warn', 'unknown');
    case 'superseded':
      return stand('superseded', 'plain', 'history');
    case 'withdrawn':
      return stand('withdrawn', 'plain', 'undo');
  }
}

/** What cannot be edited now: it is on its way, or no longer ours to change. */
export const isLocked = ({ state }: Training): boolean =>
  state === 'sending' || state === 'unknown' || state === 'superseded' || state === 'withdrawn';

/** What may be submitted: the rules then judge it. */
export const maySubmit = ({ state }: Training): boolean => state === 'draft' || state === 'refused';
