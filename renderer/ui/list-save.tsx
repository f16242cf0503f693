// Saves a list as a file in one of some forms, and says under which name it stands.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../preload/contract/result.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure.tsx';
import { OpenSaved } from './open-saved.tsx';

type ListSaveProps<F> = {
  forms: readonly { form: F; label: string }[];
  onSave: (form: F) => Promise<Result<{ name: string }>>;
};

export function ListSave<F>({ forms, onSave }: ListSaveProps<F>) {
  const { t } = useTranslation('lists');
  const [busy, setBusy] = useState(false);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (form: F): Promise<void> => {
    setBusy(true);
    const result = await onSave(form);
    setBusy(false);
    setName(result.ok ? result.value.name : '');
    // Leaving the dialog without a choice is no failure.
    setFailure(result.ok || result.failure.code === 'fileNotChosen' ? null : result.failure);
  };
  return (
    <>
      <div className="row-of">
        {forms.map(({ form, label }) => (
          <Button key={label} small icon="download" busy={busy} onPress={() => void save(form)}>
            {label}
          </Button>
        ))}
        <span role="status" className="quiet-text">
          {name !== '' && t('source.saved', { name })}
        </span>
        {name !== '' && <OpenSaved name={name} />}
      </div>
      <FailureNote failure={failure} />
    </>
  );
}
