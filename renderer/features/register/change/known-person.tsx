// A person who is in the register already, sought by name: fills in the number.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInsz, parseInsz } from '../../../../preload/rules/identifiers/insz.ts';
import { useCall } from '../../../calls.ts';
import { type SearchOption, SearchSelect } from '../../../ui/search-select.tsx';
import { rowName } from '../list/register-columns.tsx';

type KnownPersonProps = { employerId: string | null; insz: string; onInsz: (insz: string) => void };

const shownAtOnce = 50;

export function KnownPerson({ employerId, insz, onInsz }: KnownPersonProps) {
  const { t } = useTranslation('register');
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim());
  const of = employerId === null ? {} : { employerId };
  const found = useCall(
    'register.list',
    { ...of, text: sought, pageSize: shownAtOnce },
    { keepPrevious: true },
  );
  const typed = parseInsz(insz);
  const known = useCall('register.list', { text: typed ?? '', pageSize: 1 }, { enabled: typed !== null });
  const options = new Map<string, SearchOption & { insz: string }>();
  for (const row of found.data?.rows ?? [])
    options.set(row.personId, {
      id: row.personId,
      name: rowName(row),
      more: formatInsz(row.insz),
      insz: row.insz,
    });
  const holder = typed === null ? undefined : known.data?.rows[0];
  return (
    <SearchSelect
      name="known"
      label={t('change.known')}
      hint={t('change.knownHint')}
      chosen={holder === undefined ? null : { id: holder.personId, name: rowName(holder) }}
      options={[...options.values()]}
      total={options.size}
      late={found.data === undefined || found.isPlaceholderData || sought !== text.trim()}
      onSeek={setText}
      onChoose={(option) => {
        const chosen = options.get(option?.id ?? '');
        onInsz(chosen === undefined ? '' : formatInsz(chosen.insz));
      }}
    />
  );
}
