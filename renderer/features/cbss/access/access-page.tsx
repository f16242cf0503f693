// Access to the inscriptions at the Crossroads Bank: who may have it, the practice connection, an organisation's own way, a test of it,
// the authorisations, and the steps to be admitted.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { ErrorState } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Loading } from '../../../ui/states.tsx';
import { InscribingSheet } from '../../register/inscribing/inscribing-sheet.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { AdmissionSheet } from './admission-sheet.tsx';
import { GatewaySheet } from './gateway-sheet.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { PracticeSheet } from './practice-sheet.tsx';
import { RightsSheet } from './rights-sheet.tsx';
import { TestSheet } from './test-sheet.tsx';
import '../cbss.css';

export default function AccessPage() {
  const { t } = useTranslation('cbss');
  const profile = useCall('cbss.profile', {});
  return (
    <Page title={t('title')} lead={t('lead')} reading>
      <CbssTabs />
      <Note>
        <p>{t('honest.who')}</p>
        <p>{t('honest.what')}</p>
      </Note>
      {profile.data === undefined ? (
        <Sheet label={t('title')} flush>
          {profile.error === null ? (
            <Loading lines={6} />
          ) : (
            <ErrorState failure={profile.error} onAgain={() => void profile.refetch()} />
          )}
        </Sheet>
      ) : (
        <>
          {profile.data.practiceOffered && <PracticeSheet profile={profile.data} />}
          {profile.data.kind !== null && <TestSheet ready={profile.data.missing.length === 0} />}
          <InscribingSheet />
          <RightsSheet profile={profile.data} />
          <GatewaySheet key={profile.data.revision} profile={profile.data} />
          <AdmissionSheet />
          <OpenQuestions />
        </>
      )}
    </Page>
  );
}
