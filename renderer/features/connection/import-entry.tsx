// Which key of a file with several: by the name it has there and whom its certificate names.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import type { ImportDraft } from './import-draft.ts';

export type Entries = Extract<CallOutput<'certificate.inspect'>, { kind: 'chooseEntry' }>['entries'];

type ImportEntryProps = {
  entries: Entries;
  draft: ImportDraft;
  put: (change: Partial<ImportDraft>) => void;
};

export function ImportEntry({ entries, draft, put }: ImportEntryProps) {
  const { t } = useTranslation('connection');
  const errorOf = useErrorOf();
  return (
    <RadioGroup
      name="entry"
      asQuestion
      label={t('import.entryQuestion')}
      hint={t('import.entryHint', { count: entries.length })}
      error={errorOf('entry')}
      choices={entries.map((one) => ({
        value: String(one.entry),
        label: one.name || one.subject,
        hint: one.subject,
      }))}
      value={draft.entry === null ? null : String(draft.entry)}
      onChange={(entry) => put({ entry: Number(entry) })}
    />
  );
}
