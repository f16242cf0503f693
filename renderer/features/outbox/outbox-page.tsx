// The outbox: everything that is to be sent, is being sent or was sent, with what each answer means.

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { ServiceNote } from '../../shell/service-note.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { SendingRoutesNote } from '../employers/sending-routes-note.tsx';
import { ItemList } from './item-list.tsx';
import { ItemPanel } from './item-panel.tsx';
import { OutboxTabs } from './outbox-tabs.tsx';
import { pathOf, viewOf } from './outbox-views.ts';
import { QueueActs } from './queue-acts.tsx';
import { QueueNotes } from './queue-notes.tsx';
import { SendingPanel } from './sending-panel.tsx';

export default function OutboxPage() {
  const { t } = useTranslation('outbox');
  const params = useParams<{ view?: string }>();
  const view = viewOf(params.view);
  const employerId = useEmployerId();
  const list = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const status = useCall('outbox.status', { employerId }, { keepPrevious: true });
  const now = status.data;
  // The row that was opened gets the focus back: what is closed must not leave the keyboard nowhere.
  const close = (): void => {
    setOpenId(null);
    list.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  };
  if (now === undefined) {
    return (
      <Page title={t('title')}>
        {status.error === null ? (
          <Loading lines={8} />
        ) : (
          <ErrorState failure={status.error} onAgain={() => void status.refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={t('title')}
      lead={t('lead', { ready: now.counts['ready'] ?? 0, unknown: now.counts['unknown'] ?? 0 })}
      acts={<QueueActs status={now} />}
    >
      <ServiceNote />
      <QueueNotes status={now} />
      <SendingRoutesNote employerId={employerId} />
      <OutboxTabs current={pathOf(view)} status={now} />
      <WithPanel
        label={t('panel.label')}
        panel={
          <>
            {openId !== null && <ItemPanel id={openId} onClose={close} />}
            <SendingPanel status={now} />
            {openId === null && <ItemPanel id={null} onClose={close} />}
          </>
        }
      >
        <div ref={list}>
          <ItemList key={view} view={view} employerId={employerId} openId={openId} onOpen={setOpenId} />
        </div>
      </WithPanel>
    </Page>
  );
}
