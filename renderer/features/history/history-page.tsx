// The history: everything that happened, found by name, number or word; proof that nothing was altered; export.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { WithPanel } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EventList } from './event-list.tsx';
import { EventPanel } from './event-panel.tsx';
import { type HistoryFilter, noFilter } from './history-filter.ts';
import { Verification } from './verification.tsx';

export default function HistoryPage() {
  const { t } = useTranslation('history');
  const employerId = useEmployerId();
  const employer = useCall('employer.get', { id: employerId ?? '' }, { enabled: employerId !== null });
  const [filter, setFilter] = useState<HistoryFilter>(noFilter);
  const list = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const verify = useAct('history.verify');
  const exporting = useAct('history.export');
  const toast = useToast();
  const [report, setReport] = useState<Parameters<typeof Verification>[0]['report'] | null>(null);

  const check = async (): Promise<void> => {
    const checked = await verify.run({});
    setReport(checked.ok ? checked.value : null);
  };
  const save = async (): Promise<void> => {
    const saved = await exporting.run({ employerId });
    if (saved.ok && saved.value.saved) {
      const { events, name } = saved.value;
      toast({ text: t('export.saved', { events, name }), more: t('export.more') });
    }
  };
  // The row that was opened gets the focus back: what is closed must not leave the keyboard nowhere.
  const close = (): void => {
    setOpenId(null);
    list.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  };
  const failure = verify.failure ?? exporting.failure;
  return (
    <Page
      title={t('title')}
      lead={employer.data === undefined ? t('lead') : t('leadOf', { employer: employer.data.name })}
      acts={
        <>
          <Button icon="download" busy={exporting.busy} onPress={() => void save()}>
            {t('acts.export')}
          </Button>
          <Button icon="shield" busy={verify.busy} onPress={() => void check()}>
            {t('acts.verify')}
          </Button>
        </>
      }
    >
      <FailureNote failure={failure?.code === 'fileNotChosen' ? null : failure} />
      {report !== null && <Verification report={report} />}
      <WithPanel label={t('panel')} panel={<EventPanel id={openId} onClose={close} />}>
        <div ref={list}>
          <EventList
            filter={filter}
            onFilter={(change) => setFilter((now) => ({ ...now, ...change }))}
            employerId={employerId}
            openId={openId}
            onOpen={setOpenId}
          />
        </div>
      </WithPanel>
    </Page>
  );
}
