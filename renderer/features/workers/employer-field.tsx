// For which employer: the one in hand, or a choice from the list.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { SelectField } from '../../ui/choice-fields.tsx';

type EmployerFieldProps = {
  value: string | null;
  onChange: (employerId: string) => void;
  error?: string | undefined;
};

export function EmployerField({ value, onChange, error }: EmployerFieldProps) {
  const { t } = useTranslation('workers');
  const employers = useCall('employer.list', { pageSize: 500 }).data?.rows ?? [];
  return (
    <SelectField
      name="employerId"
      label={t('fields.employer')}
      choices={[
        { value: '', label: t('fields.chooseEmployer') },
        ...employers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      {...(error === undefined ? {} : { error })}
    />
  );
}
