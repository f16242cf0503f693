// A client's own planning beside its presences: what differs, the plannings that are kept, and how they are compared.
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { LookUpButton, LookUpProgress } from '../presences/look-up.tsx';
import { RoomTabs } from '../presences/room-tabs.tsx';
import { ComparisonFilters } from './comparison-filters.tsx';
import { ComparisonResult } from './comparison-result.tsx';
import { KeptPlannings } from './kept-plannings.tsx';
import { PlanningSettings } from './planning-settings.tsx';
import { useComparison } from './use-comparison.ts';

export default function PlanningPage() {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const comparison = useComparison();
  const { employerId, plannings, period, compared, wrong } = comparison;
  const add = (
    <LinkButton to="/presences/planning/new" icon="upload" primary>
      {t('add')}
    </LinkButton>
  );
  const shown = wrong ? undefined : compared.data;
  return (
    <Page title={t('title')} lead={t('lead', { count: shown?.all ?? 0 })} acts={add}>
      <RoomTabs />
      <ComparisonFilters comparison={comparison} />
      <LookUpProgress employerId={employerId} />
      {shown !== undefined && shown.notLookedUp.length > 0 && (
        <Note tone="warn">
          <p>
            {t('notLookedUp', {
              count: shown.notLookedUp.length,
              days: shown.notLookedUp.map((day) => formats.day(day, 'tiny')).join(', '),
            })}
          </p>
          <LookUpButton employerId={employerId} from={period.from} to={period.to} small />
        </Note>
      )}
      {shown?.planned && shown.withoutPlanning > 0 && (
        <Note>{t('withoutPlanning', { count: shown.withoutPlanning })}</Note>
      )}
      {plannings.error !== null && (
        <ErrorState failure={plannings.error} onAgain={() => void plannings.refetch()} />
      )}
      {compared.error !== null && (
        <ErrorState failure={compared.error} onAgain={() => void compared.refetch()} />
      )}
      {shown === undefined && !wrong && compared.error === null && plannings.error === null && (
        <Loading lines={8} />
      )}
      {shown?.planned === false && (
        <Empty icon="calendar" title={t('none.title')} acts={add}>
          {t('none.what')}
        </Empty>
      )}
      {shown?.planned === true && <ComparisonResult comparison={comparison} shown={shown} />}
      <KeptPlannings rows={plannings.data?.rows ?? []} onShow={comparison.setPeriod} />
      <PlanningSettings />
    </Page>
  );
}
