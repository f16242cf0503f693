// Puts words on the clipboard, and says whether that worked.
import { useTranslation } from 'react-i18next';
import { useToast } from '../../../ui/toast.tsx';

export function useCopy(): (text: string) => Promise<void> {
  const { t } = useTranslation('applicants');
  const toast = useToast();
  return async (text) => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    toast(done ? { text: t('desk.copied') } : { text: t('desk.notCopied'), tone: 'warn' });
  };
}
