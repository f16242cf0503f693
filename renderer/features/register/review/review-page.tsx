// What of the register needs somebody: numbers that were cancelled, and what waits for the authentic source.
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { PendingSheet } from './pending-sheet.tsx';
import { ReviewLines } from './review-lines.tsx';

export default function ReviewPage() {
  const { t } = useTranslation('register');
  return (
    <Page title={t('tabs.review')} lead={t('review.lead')}>
      <RegisterTabs />
      <ReviewLines />
      <PendingSheet />
    </Page>
  );
}
