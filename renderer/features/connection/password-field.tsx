// A password that may be pasted and shown. It lives in the page only until the file is opened.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/text-field.tsx';

type PasswordFieldProps = {
  value: string;
  onChange: (value: string) => void;
  fileName: string;
  error?: string | undefined;
};

export function PasswordField({ value, onChange, fileName, error }: PasswordFieldProps) {
  const { t } = useTranslation('connection');
  const [shown, setShown] = useState(false);
  return (
    <div className="form">
      <TextField
        name="password"
        asQuestion
        label={t('import.passwordQuestion')}
        hint={t('import.passwordHint', { name: fileName })}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        maxLength={1_000}
        value={value}
        error={error}
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
