// Plannings that are kept: which days, from which file, whether a later one counts in their place; compared or deleted here.
import { useTranslation } from 'react-i18next';
import type { Planning } from '../../../preload/contract/planning.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Period, periodOf } from './use-comparison.ts';
import '../../ui/list-import.css';

type KeptPlanningsProps = { rows: readonly Planning[]; onShow: (period: Period) => void };

export function KeptPlannings({ rows, onShow }: KeptPlanningsProps) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const toast = useToast();
  const employerId = useEmployerId();
  const remove = useAct('planning.remove');
  const restore = useAct('planning.restore');
  const takeAway = async ({ id, name }: Planning): Promise<void> => {
    const done = await remove.run({ id });
    if (!done.ok) return;
    toast({
      text: t('kept.removed', { name }),
      act: { label: t('kept.undo'), onAct: () => void restore.run({ id }) },
    });
  };
  if (rows.length === 0) return null;
  return (
    <Sheet title={t('kept.title')} flush>
      <ul className="import-earlier">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <strong className="address">{row.name}</strong>
              {employerId === null && <span> {row.employerName}</span>}
              <div className="quiet-text">
                {t('kept.what', {
                  from: formats.day(row.firstDay),
                  to: formats.day(row.lastDay),
                  workers: row.workers,
                  stays: row.stays,
                  moment: formats.moment(row.keptAt),
                })}{' '}
                {row.replaced !== 'no' && t(`kept.${row.replaced}`)}
              </div>
            </div>
            <div className="row-of">
              <Button small onPress={() => onShow(periodOf(row))}>
                {t('kept.show')}
                <span className="only-read-aloud"> {row.name}</span>
              </Button>
              <Button small plain danger onPress={() => void takeAway(row)}>
                {t('kept.remove')}
                <span className="only-read-aloud"> {row.name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FailureNote failure={remove.failure ?? restore.failure} />
    </Sheet>
  );
}
