// Applicants: the request in hand, while it is under way, and the board with all of them.
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { useEmployerId } from '../../../app-state.ts';
import { useCall } from '../../../calls.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { HeadActs } from '../desk/head-acts.tsx';
import { useRequestInHand } from '../desk/in-hand.ts';
import { RequestDesk } from '../desk/request-desk.tsx';
import { Board } from './board.tsx';

export default function BoardPage() {
  const { t } = useTranslation('applicants');
  const employerId = useEmployerId();
  const [ofBatch, place] = useRoute<{ batchId: string }>('/applicants/of-batch/:batchId');
  const employer = useCall('employer.get', { id: employerId ?? '' }, { enabled: employerId !== null }).data;
  const batchId = ofBatch ? place.batchId : null;
  const inHand = useUnderWay(batchId === null);
  return (
    <Page
      title={t('common.title')}
      lead={
        employer === undefined || employerId === null
          ? t('common.leadAll')
          : t('common.lead', { employer: employer.name })
      }
      acts={
        inHand === null ? (
          <>
            <LinkButton to="/applicants/batch" icon="people">
              {t('board.many')}
            </LinkButton>
            <LinkButton to="/applicants/new" icon="plus" primary>
              {t('common.new')}
            </LinkButton>
          </>
        ) : (
          <HeadActs id={inHand} />
        )
      }
    >
      {inHand !== null && <RequestDesk key={inHand} id={inHand} />}
      <Board key={batchId ?? 'all'} current={inHand} batchId={batchId} />
    </Page>
  );
}

/** The request in hand, of the employer in hand, until it was read or is over. */
function useUnderWay(wanted: boolean): string | null {
  const employerId = useEmployerId();
  const inHand = useRequestInHand();
  const { data } = useCall(
    'applicantRequest.get',
    { id: inHand ?? '' },
    { enabled: inHand !== null && wanted },
  );
  if (data === undefined || inHand === null || !wanted) return null;
  const { column, employerId: of } = data.request;
  return (column === 'asked' || column === 'approved') && (employerId === null || of === employerId)
    ? inHand
    : null;
}
