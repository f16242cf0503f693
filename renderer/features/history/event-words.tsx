// An event in words: what happened, by whom, and how it ended.
import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../../../preload/contract/history.ts';
import { useFormats } from '../../i18n/formats.ts';
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
  const formats = useFormats();
  return {
    kind: (kind: string): string => (isKnownKind(kind) ? t(`kinds.${kind}`) : kind),
    actor: ({ kind, name, osAccount }: HistoryEvent['actor']): string => {
      if (kind === 'app') return t('actors.app');
      const person = name === '' ? osAccount : name;
      return kind === 'commandLine' ? t('actors.commandLine', { name: person }) : person;
    },
    result: (result: Outcome): string => t(`results.${result}`),
    // Kept as digits, so that they are found whichever way they are looked for.
    summary: (event: HistoryEvent): string =>
      event.erased ? t('erased') : event.summary.replace(/\b[01]\d{9}\b/g, formats.enterpriseNumber),
  };
}

export function ResultChip({ result }: { result: Outcome }) {
  const words = useEventWords();
  return <Chip {...looks[result]}>{words.result(result)}</Chip>;
}
