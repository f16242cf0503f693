// How a worker-year, a comparison and a client stand, as chips.
import { useTranslation } from 'react-i18next';
import type { RescueClient, RescueOutcome, RescueState } from '../../../preload/contract/rescue.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';

type Look = { tone: Tone; icon: IconName };
const states: Record<RescueState, Look> = {
  waiting: { tone: 'plain', icon: 'hourglass' },
  asked: { tone: 'moving', icon: 'moving' },
  found: { tone: 'ok', icon: 'check' },
  empty: { tone: 'plain', icon: 'check-ring' },
  failed: { tone: 'bad', icon: 'refused' },
};
const outcomes: Record<RescueOutcome, Look> = {
  same: { tone: 'ok', icon: 'check' },
  onlyThere: { tone: 'warn', icon: 'download' },
  onlyHere: { tone: 'plain', icon: 'book' },
  differs: { tone: 'warn', icon: 'warn' },
};

export const outcomeIds: readonly RescueOutcome[] = ['same', 'onlyThere', 'onlyHere', 'differs'];

export function StateChip({ state }: { state: RescueState }) {
  const { t } = useTranslation('rescue');
  return <Chip {...states[state]}>{t(`states.${state}`)}</Chip>;
}

export function OutcomeChip({ outcome, count }: { outcome: RescueOutcome; count?: number }) {
  const { t } = useTranslation('rescue');
  return (
    <Chip {...outcomes[outcome]}>
      {count === undefined ? '' : `${count} `}
      {t(`outcomes.${outcome}`)}
    </Chip>
  );
}

export type Standing = 'none' | 'partly' | 'failed' | 'complete';
const standings: Record<Standing, Look> = {
  none: { tone: 'plain', icon: 'draft' },
  partly: { tone: 'warn', icon: 'hourglass' },
  failed: { tone: 'bad', icon: 'refused' },
  complete: { tone: 'ok', icon: 'check-ring' },
};

/** Complete: the service gave its list of workers, and each worker-year was answered. */
export function standingOf({ begun, counts, failure, listedAt }: RescueClient): Standing {
  if (!begun) return 'none';
  if (failure !== null || counts.failed > 0) return 'failed';
  return listedAt === null || counts.waiting + counts.asked > 0 ? 'partly' : 'complete';
}

export function StandingChip({ client }: { client: RescueClient }) {
  const { t } = useTranslation('rescue');
  const standing = standingOf(client);
  return <Chip {...standings[standing]}>{t(`standing.${standing}`)}</Chip>;
}
