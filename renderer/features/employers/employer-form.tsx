// The form of an employer, for adding and for changing. What was typed stays, also when it is refused.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract/result.ts';
import { checkEmployer } from '../../../preload/rules/employers/check-employer.ts';
import { languageNames, languages } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { DurationField } from '../../ui/duration-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCheckedForm } from '../workers/checked-form.ts';
import { draftOf, type TypedEmployer } from './employer-draft.ts';

const sizes = ['under10', 'from10to19', 'from20', 'unknown'] as const;

type EmployerFormProps = {
  initial: TypedEmployer;
  /** The number of a known employer is not changed: it would be another employer. */
  numberFixed?: boolean;
  act: string;
  back: string;
  busy: boolean;
  failure: Failure | null;
  onSave: (typed: TypedEmployer) => void;
};

export function EmployerForm({ initial, numberFixed, act, back, busy, failure, onSave }: EmployerFormProps) {
  const { t } = useTranslation('employers');
  const [typed, setTyped] = useState(initial);
  const form = useCheckedForm(checkEmployer(draftOf(typed)));
  const put = (change: Partial<TypedEmployer>): void => setTyped((before) => ({ ...before, ...change }));
  const text = (name: 'enterpriseNumber' | 'name' | 'nssoNumber' | 'sector') => ({
    name,
    value: typed[name],
    error: form.errorOf(name === 'sector' ? 'sectorDaysHundredths' : name),
    onChange: (event: { target: { value: string } }) => put({ [name]: event.target.value }),
    onBlur: () => form.leave(name === 'sector' ? 'sectorDaysHundredths' : name),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (form.mayGoOn() && !busy) onSave(typed);
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      {numberFixed !== true && <IdentifierField kind="enterpriseNumber" {...text('enterpriseNumber')} />}
      <TextField label={t('form.name')} hint={t('form.nameHint')} maxLength={200} {...text('name')} />
      <IdentifierField kind="nssoNumber" label={t('form.nssoNumber')} {...text('nssoNumber')} />
      <SelectField
        name="language"
        label={t('form.language')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={typed.language}
        onChange={(event) => put({ language: event.target.value as TypedEmployer['language'] })}
      />
      <RadioGroup
        name="sizeBracket"
        label={t('form.sizeBracket')}
        hint={t('form.sizeHint')}
        choices={sizes.map((value) => ({ value, label: t(`size.${value}`) }))}
        value={typed.sizeBracket}
        onChange={(sizeBracket) => put({ sizeBracket })}
      />
      <DurationField
        name="fullTimeWeeklyMinutes"
        label={t('form.week')}
        hint={t('form.weekHint')}
        value={typed.week}
        error={form.errorOf('fullTimeWeeklyMinutes')}
        onChange={(week) => {
          put({ week });
          form.leave('fullTimeWeeklyMinutes');
        }}
      />
      <TextField
        label={t('form.sector')}
        hint={t('form.sectorHint')}
        short
        number
        maxLength={8}
        inputMode="decimal"
        {...text('sector')}
        name="sectorDaysHundredths"
      />
      <FailureNote failure={failure} />
      <div className="wizard-acts">
        <LinkButton to={back}>{t('form.cancel')}</LinkButton>
        <Button primary type="submit" busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}
