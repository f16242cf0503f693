// Fields of a person, for a new number and for a correction.
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../ui/choice-fields.tsx';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { PersonText, PersonTyped } from './person-typed.ts';

type PersonFieldsProps = {
  typed: PersonTyped;
  onType: (change: Partial<PersonTyped>) => void;
  problems: readonly FieldProblem[];
  /** Nothing need be said of the sex: it stays as it is. */
  optional: boolean;
  withAddress: boolean;
};

const genders = ['', '1', '2', '0'] as const;

export function PersonFields({ typed, onType, problems, optional, withAddress }: PersonFieldsProps) {
  const { t } = useTranslation('cbss');
  const errorOf = (name: string): string | undefined => problems.find((one) => one.name === name)?.message;
  const text = (name: PersonText, label: string, most: number, hint?: string, short = false) => (
    <TextField
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      error={errorOf(name)}
      short={short}
      maxLength={most}
      value={typed[name]}
      onChange={(event) => onType({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <div className="cbss-pair">
        {text('lastName', t('persons.lastName'), 100)}
        {text('givenName', t('persons.givenName'), 100, t('fields.givenNameHint'))}
      </div>
      <div className="cbss-pair">
        {text('birthDate', t('workbench.values.birthDate'), 10, t('search.birthDateHint'), true)}
        {text('birthPlace', t('fields.birthPlace'), 64)}
      </div>
      <div className="cbss-pair">
        <SelectField
          name="genderCode"
          label={t('persons.gender')}
          error={errorOf('genderCode')}
          choices={genders.map((value) => ({
            value,
            label: value === '' ? (optional ? t('search.anyGender') : '–') : t(`persons.genders.${value}`),
          }))}
          value={typed.genderCode}
          onChange={(event) =>
            onType({ genderCode: genders.find((one) => one === event.target.value) ?? '' })
          }
        />
        {text('nationality', t('fields.nationality'), 2, t('fields.nationalityHint'), true)}
      </div>
      {withAddress && (
        <>
          <div className="cbss-pair">
            {text('street', t('fields.street'), 128)}
            {text('houseNumber', t('fields.houseNumber'), 16, undefined, true)}
          </div>
          <div className="cbss-pair">
            {text('postalCode', t('fields.postalCode'), 16, undefined, true)}
            {text('city', t('fields.city'), 64)}
          </div>
          {typed.basis === 'abroad' &&
            text('countryCode', t('fields.countryCode'), 2, t('fields.countryCodeHint'), true)}
        </>
      )}
      {text('justification', t('fields.justification'), 256, t('fields.justificationHint'))}
    </>
  );
}
