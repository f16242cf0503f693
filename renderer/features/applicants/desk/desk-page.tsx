// One request at the counter, with the board of all under it.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useCall } from '../../../calls.ts';
import { Page } from '../../../ui/page.tsx';
import { Board } from '../board/board.tsx';
import { HeadActs } from './head-acts.tsx';
import { takeInHand } from './in-hand.ts';
import { RequestDesk } from './request-desk.tsx';

export default function DeskPage() {
  const { t } = useTranslation('applicants');
  const { id = '' } = useParams<{ id: string }>();
  const employer = useCall('applicantRequest.get', { id }).data?.request.employerName;
  useEffect(() => takeInHand(id), [id]);
  return (
    <Page
      title={t('common.title')}
      lead={employer === undefined ? t('common.leadAll') : t('common.lead', { employer })}
      acts={<HeadActs id={id} />}
    >
      <RequestDesk key={id} id={id} />
      <Board current={id} />
    </Page>
  );
}
