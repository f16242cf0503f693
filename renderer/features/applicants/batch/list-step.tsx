// Where the list comes from: a file, pasted text, or only a number of cards.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostInBatch } from '../../../../preload/contract/applicant-batches.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { useErrorOf } from '../../../ui/field.tsx';
import { ListFileField } from '../../../ui/list-file.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { linkLanguages } from '../ask/ask-typed.ts';
import type { Batch } from './use-batch.ts';

const sources = ['selection', 'text', 'count'] as const;

export function ListStep({ batch: { typed, type } }: { batch: Batch }) {
  const { t } = useTranslation('applicant-batch');
  const errorOf = useErrorOf();
  return (
    <>
      <h1>{t('list.question')}</h1>
      <p className="lead">{t('list.lead', { most: mostInBatch })}</p>
      <RadioGroup
        name="from"
        label={t('list.from')}
        choices={sources.map((value) => ({ value, label: t(`list.${value}`), hint: t(`list.${value}Hint`) }))}
        value={typed.from}
        onChange={(from) => type({ from })}
      />
      {typed.from === 'selection' && (
        <>
          <ListFileField
            purpose="applicants"
            file={typed.file}
            onFile={(file) => type({ file })}
            help={t('list.fileHelp')}
            error={errorOf('list')}
          />
          <EmptyList />
        </>
      )}
      {typed.from === 'text' && (
        <TextField
          name="text"
          label={t('list.paste')}
          lines={8}
          value={typed.text}
          onChange={({ target }) => type({ text: target.value })}
          error={errorOf('text')}
        />
      )}
      {typed.from === 'count' && (
        <TextField
          name="count"
          label={t('list.number')}
          inputMode="numeric"
          maxLength={3}
          short
          value={typed.count}
          onChange={({ target }) => type({ count: target.value })}
          error={errorOf('count')}
        />
      )}
      <RadioGroup
        name="language"
        label={t('list.language')}
        hint={t('list.languageHint')}
        inline
        choices={linkLanguages.map((value) => ({ value, label: languageNames[value] }))}
        value={typed.language}
        onChange={(language) => type({ language })}
      />
    </>
  );
}

function EmptyList() {
  const { t } = useTranslation('applicant-batch');
  const { language } = useAppState();
  const save = useAct('applicantBatch.saveTemplate');
  const [name, setName] = useState('');
  const press = async (): Promise<void> => {
    const saved = await save.run({ language });
    setName(saved.ok ? saved.value.name : '');
  };
  return (
    <>
      <div className="row-of">
        <Button small icon="download" busy={save.busy} onPress={() => void press()}>
          {t('list.template')}
        </Button>
        <span role="status" className="quiet-text">
          {name !== '' && t('list.saved', { name })}
        </span>
      </div>
      <FailureNote failure={save.failure} />
    </>
  );
}
