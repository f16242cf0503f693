// An event in words: what happened, by whom, and how it ended.
import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../../../preload/contract/history.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { isKnownKind } from './kinds.ts';

type Outcome = HistoryEvent['result'];

const looks: Record<Outcome, { tone: Tone; icon: IconName }> = {
  done: { tone: 'plain', icon: 'check' },
  accepted: { tone: 'ok', icon: 'check-ring' },
  acceptedWithWarnings: { tone: 'warn', icon: 'warn' },
  refused: { tone: 'bad', icon: 'refused' },
  failed: { tone: 'bad', icon: 'refused' },
  unknown: { tone: 'warn', icon: 'unknown' },
};

export function useEventWords() {
  const { t } = useTranslation('history');
  return {
    kind: (kind: string): string => (isKnownKind(kind) ? t(`kinds.${kind}`) : kind),
    actor: ({ kind, name, osAccount }: HistoryEvent['actor']): string => {
      if (kind === 'app') return t('actors.app');
      const person = name === '' ? osAccount : name;
      return kind === 'commandLine' ? t('actors.commandLine', { name: person }) : person;
    },
    result: (result: Outcome): string => t(`results.${result}`),
    summary: (event: HistoryEvent): string => (event.erased ? t('erased') : event.summary),
  };
}

export function ResultChip({ result }: { result: Outcome }) {
  const words = useEventWords();
  return <Chip {...looks[result]}>{words.result(result)}</Chip>;
}
