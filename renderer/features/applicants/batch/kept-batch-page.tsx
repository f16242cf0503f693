// A list of before, found again: how far it is and what is handed out of it.
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { LinkButton } from '../../../ui/link-button.tsx';
import { usePageTitle } from '../../../ui/page.tsx';
import { BatchDone } from './batch-done.tsx';
import './batch.css';

export default function KeptBatchPage() {
  const { t } = useTranslation('applicant-batch');
  const { batchId = '' } = useParams<{ batchId?: string }>();
  usePageTitle(t('title'));
  return (
    <div className="page reading">
      <BatchDone batchId={batchId} />
      <div className="row-of">
        <LinkButton to="/applicants/batch">{t('done.again')}</LinkButton>
        <LinkButton to="/applicants">{t('done.toAll')}</LinkButton>
      </div>
    </div>
  );
}
