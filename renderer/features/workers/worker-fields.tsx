// The fields of a worker, for adding and for changing one.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../i18n/languages.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readableDay, type WorkerTyped } from './worker-form.ts';

type WorkerFieldsProps = {
  typed: WorkerTyped;
  onType: (change: Partial<WorkerTyped>) => void;
  problems: FieldProblem[];
  attempt: number;
  /** A known worker keeps the number: a new one is a replacement, not a correction. */
  numberFixed?: boolean;
};

export function WorkerFields({ typed, onType, problems, attempt, numberFixed = false }: WorkerFieldsProps) {
  const { t } = useTranslation('workers');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (name: string) => setLeft(new Set([...left, name]));
  const shown = (name: string) => {
    const message = problems.find((problem) => problem.name === name)?.message;
    const error = attempt > 0 || left.has(name) ? message : undefined;
    return { name, ...(error === undefined ? {} : { error }) };
  };
  const wiring = (name: string) => ({ ...shown(name), onBlur: () => leave(name) });
  return (
    <>
      {!numberFixed && (
        <IdentifierField
          {...wiring('insz')}
          kind="insz"
          value={typed.insz}
          onChange={(event) => onType({ insz: event.target.value })}
        />
      )}
      <TextField
        {...wiring('familyName')}
        label={t('fields.familyName')}
        value={typed.familyName}
        maxLength={120}
        onChange={(event) => onType({ familyName: event.target.value })}
      />
      <TextField
        {...wiring('givenName')}
        label={t('fields.givenName')}
        value={typed.givenName}
        maxLength={120}
        onChange={(event) => onType({ givenName: event.target.value })}
      />
      <DateField
        {...shown('startDate')}
        label={t('fields.start')}
        value={readableDay(typed.startDate)}
        onChange={(day, startDate) => {
          leave('startDate');
          onType({ startDate: day ?? startDate });
        }}
      />
      <DateField
        {...shown('endDate')}
        label={t('fields.end')}
        hint={t('fields.endHint')}
        value={readableDay(typed.endDate)}
        onChange={(day, endDate) => {
          leave('endDate');
          onType({ endDate: day ?? endDate });
        }}
      />
      <TextField
        {...wiring('employmentHundredths')}
        label={t('fields.part')}
        hint={t('fields.partHint')}
        short
        inputMode="numeric"
        value={typed.part}
        onChange={(event) => onType({ part: event.target.value })}
      />
      <SelectField
        name="language"
        label={t('fields.language')}
        choices={[
          { value: '', label: t('fields.asEmployer') },
          ...languages.map((value) => ({ value, label: languageNames[value] })),
        ]}
        value={typed.language ?? ''}
        onChange={(event) => {
          const chosen = languages.find((language) => language === event.target.value);
          onType({ language: chosen ?? null });
        }}
      />
    </>
  );
}
