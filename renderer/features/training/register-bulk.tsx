// What can be done with the chosen rows: check, change together, copy, remove, clear.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TrainingFilter } from '../../../preload/contract/training.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { useFailureSentence } from '../../ui/failure.tsx';
import { countChosen, nothingChosen } from '../../ui/grid-selection.ts';
import { useToast } from '../../ui/toast.tsx';
import { chosenIds, mostAtOnce, tooMany } from './chosen-ids.ts';
import { remember, useRoomMemory } from './room-memory.ts';

type RegisterBulkProps = {
  total: number;
  filter: TrainingFilter;
  onChangeTogether: () => void;
  onRemove: () => void;
};

export function RegisterBulk({ total, filter, onChangeTogether, onRemove }: RegisterBulkProps) {
  const { t } = useTranslation('training');
  const [, go] = useLocation();
  const toast = useToast();
  const sentence = useFailureSentence();
  const check = useAct('training.check');
  const { chosen } = useRoomMemory();
  const count = countChosen(chosen, total);
  const only = !chosen.all && chosen.ids.size === 1 ? [...chosen.ids][0] : undefined;
  const checkAll = async (): Promise<void> => {
    const ids = await chosenIds(chosen, filter);
    const result = ids.ok ? await check.run({ ids: ids.value }) : ids;
    if (!result.ok) return toast({ text: sentence(result.failure), tone: 'bad' });
    const found = result.value.rows.filter((row) =>
      row.findings.some((finding) => finding.severity !== 'notice'),
    ).length;
    return found === 0
      ? toast({ text: t('checked.fine', { count: result.value.rows.length }) })
      : toast({ text: t('checked.found', { count: found }), tone: 'warn' });
  };
  const words = <strong>{t('chosen', { count })}</strong>;
  const clear = (
    <Button small plain onPress={() => remember({ chosen: nothingChosen })}>
      {t('bulk.clear')}
    </Button>
  );
  if (tooMany(chosen, total)) {
    return (
      <>
        {words}
        <span>{t('tooMany', { count: mostAtOnce })}</span>
        {clear}
      </>
    );
  }
  return (
    <>
      {words}
      <Button small busy={check.busy} onPress={() => void checkAll()}>
        {t('bulk.check')}
      </Button>
      <Button small onPress={onChangeTogether}>
        {t('bulk.change')}
      </Button>
      {only !== undefined && (
        <Button
          small
          onPress={() => {
            remember({ copyOf: only, forWorkers: [] });
            go('/training/new');
          }}
        >
          {t('bulk.copy')}
        </Button>
      )}
      <Button small onPress={onRemove}>
        {t('bulk.remove')}
      </Button>
      {clear}
    </>
  );
}
