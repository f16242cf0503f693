// The address of the official code, to be copied alone or as a message for workers.
import { useTranslation } from 'react-i18next';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { useToast } from '../../ui/toast.tsx';

type CodeMessageProps = { name: string; reference: string; url: string | null; endDate: string | null };

/** Only what was read or pasted is handed on: no address is ever made from a number. */
export function CodeMessage({ name, reference, url, endDate }: CodeMessageProps) {
  const { t } = useTranslation('scan');
  const formats = useFormats();
  const toast = useToast();
  const copy = async (text: string): Promise<void> => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    toast({ text: t(done ? 'message.copied' : 'message.notCopied') });
  };
  const number = formatWorksReference(reference);
  const end = endDate === null ? '' : t('message.end', { day: formats.day(endDate) });
  const text = [
    url === null ? t('message.byNumber', { name, number }) : t('message.byAddress', { name, number, url }),
    end,
    t('message.both'),
  ];
  return (
    <div className="field">
      <span className="legend">{t('message.title')}</span>
      {url === null && <Note>{t('message.noAddress')}</Note>}
      <div className="code-choices">
        {url !== null && (
          <Button small icon="copy" onPress={() => void copy(url)}>
            {t('message.copyAddress')}
          </Button>
        )}
        <Button small icon="copy" onPress={() => void copy(text.filter(Boolean).join('\n'))}>
          {t('message.copyMessage')}
        </Button>
      </div>
    </div>
  );
}
