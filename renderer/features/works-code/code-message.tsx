// The address of the official code, to be copied alone or as a message for workers.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { type Language, languageNames, languages, localeOf } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Note } from '../../ui/note.tsx';
import { useToast } from '../../ui/toast.tsx';

const choices = languages.map((value) => ({ value, label: languageNames[value] }));
const languageOf = (text: string): Language => languages.find((one) => one === text) ?? 'en';

type CodeMessageProps = { name: string; reference: string; url: string | null; endDate: string | null };

/** Only what was read or pasted is handed on: no address is ever made from a number. */
export function CodeMessage({ name, reference, url, endDate }: CodeMessageProps) {
  const { t, i18n } = useTranslation('scan');
  const [language, setLanguage] = useState(languageOf(i18n.language));
  // Workers may speak another language than the office.
  const theirs = useTranslation('scan', { lng: language, useSuspense: false });
  const toast = useToast();
  const copy = async (text: string): Promise<void> => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    toast({ text: t(done ? 'message.copied' : 'message.notCopied') });
  };
  const number = formatWorksReference(reference);
  const day =
    endDate === null
      ? null
      : new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(`${endDate}T00:00:00Z`),
        );
  const message = (): string =>
    [
      url === null
        ? theirs.t('message.byNumber', { name, number })
        : theirs.t('message.byAddress', { name, number, url }),
      ...(day === null ? [] : [theirs.t('message.end', { day })]),
      theirs.t('message.both'),
    ].join('\n');
  return (
    <div className="field">
      <span className="legend">{t('message.title')}</span>
      {url === null && <Note>{t('message.noAddress')}</Note>}
      <SelectField
        name="messageLanguage"
        label={t('message.language')}
        choices={choices}
        value={language}
        onChange={(event) => setLanguage(languageOf(event.target.value))}
      />
      <div className="code-choices">
        {url !== null && (
          <Button small icon="copy" onPress={() => void copy(url)}>
            {t('message.copyAddress')}
          </Button>
        )}
        <Button small icon="copy" busy={!theirs.ready} onPress={() => void copy(message())}>
          {t('message.copyMessage')}
        </Button>
      </div>
    </div>
  );
}
