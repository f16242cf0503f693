// How a worker-year, a comparison and a client stand, as chips.
import { useTranslation } from 'react-i18next';
import type { RescueOutcome, RescueStanding, RescueState } from '../../../preload/contract/rescue-values.ts';
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

const standings: Record<RescueStanding, Look> = {
  none: { tone: 'plain', icon: 'draft' },
  partly: { tone: 'warn', icon: 'hourglass' },
  failed: { tone: 'bad', icon: 'refused' },
  givenUp: { tone: 'warn', icon: 'warn' },
  complete: { tone: 'ok', icon: 'check-ring' },
};

export function StandingChip({ standing }: { standing: RescueStanding }) {
  const { t } = useTranslation('rescue');
  return <Chip {...standings[standing]}>{t(`standing.${standing}`)}</Chip>;
}
