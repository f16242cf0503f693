// The line under an item that needs somebody: what happened, and what to do about it.
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../preload/contract/outbox.ts';
import { useFailureSentence } from '../../ui/failure.tsx';

type Why = { reason: string; remedy: string };

/** Null where nobody has to do anything. */
export function useItemWhy(): (item: OutboxItem) => Why | null {
  const { t } = useTranslation('outbox');
  const sentence = useFailureSentence();
  return (item) => {
    if (item.needsDecision) return { reason: t('decide.title'), remedy: t('why.decideRemedy') };
    if (item.state === 'unknown') return { reason: t('unknown.title'), remedy: t('why.unknownRemedy') };
    if (item.state === 'refused') return { reason: t('why.refused'), remedy: t('why.refusedRemedy') };
    if (item.state !== 'ready') return null;
    if (item.nextAttemptAt !== null) return { reason: t('why.waiting'), remedy: t('why.waitingRemedy') };
    return item.failure === null ? null : { reason: '', remedy: sentence(item.failure) };
  };
}

export function ItemWhy({ reason, remedy }: Why) {
  return (
    <>
      {reason !== '' && <strong>{reason.replace(/[.?!]$/, '')}.</strong>} {remedy}
    </>
  );
}
