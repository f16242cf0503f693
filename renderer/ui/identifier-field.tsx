// Numbers of the field (INSZ, enterprise, NSSO): typed with spaces, dots, dashes or BE; what was typed stays as typed.
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './text-field.tsx';

type IdentifierKind = 'insz' | 'enterpriseNumber' | 'nssoNumber';

type IdentifierFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'lines' | 'number' | 'label'> & {
  kind: IdentifierKind;
  label?: string;
};

export function IdentifierField({ kind, label, hint, ...rest }: IdentifierFieldProps) {
  const { t } = useTranslation('shell');
  return (
    <TextField
      {...rest}
      label={label ?? t(`identifiers.${kind}.label`)}
      hint={hint ?? t(`identifiers.${kind}.hint`)}
      inputMode="text"
      maxLength={32}
      short
      number
    />
  );
}
