// The doctor: one button, one sentence, one next step. What is behind them is folded away.
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressBlock } from '../../ui/progress-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, OfflineNote } from '../../ui/states.tsx';
import { ConnectionTabs } from '../connection/connection-tabs.tsx';
import { DoctorChoice } from './doctor-choice.tsx';
import { DoctorVerdict } from './doctor-verdict.tsx';
import { LinkDetails } from './link-table.tsx';
import { ReportActs } from './report-acts.tsx';
import { useDoctor } from './use-doctor.ts';

export default function DoctorPage() {
  const { t } = useTranslation('doctor');
  const formats = useFormats();
  const doctor = useDoctor();
  const { report, job } = doctor;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      reading
      acts={
        <>
          <Button
            icon={report === null ? 'plug' : 'again'}
            primary
            busy={doctor.busy}
            onPress={() => void doctor.run({})}
          >
            {t(report === null ? 'run' : 'again')}
          </Button>
        </>
      }
    >
      <ConnectionTabs />
      <OfflineNote>{t('offline')}</OfflineNote>
      <FailureNote failure={doctor.failure} />
      {job !== null && (
        <Sheet label={t('running')}>
          <ProgressBlock label={t('running')} job={job} />
        </Sheet>
      )}
      {report === null ? (
        <Sheet label={t('none')} flush>
          <Empty icon="plug" title={t('none')}>
            {t('noneWhat')}
          </Empty>
        </Sheet>
      ) : (
        <div className="panel" role="status">
          <DoctorVerdict examinations={report.examinations} />
          <p className="faint-text">{t('lookedAt', { when: formats.moment(report.at) })}</p>
        </div>
      )}
      {report?.examinations.map((one) => (
        <LinkDetails
          key={`${one.account?.id} ${one.employer?.id} ${one.links[0]?.service}`}
          examination={one}
        />
      ))}
      {report !== null && <ReportActs key={report.id} id={report.id} />}
      <DoctorChoice busy={doctor.busy} onRun={(input) => void doctor.run(input)} />
    </Page>
  );
}
