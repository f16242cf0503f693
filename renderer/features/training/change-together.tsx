// One field made the same in all chosen trainings, in one step that can be undone.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../preload/contract/result.ts';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DurationField } from '../../ui/duration-field.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { FieldPrefixProvider } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useRoomActs } from './room-acts.ts';

const changeable = [
  'status',
  'title',
  'startDate',
  'endDate',
  'durationMinutes',
  'countsForTrainingRight',
  'leaveScheme',
  'providerName',
] as const;
type Changeable = (typeof changeable)[number];

const statuses = ['reserved', 'completed', 'notAttended', 'unsuitable'] as const;
const leaves = ['none', 'vov', 'bev'] as const;

/** The field of a finding, where one value for many can answer it. */
export const changeableOf = (field: string | null): Changeable | null =>
  changeable.find((one) => one === field) ?? null;

const firstValue = (field: Changeable): Partial<TrainingFields> =>
  field === 'status'
    ? { status: 'completed' }
    : field === 'countsForTrainingRight'
      ? { countsForTrainingRight: true }
      : field === 'leaveScheme'
        ? { leaveScheme: 'none' }
        : {};

type ChangeTogetherProps = {
  count: number;
  ids: () => Promise<Result<string[]>>;
  /** Chosen at the start. */
  first?: Changeable;
  onClose: () => void;
};

export function ChangeTogether({ count, ids, first = 'status', onClose }: ChangeTogetherProps) {
  const { t } = useTranslation('training');
  const shell = useTranslation('shell');
  const toast = useToast();
  const acts = useRoomActs();
  const update = useAct('training.updateMany');
  const [field, setField] = useState<Changeable>(first);
  const [fields, setFields] = useState<Partial<TrainingFields>>(() => firstValue(first));
  const [missing, setMissing] = useState(false);
  const choose = (next: Changeable): void => {
    setField(next);
    setMissing(false);
    setFields(firstValue(next));
  };
  const run = async (): Promise<void> => {
    const value = fields[field];
    if (value === undefined || value === null || value === '') return setMissing(true);
    const chosen = await ids();
    if (!chosen.ok) return;
    const result = await update.run({ ids: chosen.value, fields });
    if (!result.ok) return;
    toast({
      text: t('together.done', { count: result.value.updated }),
      act: { label: t('undo'), onAct: () => void acts.undo() },
    });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('together.title', { count })}
      acts={
        <>
          <Button onPress={onClose}>{shell.t('notNow')}</Button>
          <Button primary busy={update.busy} onPress={() => void run()}>
            {t('together.act', { count })}
          </Button>
        </>
      }
    >
      <p>{t('together.what')}</p>
      <FieldPrefixProvider value="together">
        <SelectField
          name="which"
          label={t('together.field')}
          choices={changeable.map((value) => ({ value, label: t(`fields.${value}`) }))}
          value={field}
          onChange={(event) => choose(event.target.value as Changeable)}
        />
        <NewValue
          key={field}
          field={field}
          fields={fields}
          error={missing ? t('together.missing') : undefined}
          onChange={setFields}
        />
      </FieldPrefixProvider>
      <FailureNote failure={update.failure} />
    </Dialog>
  );
}

type NewValueProps = {
  field: Changeable;
  fields: Partial<TrainingFields>;
  error: string | undefined;
  onChange: (fields: Partial<TrainingFields>) => void;
};

function NewValue({ field, fields, error, onChange }: NewValueProps) {
  const { t } = useTranslation('training');
  const words = { name: 'value', label: t('together.value'), error };
  switch (field) {
    case 'startDate':
    case 'endDate':
      return (
        <DateField {...words} value={fields[field] ?? null} onChange={(day) => onChange({ [field]: day })} />
      );
    case 'durationMinutes':
      return (
        <DurationField
          {...words}
          value={fields.durationMinutes ?? null}
          onChange={(durationMinutes) => onChange({ durationMinutes })}
        />
      );
    case 'title':
    case 'providerName':
      return (
        <TextField
          {...words}
          maxLength={field === 'title' ? 255 : 200}
          value={fields[field] ?? ''}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      );
    case 'status':
      return (
        <SelectField
          {...words}
          choices={statuses.map((value) => ({ value, label: t(`choices.${value}` as 'choices.reserved') }))}
          value={fields.status ?? 'completed'}
          onChange={(event) => onChange({ status: event.target.value as TrainingFields['status'] })}
        />
      );
    case 'leaveScheme':
      return (
        <SelectField
          {...words}
          choices={leaves.map((value) => ({ value, label: t(`choices.leave.${value}`) }))}
          value={fields.leaveScheme ?? 'none'}
          onChange={(event) => onChange({ leaveScheme: event.target.value as TrainingFields['leaveScheme'] })}
        />
      );
    case 'countsForTrainingRight':
      return (
        <SelectField
          {...words}
          choices={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          value={fields.countsForTrainingRight === false ? 'no' : 'yes'}
          onChange={(event) => onChange({ countsForTrainingRight: event.target.value === 'yes' })}
        />
      );
  }
}
