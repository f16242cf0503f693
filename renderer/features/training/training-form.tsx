// The fields of a training in groups, for one record or for many at once. Each saves itself when it is left.
import { useTranslation } from 'react-i18next';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DurationField } from '../../ui/duration-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProviderFields } from './provider-fields.tsx';
import { TypedText } from './typed-text.tsx';

export type TrainingFormProps = {
  values: TrainingFields;
  /** `settled` is false while a person is still typing in the field. */
  onSave: (fields: Partial<TrainingFields>, settled: boolean) => void;
  errorOf: (name: keyof TrainingFields) => string | undefined;
  locked?: boolean;
  /** Minutes of a training day of the employer. */
  dayMinutes?: number | undefined;
};

const types: TrainingFields['type'][] = ['formal', 'informal'];
const statuses: TrainingFields['status'][] = ['reserved', 'completed', 'notAttended', 'unsuitable'];
const leaves: TrainingFields['leaveScheme'][] = ['none', 'vov', 'bev'];

export function TrainingForm(props: TrainingFormProps) {
  const { values, onSave, errorOf, locked = false, dayMinutes } = props;
  const { t } = useTranslation('training');
  const keep = (fields: Partial<TrainingFields>): void => onSave(fields, true);
  const words = (name: keyof TrainingFields) => ({
    name,
    label: t(`fields.${name}`),
    error: errorOf(name),
  });
  return (
    <fieldset className="editor" disabled={locked} aria-label={t('edit.groups.what')}>
      <Sheet title={t('edit.groups.what')}>
        <div className="form wide-form">
          <TypedText
            {...words('title')}
            hint={t('fields.titleHint')}
            value={values.title}
            maxLength={255}
            onSave={(title, settled) => onSave({ title }, settled)}
          />
          <div className="side-by-side">
            <RadioGroup
              {...words('type')}
              choices={types.map((value) => ({
                value,
                label: t(`choices.${value}` as 'choices.formal'),
                hint: t(`choices.${value}Hint` as 'choices.formalHint'),
              }))}
              value={values.type}
              onChange={(type) => keep({ type })}
            />
            <RadioGroup
              {...words('status')}
              choices={statuses.map((value) => ({
                value,
                label: t(`choices.${value}` as 'choices.reserved'),
              }))}
              value={values.status}
              onChange={(status) => keep({ status })}
            />
          </div>
          <TypedText
            {...words('description')}
            lines={2}
            value={values.description}
            maxLength={2_000}
            onSave={(description, settled) => onSave({ description }, settled)}
          />
        </div>
      </Sheet>
      <Sheet title={t('edit.groups.when')}>
        <div className="form wide-form">
          <div className="side-by-side">
            <DateField
              {...words('startDate')}
              value={values.startDate}
              onChange={(startDate) =>
                // A single day is the usual case: the last day follows until it is given.
                keep({
                  startDate,
                  ...(values.endDate === null && startDate !== null ? { endDate: startDate } : {}),
                })
              }
            />
            <DateField
              {...words('endDate')}
              value={values.endDate}
              onChange={(endDate) => keep({ endDate })}
            />
          </div>
          <DurationField
            {...words('durationMinutes')}
            dayMinutes={dayMinutes}
            value={values.durationMinutes}
            onChange={(durationMinutes) => keep({ durationMinutes })}
          />
        </div>
      </Sheet>
      <Sheet title={t('edit.groups.right')}>
        <div className="form wide-form">
          <CheckboxField
            {...words('countsForTrainingRight')}
            checked={values.countsForTrainingRight}
            onChange={(event) => keep({ countsForTrainingRight: event.target.checked })}
          />
          <div className="side-by-side">
            <DurationField
              {...words('deductedMinutes')}
              dayMinutes={dayMinutes}
              hint={t('fields.deductedHint')}
              value={values.deductedMinutes}
              onChange={(deductedMinutes) => keep({ deductedMinutes })}
            />
            <SelectField
              {...words('leaveScheme')}
              choices={leaves.map((value) => ({ value, label: t(`choices.leave.${value}`) }))}
              value={values.leaveScheme}
              onChange={(event) => keep({ leaveScheme: event.target.value as TrainingFields['leaveScheme'] })}
            />
          </div>
        </div>
      </Sheet>
      <ProviderFields {...props} />
    </fieldset>
  );
}
