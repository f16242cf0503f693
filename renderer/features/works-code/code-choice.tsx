// Where more than one site, or nearly one, was read: the person says which, nothing is taken silently.
import { useTranslation } from 'react-i18next';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { choicesOf, type FoundRead, type Read } from './code-choices.ts';

type CodeChoiceProps = { reads: readonly Read[]; onTake: (read: FoundRead) => void };

/** Nothing where there is nothing to choose. */
export function CodeChoice({ reads, onTake }: CodeChoiceProps) {
  const { t } = useTranslation('scan');
  const choices = choicesOf(reads);
  const nearly = reads.find((read) => read.kind === 'wrongLetters');
  if (choices.length === 0 && nearly?.kind === 'wrongLetters') {
    const meant: FoundRead = { kind: 'found', reference: nearly.suggestion, url: null };
    return (
      <Note tone="warn" announce>
        <p>{t('compare')}</p>
        <Button small onPress={() => onTake(meant)}>
          {t('takeSuggestion', { reference: formatWorksReference(meant.reference) })}
        </Button>
      </Note>
    );
  }
  if (choices.length < 2) return null;
  return (
    <Note tone="warn" announce>
      <p>{t('which')}</p>
      <div className="code-choices">
        {choices.map((choice) => (
          <Button key={`${choice.reference} ${choice.url}`} small onPress={() => onTake(choice)}>
            {formatWorksReference(choice.reference)}
            {choice.url !== null && ` (${new URL(choice.url).host})`}
          </Button>
        ))}
      </div>
    </Note>
  );
}
