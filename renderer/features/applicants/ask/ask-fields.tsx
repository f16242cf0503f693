// The fields of a request: who asks, which data and for how long, the number where it is known, language, own words.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { parseInsz } from '../../../../preload/rules/identifiers/insz.ts';
import { languageNames } from '../../../i18n/languages.ts';
import { CheckboxField, RadioGroup } from '../../../ui/choice-fields.tsx';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import { useFieldId } from '../../../ui/field.tsx';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AllowedLine } from '../../register/allowing/allowed-line.tsx';
import { type AskTyped, linkLanguages } from './ask-typed.ts';

type AskFieldsProps = {
  typed: AskTyped;
  /** The data stand there because they were asked last time. */
  asLast: boolean;
  onType: (change: Partial<AskTyped>) => void;
  problems: FieldProblem[];
  attempt: number;
  readiness: CallOutput<'applicantRequest.readiness'> | undefined;
  employerName: string | undefined;
};

export function AskFields({
  typed,
  asLast,
  onType,
  problems,
  attempt,
  readiness,
  employerName,
}: AskFieldsProps) {
  const { t } = useTranslation('applicants');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (name: string): void => setLeft((known) => new Set([...known, name]));
  const errorOf = (name: string): string | undefined =>
    problems.find((problem) => problem.name === name)?.message;
  const shown = (name: string): string | undefined =>
    attempt > 0 || left.has(name) ? errorOf(name) : undefined;
  const person = left.has('insz') ? parseInsz(typed.insz) : null;
  return (
    <>
      <Asking typed={typed} onType={onType} readiness={readiness} employerName={employerName} />
      <DataWanted typed={typed} asLast={asLast} onType={onType} error={shown('dataSets')} />
      <IdentifierField
        kind="insz"
        name="insz"
        label={t('ask.insz.label')}
        hint={t('ask.insz.hint')}
        error={shown('insz')}
        value={typed.insz}
        onBlur={() => leave('insz')}
        onChange={(event) => onType({ insz: event.target.value })}
      />
      {typed.employerId !== null && person !== null && (
        <AllowedLine purpose="precontractual" employerId={typed.employerId} insz={person} when="approval" />
      )}
      <RadioGroup
        name="language"
        label={t('ask.language.label')}
        hint={t('ask.language.hint')}
        inline
        choices={linkLanguages.map((value) => ({ value, label: languageNames[value] }))}
        value={typed.language}
        onChange={(language) => onType({ language })}
      />
      <TextField
        name="label"
        label={t('ask.label.label')}
        hint={t('ask.label.hint')}
        maxLength={80}
        error={shown('label')}
        value={typed.label}
        onBlur={() => leave('label')}
        onChange={(event) => onType({ label: event.target.value })}
      />
    </>
  );
}

type AskingProps = Pick<AskFieldsProps, 'typed' | 'onType' | 'readiness' | 'employerName'>;

/** A choice only where there is one: an employer with an account of its own asks itself. */
function Asking({ typed, onType, readiness, employerName }: AskingProps) {
  const { t } = useTranslation('applicants');
  if (readiness === undefined || employerName === undefined) return null;
  if (readiness.routeKind !== 'mandatary')
    return (
      <div className="field">
        <span className="legend">{t('ask.as.label')}</span>
        <span>{t('ask.as.employer', { name: employerName })}</span>
      </div>
    );
  const name = readiness.mandataryName ?? readiness.mandataryNumber ?? '';
  return (
    <RadioGroup
      name="as"
      label={t('ask.as.label')}
      choices={[
        { value: 'mandatary', label: t('ask.as.mandatary', { name }), hint: t('ask.as.mandataryHint') },
        { value: 'agency', label: t('ask.as.agency', { name }), hint: t('ask.as.agencyHint') },
      ]}
      value={typed.as}
      onChange={(as) => onType({ as })}
    />
  );
}

type DataWantedProps = Pick<AskFieldsProps, 'typed' | 'asLast' | 'onType'> & { error: string | undefined };

function DataWanted({ typed, asLast, onType, error }: DataWantedProps) {
  const { t } = useTranslation('applicants');
  const id = useFieldId('dataSets');
  const box = (
    dataSet: AskTyped['dataSets'][number],
    { name, words, error }: { name: string; words: 'flexi' | 'student'; error?: string | undefined },
  ) => (
    <CheckboxField
      name={name}
      error={error}
      label={t(`ask.data.${words}`)}
      hint={t(`ask.data.${words}Hint`)}
      checked={typed.dataSets.includes(dataSet)}
      onChange={(event) =>
        onType({
          dataSets: (['flexiJobEligibility', 'studentWorkHours'] as const).filter((one) =>
            one === dataSet ? event.target.checked : typed.dataSets.includes(one),
          ),
        })
      }
    />
  );
  return (
    <fieldset className="field choices" aria-describedby={`${id}-sooner`}>
      <legend className="legend">{t('ask.data.label')}</legend>
      <span className="hint" id={`${id}-sooner`}>
        {t('ask.data.sooner')} {asLast && t('ask.data.asLast')}
      </span>
      {/* The summary leads to the first of the two. */}
      {box('flexiJobEligibility', { name: 'dataSets', words: 'flexi', error })}
      {box('studentWorkHours', { name: 'dataSets.student', words: 'student' })}
    </fieldset>
  );
}
