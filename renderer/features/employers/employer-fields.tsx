// The fields of an employer, for adding and for changing one.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../i18n/languages.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EmployerTyped } from './employer-form.ts';

type EmployerFieldsProps = {
  typed: EmployerTyped;
  onType: (change: Partial<EmployerTyped>) => void;
  problems: FieldProblem[];
  /** All problems are shown after the form was sent; before, those of the fields that were left. */
  attempt: number;
  /** A known employer keeps its number. */
  numberFixed?: boolean;
};

const brackets = ['unknown', 'under10', 'from10to19', 'from20'] as const;

export function EmployerFields({
  typed,
  onType,
  problems,
  attempt,
  numberFixed = false,
}: EmployerFieldsProps) {
  const { t } = useTranslation('employers');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wiring = (name: string) => {
    const message = problems.find((problem) => problem.name === name)?.message;
    const error = attempt > 0 || left.has(name) ? message : undefined;
    return {
      name,
      onBlur: () => setLeft(new Set([...left, name])),
      ...(error === undefined ? {} : { error }),
    };
  };
  return (
    <>
      {!numberFixed && (
        <IdentifierField
          {...wiring('enterpriseNumber')}
          kind="enterpriseNumber"
          value={typed.enterpriseNumber}
          onChange={(event) => onType({ enterpriseNumber: event.target.value })}
        />
      )}
      <TextField
        {...wiring('name')}
        label={t('fields.name')}
        value={typed.name}
        maxLength={200}
        onChange={(event) => onType({ name: event.target.value })}
      />
      <SelectField
        name="sizeBracket"
        label={t('fields.size')}
        hint={t('fields.sizeHint')}
        choices={brackets.map((value) => ({ value, label: t(`size.${value}`) }))}
        value={typed.sizeBracket}
        onChange={(event) => onType({ sizeBracket: event.target.value as EmployerTyped['sizeBracket'] })}
      />
      <TextField
        {...wiring('fullTimeWeeklyMinutes')}
        label={t('fields.week')}
        hint={t('fields.weekHint')}
        short
        value={typed.week}
        onChange={(event) => onType({ week: event.target.value })}
      />
      <TextField
        {...wiring('sectorDaysHundredths')}
        label={t('fields.sector')}
        hint={t('fields.sectorHint')}
        short
        inputMode="decimal"
        value={typed.sectorDays}
        onChange={(event) => onType({ sectorDays: event.target.value })}
      />
      <IdentifierField
        {...wiring('nssoNumber')}
        kind="nssoNumber"
        label={t('fields.nsso')}
        value={typed.nssoNumber}
        onChange={(event) => onType({ nssoNumber: event.target.value })}
      />
      <SelectField
        name="language"
        label={t('fields.language')}
        hint={t('fields.languageHint')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={typed.language}
        onChange={(event) => onType({ language: event.target.value as EmployerTyped['language'] })}
      />
    </>
  );
}
