// Optional data of the person: compared with the authentic source, each only where it is given, and never kept by that.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { useErrorOf } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { ChangeTyped } from './change-typed.ts';

type IdentityFieldsProps = {
  act: 'insert' | 'delete';
  typed: ChangeTyped;
  onType: (change: Partial<ChangeTyped>) => void;
};

export function IdentityFields({ act, typed, onType }: IdentityFieldsProps) {
  const { t } = useTranslation('register');
  const errorOf = useErrorOf();
  const [open, setOpen] = useState(false);
  const wrong = ['lastName', 'givenName', 'birthDate', 'genderCode'].some(
    (name) => errorOf(name) !== undefined,
  );
  // Whom nobody knew yet is made with a name: this is where it is given.
  const unknown = act === 'insert' && errorOf('insz')?.includes('MSG00005') === true;
  return (
    <details
      className="identity-fields"
      open={open || wrong || unknown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('change.identity')}</summary>
      <div className="form">
        <p className="quiet-text">{t(`${act}.identityWhat`)}</p>
        <TextField
          name="lastName"
          label={t('identity.fields.lastName')}
          value={typed.lastName}
          maxLength={120}
          error={errorOf('lastName')}
          onChange={({ target }) => onType({ lastName: target.value })}
        />
        <TextField
          name="givenName"
          label={t('identity.fields.firstGivenName')}
          value={typed.givenName}
          maxLength={120}
          error={errorOf('givenName')}
          onChange={({ target }) => onType({ givenName: target.value })}
        />
        <TextField
          name="birthDate"
          label={t('identity.fields.birthDate')}
          hint={t('change.birthDateHint')}
          value={typed.birthDate}
          short
          maxLength={20}
          error={errorOf('birthDate')}
          onChange={({ target }) => onType({ birthDate: target.value })}
        />
        <SelectField
          name="genderCode"
          label={t('identity.fields.gender')}
          choices={[
            { value: '0', label: t('change.notCompared') },
            { value: '2', label: t('identity.genders.female') },
            { value: '1', label: t('identity.genders.male') },
          ]}
          value={typed.gender}
          error={errorOf('genderCode')}
          onChange={({ target: { value } }) =>
            onType({ gender: value === '1' || value === '2' ? value : '0' })
          }
        />
      </div>
    </details>
  );
}
