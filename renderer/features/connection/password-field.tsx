// A password that may be pasted and shown. It lives in the page until the certificate is kept, and in no draft.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';

type PasswordFieldProps = {
  value: string;
  onChange: (value: string) => void;
  fileName: string;
  /** Two files become one here, under a password of ours. */
  replaced: boolean;
};

export function PasswordField({ value, onChange, fileName, replaced }: PasswordFieldProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation('connection');
  const [shown, setShown] = useState(false);
  return (
    <div className="form">
      <TextField
        name="password"
        asQuestion
        label={t('import.passwordQuestion')}
        hint={t('import.passwordHint', { name: fileName, password: replaced ? 'replaced' : 'kept' })}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        maxLength={1_000}
        value={value}
        error={errorOf('password')}
        onChange={(event) => onChange(event.target.value)}
      />
      <CheckboxField
        name="showPassword"
        label={t('import.show')}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
    </div>
  );
}
