// The state of a session as an icon and a word; a session that was taken in part says so.
import { useTranslation } from 'react-i18next';
import type { SessionSummary } from '../../../preload/contract/training-provider.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';

type Shown = SessionSummary['state'] | 'correction' | 'partlyRefused';

const looks: Record<Shown, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'plain', icon: 'draft' },
  correction: { tone: 'plain', icon: 'draft' },
  sending: { tone: 'moving', icon: 'moving' },
  unknown: { tone: 'warn', icon: 'unknown' },
  accepted: { tone: 'ok', icon: 'check-ring' },
  acceptedWithWarnings: { tone: 'warn', icon: 'warn' },
  refused: { tone: 'bad', icon: 'refused' },
  partlyRefused: { tone: 'bad', icon: 'refused' },
  withdrawn: { tone: 'plain', icon: 'undo' },
};

type Known = Pick<SessionSummary, 'state' | 'corrects' | 'refused' | 'participants'>;

const shownOf = ({ state, corrects, refused, participants }: Known): Shown => {
  if (state === 'draft' && corrects) return 'correction';
  return state === 'refused' && refused > 0 && refused < participants ? 'partlyRefused' : state;
};

export function useSessionStateWords(): (session: Known) => string {
  const { t } = useTranslation('training-provider');
  return (session) => t(`states.${shownOf(session)}`);
}

export function SessionStateChip({ session }: { session: Known }) {
  const words = useSessionStateWords();
  return <Chip {...looks[shownOf(session)]}>{words(session)}</Chip>;
}
