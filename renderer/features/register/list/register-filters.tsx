// The filters above the list: words or a number, the dossier type, the state, and the day on which it holds.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Tag } from '../../../ui/chip.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Popover } from '../../../ui/menu.tsx';
import { useTypeName } from '../register-words.ts';
import { lineStates, type RegisterFilter } from './register-filter.ts';

type FiltersProps = { filter: RegisterFilter; onFilter: (change: Partial<RegisterFilter>) => void };

export function RegisterFilters({ filter, onFilter }: FiltersProps) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const typeName = useTypeName();
  const types = useCall('register.types', {}).data?.rows ?? [];
  const day = filter.day === null ? null : t('filter.onDay', { day: formats.day(filter.day, 'medium') });
  return (
    <>
      <input
        className="input small"
        type="search"
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        maxLength={120}
        value={filter.text}
        onChange={({ target }) => onFilter({ text: target.value })}
      />
      <select
        className="input select small"
        aria-label={t('columns.type')}
        value={filter.dossierType ?? ''}
        onChange={({ target: { value } }) => onFilter({ dossierType: value === '' ? null : value })}
      >
        <option value="">{t('filter.anyType')}</option>
        {types.map(({ code }) => (
          <option key={code} value={code}>
            {typeName(code)}
          </option>
        ))}
      </select>
      <select
        className="input select small"
        aria-label={t('columns.state')}
        value={filter.state}
        onChange={({ target }) =>
          onFilter({ state: lineStates.find((state) => state === target.value) ?? 'all' })
        }
      >
        {lineStates.map((state) => (
          <option key={state} value={state}>
            {t(`filter.state.${state}`)}
          </option>
        ))}
      </select>
      <Popover label={t('filter.day')}>
        <DateField
          name="day"
          label={t('filter.dayLabel')}
          hint={t('filter.dayHint')}
          value={filter.day}
          onChange={(chosen) =>
            onFilter({ day: chosen, ...(filter.state === 'all' ? { state: 'active' } : {}) })
          }
        />
      </Popover>
      {day !== null && (
        <Tag removeLabel={t('filter.remove', { filter: day })} onRemove={() => onFilter({ day: null })}>
          {day}
        </Tag>
      )}
    </>
  );
}
