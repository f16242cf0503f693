// What of the register needs somebody: what was told of numbers and cannot be, cancelled numbers, and what waits for the source.
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { InscribingSheet } from '../inscribing/inscribing-sheet.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { NumberEvents } from './number-events.tsx';
import { PendingSheet } from './pending-sheet.tsx';
import { ReviewLines } from './review-lines.tsx';

export default function ReviewPage() {
  const { t } = useTranslation('register');
  return (
    <Page title={t('tabs.review')} lead={t('review.lead')}>
      <RegisterTabs />
      <NumberEvents />
      <ReviewLines />
      <PendingSheet />
      <InscribingSheet />
    </Page>
  );
}
