// Which days, which site, which worker, and how the lines are grouped.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Comparison } from './use-comparison.ts';

const mostSites = 500;

export function ComparisonFilters({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('planning');
  const presences = useTranslation('presences');
  const { employerId, period, setPeriod, by, setBy, reference, setReference, text, setText, wrong } =
    comparison;
  const sites = useCall('worksDeclaration.list', {
    ...(employerId === null ? {} : { employerId }),
    pageSize: mostSites,
  });
  const names = new Map((sites.data?.rows ?? []).map((site) => [site.reference, site.name]));
  return (
    <div className="planning-filters">
      <DateField
        name="from"
        label={t('from')}
        value={period.from}
        onChange={(from) => from !== null && setPeriod({ ...period, from })}
        {...(wrong ? { error: t('period') } : {})}
      />
      <DateField
        name="to"
        label={t('to')}
        value={period.to}
        onChange={(to) => to !== null && setPeriod({ ...period, to })}
      />
      <SelectField
        name="site"
        label={presences.t('site')}
        choices={[
          { value: '', label: t('anySite') },
          ...[...names].map(([value, label]) => ({ value, label })),
        ]}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
      />
      <TextField
        name="text"
        label={t('text')}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <SelectField
        name="by"
        label={t('by')}
        choices={(['day', 'site', 'worker'] as const).map((value) => ({ value, label: t(`ways.${value}`) }))}
        value={by}
        onChange={(event) => setBy(event.target.value as typeof by)}
      />
    </div>
  );
}
