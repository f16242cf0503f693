// The rescue of one client: what was asked and found, each worker-year beside the register, and the archive as a file.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Menu, type MenuAct } from '../../ui/menu.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { Page } from '../../ui/page.tsx';
import { WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { Completeness } from './completeness.tsx';
import { MakingArchive } from './making-archive.tsx';
import { useNoticeFirst } from './notice-gate.tsx';
import { Reading } from './reading.tsx';
import { StandingChip } from './rescue-words.tsx';
import { ServiceUntil } from './service-until.tsx';
import { YearDetail } from './year-detail.tsx';
import { YearsSheet } from './years-sheet.tsx';

const formats = ['zip', 'pdf', 'xlsx', 'csv', 'json'] as const;

export default function ClientPage() {
  const { t } = useTranslation('rescue');
  const { id = '' } = useParams();
  const [, go] = useLocation();
  const { language } = useAppState();
  const savedToast = useSavedToast();
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // The line that was opened gets the focus back: what is closed must not leave the keyboard nowhere.
  const close = (): void => {
    list.current?.querySelector<HTMLElement>('tr[aria-current] .link')?.focus();
    setOpenId(null);
  };
  const report = useCall('rescue.report', { employerId: id }, { keepPrevious: true });
  const status = useCall('rescue.status', {}, { keepPrevious: true }).data;
  const start = useAct('rescue.start');
  const save = useAct('rescue.export');
  const notice = useNoticeFirst();
  if (report.data === undefined)
    return (
      <Page title={t('title')}>
        {report.error === null ? (
          <Loading lines={8} />
        ) : (
          <ErrorState failure={report.error} onAgain={() => void report.refetch()} />
        )}
      </Page>
    );
  const { client } = report.data;
  const { standing } = client;
  const over = status?.days != null && status.days.left < 0;
  const mayRead = status?.api === 'available' && status.jobId === null && client.route === null && !over;
  const read = (again: 'none' | 'failed' | 'all'): void =>
    notice.first(() => void start.run({ employerId: id, again }));
  const exportAs = async (format: (typeof formats)[number]): Promise<void> => {
    const result = await save.run({ employerId: id, format, language });
    if (result.ok && result.value.saved)
      savedToast(t('saved', { name: result.value.name }), result.value.name);
  };
  const more: MenuAct[] = [
    { id: 'failed', label: t('acts.failed'), onAct: () => read('failed') },
    { id: 'all', label: t('acts.again'), onAct: () => read('all') },
  ];
  return (
    <Page
      title={client.name}
      lead={<StandingChip standing={standing} />}
      acts={
        <>
          <LinkButton to="/training/rescue">{t('acts.back')}</LinkButton>
          <Button icon="person" onPress={() => go(`/training/rescue/${id}/by-hand`)}>
            {t('acts.byHand')}
          </Button>
          {client.begun && (
            <Menu
              label={t('acts.export')}
              icon="download"
              small={false}
              acts={formats.map((format) => ({
                id: format,
                label: t(`formats.${format}`),
                onAct: () => void exportAs(format),
              }))}
            />
          )}
          {mayRead &&
            (standing === 'none' || client.listedAt === null ? (
              <Button primary icon="download" busy={start.busy} onPress={() => read('failed')}>
                {t('acts.one')}
              </Button>
            ) : (
              <Menu label={t('acts.one')} icon="again" small={false} acts={more} />
            ))}
        </>
      }
    >
      <ServiceUntil />
      <FailureNote failure={start.failure ?? (save.failure?.code === 'cancelled' ? null : save.failure)} />
      <MakingArchive />
      <FailureNote failure={status?.lastFailure === null || status === undefined ? client.failure : null} />
      <Reading employerId={id} />
      {notice.dialog}
      <WithPanel
        label={t('report.title')}
        panel={
          <>
            <YearDetail id={openId} employerId={id} onClose={close} />
            <Completeness report={report.data} />
          </>
        }
      >
        <div ref={list}>
          <YearsSheet employerId={id} openId={openId} onOpen={setOpenId} />
        </div>
      </WithPanel>
    </Page>
  );
}
