// The training account of one worker in one year: what the computation needs, the computation itself, and the document.
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { AccountDocument } from './account-document.tsx';
import { AccountEmployerForm } from './account-employer-form.tsx';
import { AccountWorkerForm } from './account-worker-form.tsx';
import { remember } from './room-memory.ts';
import { useBusinessDate, useRoomYear, yearChoices } from './room-year.ts';
import './training.css';
import { WorkerPanel } from './worker-panel.tsx';

export default function AccountPage() {
  const { t } = useTranslation('training-account');
  const { workerId = '' } = useParams();
  const year = useRoomYear();
  const today = useBusinessDate();
  const facts = useCall('trainingAccount.facts', { workerId, year }, { keepPrevious: true });
  const { data } = facts;
  if (data === undefined)
    return (
      <Page title={t('page.open')}>
        <Sheet label={t('page.open')} flush>
          {facts.error === null ? (
            <Loading lines={8} />
          ) : (
            <ErrorState failure={facts.error} onAgain={() => void facts.refetch()} />
          )}
        </Sheet>
      </Page>
    );
  return (
    <Page
      title={t('page.title', { worker: data.workerName })}
      lead={t('page.lead', { employer: data.employerName, year: String(data.year) })}
      acts={
        <select
          className="input small select filter-year"
          aria-label={t('page.year')}
          value={year}
          onChange={(event) => remember({ year: Number(event.target.value) })}
        >
          {yearChoices(today, [], year).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      }
    >
      <WithPanel label={t('page.open')} panel={<WorkerPanel workerId={workerId} year={year} />}>
        <div className="editor">
          <AccountWorkerForm key={`${data.workerId} ${data.year} ${data.revision}`} facts={data} />
          <AccountEmployerForm key={`${data.employerId} ${data.employer.revision}`} facts={data} />
          <AccountDocument facts={data} />
          <div className="row-of">
            <LinkButton to="/training/balance" icon="back" plain>
              {t('page.back')}
            </LinkButton>
          </div>
        </div>
      </WithPanel>
    </Page>
  );
}
