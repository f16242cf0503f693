// The state of an item or of a training in it, as an icon and a word.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { OutboxItem } from '../../../preload/contract/outbox.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';

type PlainState = OutboxItem['state'] | CallOutput<'outbox.show'>['results'][number]['state'] | 'decide';
type ShownState = PlainState | 'waiting' | 'approval' | 'held' | 'planned';

const looks: Record<ShownState, { tone: Tone; icon: IconName }> = {
  ready: { tone: 'plain', icon: 'check' },
  waiting: { tone: 'plain', icon: 'hourglass' },
  approval: { tone: 'plain', icon: 'people' },
  held: { tone: 'plain', icon: 'pause' },
  planned: { tone: 'plain', icon: 'calendar' },
  sending: { tone: 'moving', icon: 'moving' },
  accepted: { tone: 'ok', icon: 'check-ring' },
  acceptedWithWarnings: { tone: 'warn', icon: 'warn' },
  refused: { tone: 'bad', icon: 'refused' },
  unknown: { tone: 'warn', icon: 'unknown' },
  decide: { tone: 'warn', icon: 'unknown' },
  superseded: { tone: 'plain', icon: 'history' },
  withdrawn: { tone: 'plain', icon: 'undo' },
  notAnswered: { tone: 'plain', icon: 'planned' },
};

/** A decision and a wait say more than the state they stand in. */
const shownStateOf = (item: OutboxItem): ShownState => {
  if (item.needsDecision) return 'decide';
  if (item.state !== 'ready') return item.state;
  if (item.nextAttemptAt !== null) return 'waiting';
  if (item.waitsForApproval) return 'approval';
  if (item.held) return 'held';
  return item.notBefore === null ? 'ready' : 'planned';
};

/** The state of an item in a word, with the hour where it waits. */
export function useItemStateWords(): (item: OutboxItem) => string {
  const { t } = useTranslation('outbox');
  const plan = useTranslation('outbox-plan');
  const formats = useFormats();
  return (item) => {
    const shown = shownStateOf(item);
    if (shown === 'waiting')
      return t('states.waiting', { time: formats.time(item.nextAttemptAt ?? item.queuedAt) });
    if (shown === 'approval') return plan.t('approval.waits');
    if (shown === 'held') return plan.t('plan.isHeld');
    if (shown === 'planned') return plan.t('plan.from', { day: formats.day(item.notBefore ?? '2025-01-01') });
    return t(`states.${shown}`);
  };
}

export function ItemStateChip({ item }: { item: OutboxItem }) {
  const words = useItemStateWords();
  return <Chip {...looks[shownStateOf(item)]}>{words(item)}</Chip>;
}

export function ResultStateChip({ state }: { state: PlainState }) {
  const { t } = useTranslation('outbox');
  return <Chip {...looks[state]}>{t(`states.${state}`)}</Chip>;
}
