// What a person should know apart from the steps.
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../../preload/rules/guide/road-notes.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { Say } from './guide-words.ts';

export function GuideNotes({ notes, say }: { notes: readonly NoteId[]; say: Say }) {
  const { t } = useTranslation('guide');
  if (notes.length === 0) return null;
  return (
    <Sheet title={t('ask.goodToKnow')}>
      <ul className="guide-notes">
        {notes.map((note) => (
          <li key={note}>{say(`notes.${note}`)}</li>
        ))}
      </ul>
    </Sheet>
  );
}
