// The difference that does not count, and how long plannings are kept.
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../calls.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

const tolerances = [0, 5, 10, 15, 20, 30, 45, 60];
const months = [1, 2, 3, 6, 13, 24, 60];

const choicesOf = (usual: readonly number[], present: number, label: (count: number) => string) =>
  [...new Set([...usual, present])]
    .sort((a, b) => a - b)
    .map((count) => ({ value: String(count), label: label(count) }));

export function PlanningSettings() {
  const { t } = useTranslation('planning');
  const toast = useToast();
  const settings = useCall('planning.settings', {}).data;
  const set = useAct('planning.setSettings');
  if (settings === undefined) return null;
  const change = async (value: { tolerance?: number; months?: number }): Promise<void> => {
    const done = await set.run(value);
    if (done.ok) toast({ text: t('settings.saved', { deleted: done.value.deleted }) });
  };
  return (
    <Sheet title={t('settings.title')} stacked>
      <div className="planning-filters">
        <SelectField
          name="tolerance"
          label={t('settings.tolerance')}
          choices={choicesOf(tolerances, settings.tolerance, (count) => t('settings.minutes', { count }))}
          value={String(settings.tolerance)}
          onChange={(event) => void change({ tolerance: Number(event.target.value) })}
        />
        <SelectField
          name="months"
          label={t('settings.months')}
          hint={t('settings.monthsHint')}
          choices={choicesOf(months, settings.months, (count) => t('settings.monthsOf', { count }))}
          value={String(settings.months)}
          onChange={(event) => void change({ months: Number(event.target.value) })}
        />
      </div>
      <FailureNote failure={set.failure} />
    </Sheet>
  );
}
