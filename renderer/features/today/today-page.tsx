// Today: what needs somebody, ordered by when, each line with the way to where it is solved.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { brusselsToday } from '../connection/today.ts';
import { CertificatesPanel } from './certificates-panel.tsx';
import { OutboxPanel } from './outbox-panel.tsx';
import { ServicesPanel } from './services-panel.tsx';
import { TodayList } from './today-list.tsx';

/** What a newcomer still lacks stands first, but can wait. */
const toBeginWith: ReadonlySet<string> = new Set(['noCertificate', 'noAccount', 'noEmployer', 'noWorkers']);

export default function TodayPage() {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const [, go] = useLocation();
  const today = useCall('today.list', {});
  if (today.error !== null && today.data === undefined) {
    return (
      <Page title={t('title')} reading>
        <ErrorState failure={today.error} onAgain={() => void today.refetch()} />
      </Page>
    );
  }
  const lines = today.data?.lines ?? [];
  const due = lines.filter((line) => line.when === 'today');
  const begin = due.filter((line) => toBeginWith.has(line.key)).length;
  const pressing = due.length - begin;
  const date = today.data === undefined ? '' : formats.day(today.data.date, 'full');
  const sentence = `${date.charAt(0).toUpperCase()}${date.slice(1)}`;
  return (
    <Page
      title={t('title')}
      reading
      lead={today.data === undefined ? undefined : t('lead', { date: sentence, count: pressing, begin })}
      acts={
        <Menu
          label={t('new')}
          icon="plus"
          small={false}
          acts={[
            { id: 'training', label: t('newTraining'), icon: 'book', onAct: () => go('/training/new') },
            { id: 'worker', label: t('newWorker'), icon: 'person', onAct: () => go('/workers/new') },
            { id: 'employer', label: t('newEmployer'), icon: 'building', onAct: () => go('/employers/new') },
          ]}
        />
      }
    >
      <WithPanel
        label={t('panel')}
        panel={
          <>
            <OutboxPanel />
            <CertificatesPanel
              certificates={today.data?.certificates ?? []}
              today={today.data === undefined ? null : brusselsToday()}
            />
            <ServicesPanel services={today.data?.services ?? []} />
          </>
        }
      >
        {today.data === undefined ? (
          <Sheet label={t('list')} flush>
            <Loading lines={8} />
          </Sheet>
        ) : lines.length === 0 ? (
          <Sheet label={t('list')} flush>
            <Empty icon="check-ring" title={t('empty.title')}>
              {t('empty.what')}
            </Empty>
          </Sheet>
        ) : (
          <TodayList lines={lines} date={today.data.date} />
        )}
      </WithPanel>
    </Page>
  );
}
