// Who of a client has nothing registered in a quarter, with the way to each worker and to a training for all of them.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { remember } from './room-memory.ts';

export type ChosenQuarter = { employerId: string; name: string; quarter: number };

const shownAtOnce = 100;

export function MissingPanel({ chosen, year }: { chosen: ChosenQuarter | null; year: number }) {
  const { t } = useTranslation('training-account');
  if (chosen === null)
    return (
      <Sheet title={t('completeness.panel')}>
        <p className="quiet-text">{t('completeness.choose')}</p>
      </Sheet>
    );
  return <Chosen key={`${chosen.employerId} ${chosen.quarter}`} chosen={chosen} year={year} />;
}

function Chosen({ chosen, year }: { chosen: ChosenQuarter; year: number }) {
  const { t } = useTranslation('training-account');
  const [, go] = useLocation();
  const { employerId, quarter } = chosen;
  const missing = useCall('trainingAccount.missing', { employerId, year, quarter, pageSize: shownAtOnce });
  const title = t('completeness.panelTitle', {
    client: chosen.name,
    quarter: t(`completeness.quarters.${quarter}` as 'completeness.quarters.1'),
  });
  if (missing.data === undefined)
    return (
      <Sheet title={title} flush>
        {missing.error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorState failure={missing.error} onAgain={() => void missing.refetch()} />
        )}
      </Sheet>
    );
  const { rows, total } = missing.data;
  return (
    <Sheet title={title} stacked>
      {total === 0 ? (
        <p>{t('completeness.allHave')}</p>
      ) : (
        <>
          <p className="quiet-text">{t('completeness.without', { count: total })}</p>
          <ul className="missing-workers">
            {rows.map((row) => (
              <li key={row.workerId}>
                <TextLink to={`/workers/${row.workerId}`}>{row.name}</TextLink>
              </li>
            ))}
            {total > rows.length && <li>{t('completeness.more', { count: total - rows.length })}</li>}
          </ul>
          <div className="row-of">
            <Button
              small
              icon="plus"
              onPress={() => {
                remember({ forWorkers: rows.map((row) => row.workerId), copyOf: null, year });
                go('/training/new');
              }}
            >
              {t('completeness.register')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
