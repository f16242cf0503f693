// What holds for everybody in a session: account, name, kind, days and duration.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionFields } from '../../../preload/contract/training-provider.ts';
import { useCall } from '../../calls.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DurationField } from '../../ui/duration-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';

type SessionFormProps = {
  fields: SessionFields;
  errorOf: (name: keyof SessionFields) => string | undefined;
  onSave: (fields: Partial<SessionFields>) => void;
  locked: boolean;
  /** What stands at the service keeps its account: the reference is the provider's own. */
  accountFixed: boolean;
};

export function SessionForm({ fields, errorOf, onSave, locked, accountFixed }: SessionFormProps) {
  const { t } = useTranslation('training-provider');
  const rows = useCall('account.list', {}).data?.rows ?? [];
  const providers = rows.filter(({ quality }) => quality === 'trainingProvider');
  const error = (name: keyof SessionFields) => {
    const words = errorOf(name);
    return words === undefined ? {} : { error: words };
  };
  return (
    <Sheet title={t('edit.title')} stacked>
      <fieldset className="editor" disabled={locked} aria-label={t('edit.title')}>
        {(providers.length !== 1 || fields.accountId === null) && !accountFixed && (
          <SelectField
            name="accountId"
            label={t('fields.account')}
            value={fields.accountId ?? ''}
            choices={[
              { value: '', label: t('fields.chooseAccount') },
              ...providers.map(({ id, name, enterpriseName }) => ({
                value: id,
                label: `${name} (${enterpriseName})`,
              })),
            ]}
            onChange={(event) => onSave({ accountId: event.target.value === '' ? null : event.target.value })}
            {...error('accountId')}
          />
        )}
        <Title key={fields.title} value={fields.title} onSave={onSave} {...error('title')} />
        <SelectField
          name="type"
          label={t('fields.type')}
          value={fields.type}
          choices={[
            { value: 'formal', label: t('fields.formal') },
            { value: 'informal', label: t('fields.informal') },
          ]}
          onChange={(event) => onSave({ type: event.target.value === 'informal' ? 'informal' : 'formal' })}
        />
        <div className="side-by-side">
          <DateField
            name="startDate"
            label={t('fields.startDate')}
            value={fields.startDate}
            onChange={(startDate) =>
              // One day is the usual: the last day follows until it was given.
              onSave(fields.endDate === null ? { startDate, endDate: startDate } : { startDate })
            }
            {...error('startDate')}
          />
          <DateField
            name="endDate"
            label={t('fields.endDate')}
            value={fields.endDate}
            onChange={(endDate) => onSave({ endDate })}
            {...error('endDate')}
          />
          <DurationField
            name="durationMinutes"
            label={t('fields.duration')}
            value={fields.durationMinutes}
            onChange={(durationMinutes) => onSave({ durationMinutes })}
            {...error('durationMinutes')}
          />
        </div>
      </fieldset>
    </Sheet>
  );
}

type TitleProps = { value: string; error?: string; onSave: (fields: Partial<SessionFields>) => void };

/** Typed freely, saved when left. */
function Title({ value, error, onSave }: TitleProps) {
  const { t } = useTranslation('training-provider');
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      name="title"
      label={t('fields.title')}
      maxLength={255}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== value) onSave({ title: typed });
      }}
      {...(error === undefined ? {} : { error })}
    />
  );
}
