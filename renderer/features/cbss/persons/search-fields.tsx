// The criteria of a search.
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/choice-fields.tsx';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { SearchTyped } from './search-typed.ts';

type SearchFieldsProps = {
  typed: SearchTyped;
  onType: (change: Partial<SearchTyped>) => void;
  problems: readonly FieldProblem[];
};

export function SearchFields({ typed, onType, problems }: SearchFieldsProps) {
  const { t } = useTranslation('cbss');
  const errorOf = (name: string): string | undefined => problems.find((one) => one.name === name)?.message;
  const genders = ['', '1', '2'] as const;
  return (
    <>
      <div className="cbss-pair">
        <TextField
          name="lastName"
          label={t('persons.lastName')}
          error={errorOf('lastName')}
          maxLength={100}
          value={typed.lastName}
          onChange={(event) => onType({ lastName: event.target.value })}
        />
        <TextField
          name="givenName"
          label={t('persons.givenName')}
          maxLength={100}
          value={typed.givenName}
          onChange={(event) => onType({ givenName: event.target.value })}
        />
      </div>
      <div className="cbss-pair">
        <TextField
          name="birthDate"
          label={t('workbench.values.birthDate')}
          hint={t('search.birthDateHint')}
          error={errorOf('birthDate')}
          short
          number
          maxLength={10}
          value={typed.birthDate}
          onChange={(event) => onType({ birthDate: event.target.value })}
        />
        <TextField
          name="tolerance"
          label={t('search.tolerance')}
          hint={t('search.toleranceHint')}
          error={errorOf('tolerance')}
          short
          number
          inputMode="numeric"
          maxLength={2}
          value={typed.tolerance}
          onChange={(event) => onType({ tolerance: event.target.value })}
        />
      </div>
      <SelectField
        name="genderCode"
        label={t('persons.gender')}
        choices={genders.map((value) => ({
          value,
          label: value === '' ? t('search.anyGender') : t(`persons.genders.${value}`),
        }))}
        value={typed.genderCode}
        onChange={(event) => onType({ genderCode: genders.find((one) => one === event.target.value) ?? '' })}
      />
    </>
  );
}
