// Connection: what the next step is, the certificates and the accounts, and until when each certificate counts.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Loading, OfflineNote } from '../../ui/states.tsx';
import { CertificatesPanel } from '../today/certificates-panel.tsx';
import { AccountList } from './account-list.tsx';
import { CertificateList } from './certificate-list.tsx';
import { ConnectionTabs } from './connection-tabs.tsx';
import { NextStep } from './next-step.tsx';
import { RequestList } from './request-list.tsx';
import { brusselsToday } from './today.ts';

export default function ConnectionPage() {
  const { t } = useTranslation('connection');
  const practising = useAppState().environment.kind === 'practice';
  const certificates = useCall('certificate.list', {});
  const accounts = useCall('account.list', {});
  const guides = useCall('guide.list', { finished: false });
  const underWay = guides.data?.rows.find(({ next }) => next !== null) ?? null;
  const failure = certificates.error ?? accounts.error;
  const again = (): void => {
    void certificates.refetch();
    void accounts.refetch();
  };
  const [kept, known] = [certificates.data?.rows, accounts.data?.rows];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      reading
      acts={
        kept !== undefined && kept.length > 0 ? (
          <>
            <LinkButton to="/connection/doctor" icon="plug">
              {t('doctor')}
            </LinkButton>
            <LinkButton to="/connection/certificate" icon="plus">
              {t('addCertificate')}
            </LinkButton>
            <LinkButton to="/connection/account" icon="plus">
              {t('addAccount')}
            </LinkButton>
          </>
        ) : undefined
      }
    >
      <ConnectionTabs />
      <OfflineNote />
      {kept === undefined || known === undefined ? (
        <Sheet label={t('title')} flush>
          {failure === null ? <Loading lines={6} /> : <ErrorState failure={failure} onAgain={again} />}
        </Sheet>
      ) : (
        <>
          <NextStep certificates={kept} accounts={known} guide={underWay} />
          <WithPanel
            label={t('panel')}
            panel={
              <CertificatesPanel
                today={brusselsToday()}
                certificates={kept.map((one) => ({
                  name: one.name,
                  notAfter: one.facts.notAfter,
                  daysLeft: one.daysLeft,
                }))}
              />
            }
          >
            <div className="panel">
              <CertificateList certificates={kept} />
              {practising && <p className="faint-text">{t('certificate.realDate')}</p>}
              <RequestList />
              <AccountList accounts={known} />
            </div>
          </WithPanel>
        </>
      )}
    </Page>
  );
}
