// For which employer, in which capacity, and what is wanted of each applicant. What must be in order first stands below.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { CheckboxField, RadioGroup } from '../../../ui/choice-fields.tsx';
import { useErrorOf, useFieldId } from '../../../ui/field.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { EmployerField } from '../../workers/employer-field.tsx';
import type { Batch } from './use-batch.ts';

/** Null while it is not known, or no employer was chosen. */
export function useReadiness(employerId: string | null) {
  return (
    useCall('applicantRequest.readiness', { employerId: employerId ?? '' }, { enabled: employerId !== null })
      .data ?? null
  );
}

export function WhatStep({ batch }: { batch: Batch }) {
  const { t } = useTranslation(['applicant-batch', 'applicants']);
  const { typed, type } = batch;
  const errorOf = useErrorOf();
  const ready = useReadiness(typed.employerId);
  const lacks = ready?.way === 'rest' && ready.steps.some(({ state }) => state === 'missing');
  return (
    <>
      <h1>{t('what.question')}</h1>
      <p className="lead">{t('what.lead')}</p>
      <EmployerField
        label={t('what.employer')}
        value={typed.employerId}
        onChange={(employerId) => type({ employerId })}
        error={errorOf('employerId')}
      />
      {ready?.routeKind === 'mandatary' && (
        <RadioGroup
          name="as"
          label={t('what.as')}
          choices={[
            { value: 'mandatary', label: t('what.mandatary') },
            { value: 'agency', label: t('what.agency') },
          ]}
          value={typed.as}
          onChange={(as) => type({ as })}
        />
      )}
      <DataWanted batch={batch} />
      {(ready?.way === 'online' || lacks) && (
        <Note tone="warn">
          <p>{t(ready?.way === 'online' ? 'what.online' : 'what.notReady')}</p>
          <p>
            <LinkButton to="/applicants/new" small>
              {t('what.toSteps')}
            </LinkButton>
          </p>
        </Note>
      )}
    </>
  );
}

function DataWanted({ batch: { typed, asLast, type } }: { batch: Batch }) {
  const { t } = useTranslation(['applicant-batch', 'applicants']);
  const errorOf = useErrorOf();
  const id = useFieldId('wanted');
  const box = (dataSet: 'flexiJobEligibility' | 'studentWorkHours', name: string, hint: string) => (
    <CheckboxField
      name={name}
      label={t(`what.${dataSet}`)}
      hint={hint}
      checked={typed.dataSets.includes(dataSet)}
      error={name === 'dataSets' ? errorOf('dataSets') : undefined}
      onChange={({ target }) =>
        type({
          dataSets: (['flexiJobEligibility', 'studentWorkHours'] as const).filter((one) =>
            one === dataSet ? target.checked : typed.dataSets.includes(one),
          ),
        })
      }
    />
  );
  return (
    <fieldset className="field choices" id={id} aria-describedby={asLast ? `${id}-last` : undefined}>
      <legend className="legend">{t('what.data')}</legend>
      {asLast && (
        <span className="hint" id={`${id}-last`}>
          {t('applicants:ask.data.asLast')}
        </span>
      )}
      {box('flexiJobEligibility', 'dataSets', t('what.flexiJobHint'))}
      {box('studentWorkHours', 'dataSets.student', t('what.studentHint'))}
    </fieldset>
  );
}
