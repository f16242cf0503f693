// The right to training of a worker in a year, as a picture with its figures.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { BalancePlot } from '../../ui/balance-plot.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { MonthBars } from '../../ui/month-bars.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { todayInBrussels } from './worker-form.ts';

export function BalanceSheet({ workerId }: { workerId: string }) {
  const { t } = useTranslation('workers');
  const { practiceDate } = useAppState();
  const [year, setYear] = useState(() => Number((practiceDate ?? todayInBrussels()).slice(0, 4)));
  const balance = useCall('training.balance', { workerId, year }, { keepPrevious: true });
  return (
    <Sheet title={t('balanceOf', { year: String(year) })} stacked>
      {balance.data === undefined ? (
        balance.error === null ? (
          <Loading lines={4} />
        ) : (
          <ErrorState failure={balance.error} onAgain={() => void balance.refetch()} />
        )
      ) : (
        <>
          {!balance.data.certain && <Note tone="warn">{t('uncertain')}</Note>}
          <BalancePlot balance={balance.data} />
          <h3>{t('months')}</h3>
          <MonthBars months={balance.data.months} />
        </>
      )}
      <div className="row-of">
        <Button small icon="back" label={t('earlier')} onPress={() => setYear(Math.max(2023, year - 1))} />
        <span>{year}</span>
        <Button small next label={t('later')} onPress={() => setYear(Math.min(2100, year + 1))} />
      </div>
    </Sheet>
  );
}
