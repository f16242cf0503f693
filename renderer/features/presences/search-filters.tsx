// The filters of the search: words, site and state at hand, the others behind a button that says how many are on.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { PresenceSearch } from '../../../preload/contract/presence-search.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, type Choice, SelectField } from '../../ui/choice-fields.tsx';
import { Popover } from '../../ui/menu.tsx';
import { useRemarkWords } from './remark-words.ts';
import { plainSearch } from './search-state.ts';

export type Overview = CallOutput<'presence.overview'>;
type FilterProps = {
  search: PresenceSearch;
  onSearch: (search: PresenceSearch) => void;
  overview: Overview | undefined;
};

export function SearchFilters({ search, onSearch, overview }: FilterProps) {
  const { t } = useTranslation('presence-search');
  const presences = useTranslation('presences');
  const sites: Choice[] = (overview?.sites ?? []).map(({ reference, name, count }) => ({
    value: reference,
    label: `${name ?? formatWorksReference(reference)} (${count})`,
  }));
  return (
    <>
      <input
        className="input small"
        type="search"
        aria-label={presences.t('search.text')}
        placeholder={presences.t('search.text')}
        value={search.text}
        onChange={(event) => onSearch({ ...search, text: event.target.value })}
      />
      <select
        className="input small"
        aria-label={presences.t('columns.validity')}
        value={search.validity ?? ''}
        onChange={(event) => onSearch({ ...search, validity: validityOf(event.target.value) })}
      >
        <option value="">{presences.t('search.anyState')}</option>
        {(['valid', 'invalid', 'pending'] as const).map((one) => (
          <option key={one} value={one}>
            {presences.t(`validity.${one}`)}
          </option>
        ))}
      </select>
      <select
        className="input small"
        aria-label={t('filter.site')}
        value={search.reference ?? ''}
        onChange={(event) =>
          onSearch({ ...search, reference: event.target.value === '' ? null : event.target.value })
        }
      >
        <option value="">{t('filter.anySite')}</option>
        {withChosen(sites, search.reference, formatWorksReference).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <MoreFilters search={search} onSearch={onSearch} overview={overview} />
    </>
  );
}

const validityOf = (value: string): PresenceSearch['validity'] =>
  value === 'valid' || value === 'invalid' || value === 'pending' ? value : null;

/** What is chosen is always there to be seen, also where the period has none of it. */
const withChosen = (choices: Choice[], chosen: string | null, words: (value: string) => string): Choice[] =>
  chosen === null || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: words(chosen) }];

function MoreFilters({ search, onSearch, overview }: FilterProps) {
  const { t } = useTranslation('presence-search');
  const presences = useTranslation('presences');
  const formats = useFormats();
  const remarkWords = useRemarkWords();
  const { enterpriseNumber, type, remark, subcontractors, cancelled, turned } = search;
  const on =
    [enterpriseNumber, type, remark].filter((one) => one !== null).length +
    [subcontractors !== 'with', cancelled, turned].filter(Boolean).length;
  const enterprises = (overview?.enterprises ?? []).map(({ number, name, count }) => ({
    value: number,
    label: `${name ?? formats.enterpriseNumber(number)} (${count})`,
  }));
  const remarks = (overview?.remarks ?? []).map(({ code, count }) => ({
    value: code,
    label: `${remarkWords(code).title} (${count})`,
  }));
  const noChoice = { value: '', label: '' };
  return (
    <Popover label={on === 0 ? t('filter.more') : t('filter.moreOn', { count: on })}>
      <div className="form search-more">
        <SelectField
          name="enterprise"
          label={t('filter.enterprise')}
          choices={[
            { ...noChoice, label: t('filter.anyEnterprise') },
            ...withChosen(enterprises, enterpriseNumber, formats.enterpriseNumber),
          ]}
          value={enterpriseNumber ?? ''}
          onChange={({ target: { value } }) =>
            onSearch({ ...search, enterpriseNumber: value === '' ? null : value })
          }
        />
        <SelectField
          name="subcontractors"
          label={t('filter.subcontractors')}
          choices={(['with', 'without', 'only'] as const).map((value) => ({
            value,
            label: t(`filter.subcontractor.${value}`),
          }))}
          value={subcontractors}
          onChange={({ target: { value } }) =>
            onSearch({ ...search, subcontractors: value === 'without' || value === 'only' ? value : 'with' })
          }
        />
        <SelectField
          name="type"
          label={t('filter.type')}
          choices={[
            { ...noChoice, label: t('filter.anyType') },
            ...(['IN', 'OUT'] as const).map((value) => ({ value, label: presences.t(`type.${value}`) })),
          ]}
          value={type ?? ''}
          onChange={({ target: { value } }) =>
            onSearch({ ...search, type: value === 'IN' || value === 'OUT' ? value : null })
          }
        />
        <SelectField
          name="remark"
          label={t('filter.remark')}
          choices={[
            { ...noChoice, label: t('filter.anyOrNone') },
            { value: 'any', label: t('filter.any') },
            ...withChosen(remarks, remark === 'any' ? null : remark, (code) => remarkWords(code).title),
          ]}
          value={remark ?? ''}
          onChange={({ target: { value } }) => onSearch({ ...search, remark: value === '' ? null : value })}
        />
        <CheckboxField
          name="cancelled"
          label={t('filter.cancelled')}
          checked={cancelled}
          onChange={({ target: { checked } }) => onSearch({ ...search, cancelled: checked })}
        />
        <CheckboxField
          name="turned"
          label={t('filter.turned')}
          checked={turned}
          onChange={({ target: { checked } }) => onSearch({ ...search, turned: checked })}
        />
        {on > 0 && (
          <Button
            small
            onPress={() => {
              const { period, from, to, text, validity, reference } = search;
              onSearch({ ...plainSearch, period, from, to, text, validity, reference });
            }}
          >
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </Popover>
  );
}
