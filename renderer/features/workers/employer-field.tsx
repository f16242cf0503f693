// For which employer: the one in hand, or one of the list, sought by name or number however many there are.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { type SearchOption, SearchSelect } from '../../ui/search-select.tsx';

type EmployerFieldProps = {
  /** Null or empty: not chosen yet. */
  value: string | null;
  /** Null where the choice was taken away. */
  onChange: (employerId: string | null) => void;
  error?: string | undefined;
  /** Of the field in its form. */
  name?: string;
  label?: string;
};

const shownAtOnce = 50;

export function EmployerField({ value, onChange, error, name = 'employerId', label }: EmployerFieldProps) {
  const { t } = useTranslation('workers');
  const formats = useFormats();
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim());
  const found = useCall('employer.list', { text: sought, pageSize: shownAtOnce }, { keepPrevious: true });
  const rows = found.data?.rows ?? [];
  // One chosen here or elsewhere need not be among those that are shown now.
  const [picked, setPicked] = useState<SearchOption | null>(null);
  const listed = rows.find(({ id }) => id === value);
  const known = listed ?? (picked?.id === value ? picked : undefined);
  const asked = useCall(
    'employer.get',
    { id: value ?? '' },
    { enabled: value !== null && value !== '' && known === undefined && found.data !== undefined },
  );
  const chosen = known ?? asked.data;
  return (
    <SearchSelect
      name={name}
      label={label ?? t('fields.employer')}
      chosen={chosen === undefined || value === null ? null : { id: chosen.id, name: chosen.name }}
      options={rows.map((row) => ({
        id: row.id,
        name: row.name,
        more: formats.enterpriseNumber(row.enterpriseNumber),
      }))}
      total={found.data?.total ?? 0}
      late={found.data === undefined || found.isPlaceholderData || sought !== text.trim()}
      onSeek={setText}
      onChoose={(option) => {
        setPicked(option);
        onChange(option?.id ?? null);
      }}
      {...(error === undefined ? {} : { error })}
    />
  );
}
