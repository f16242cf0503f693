// On the page of an employer: what is due when, and a calendar file of it.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { DeadlineTable } from '../services/deadline-table.tsx';
import { SaveDeadlines } from '../services/save-deadlines.tsx';

/** More than these stand on the page of deadlines. */
const most = 6;

export function DeadlinesSection({ employerId }: { employerId: string }) {
  const { t } = useTranslation('services');
  const list = useCall('deadline.list', {
    employerId,
    standings: ['passed', 'near', 'later'],
    pageSize: most,
  });
  if (list.data === undefined) return null;
  const { rows, counts } = list.data;
  if (rows.length === 0)
    return (
      <Sheet title={t('deadlines.title')} flush>
        <Empty slim icon="calendar" title={t('deadlines.none')}>
          {t('deadlines.noneWhat')}
        </Empty>
      </Sheet>
    );
  return (
    <Sheet title={t('deadlines.title')} aside={t('deadlines.shown', { count: list.data.total })} flush>
      <DeadlineTable rows={rows} named={false} />
      <div className="sheet-body row-of">
        {(counts['near'] ?? 0) + (counts['later'] ?? 0) > 0 && (
          <SaveDeadlines employerId={employerId} small />
        )}
        <LinkButton small next to="/training/deadlines">
          {t('deadlines.allClients')}
        </LinkButton>
      </div>
    </Sheet>
  );
}
