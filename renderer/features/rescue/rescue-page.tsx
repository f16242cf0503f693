// Rescue of FLA data: all clients with how far each is, one reading for all of them now or tonight, and the overview as a file.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { RoomTabs } from '../training/room-head.tsx';
import { useRoomYear } from '../training/room-year.ts';
import { ClientsSheet } from './clients-sheet.tsx';
import { useNoticeFirst } from './notice-gate.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { Reading } from './reading.tsx';
import { RunNotes } from './run-notes.tsx';
import { ServiceUntil } from './service-until.tsx';

export default function RescuePage() {
  const { t } = useTranslation('rescue');
  const year = useRoomYear();
  const [planning, setPlanning] = useState(false);
  const status = useCall('rescue.status', {}, { keepPrevious: true }).data;
  const start = useAct('rescue.start');
  const notice = useNoticeFirst();
  const over = status?.days != null && status.days.left < 0;
  const ready = status?.api === 'available' && status.jobId === null && !over;
  const left = (status?.counts.waiting ?? 0) + (status?.counts.asked ?? 0);
  const read = (which: 'all' | 'failed'): void =>
    notice.first(() => void start.run({ employerId: null, which, again: 'failed' }));
  const plan = (): void => notice.first(() => setPlanning(true));
  return (
    <Page
      title={t('title')}
      lead={
        status && t('lead', { home: status.home, clients: status.clients, records: status.counts.records })
      }
      acts={
        ready &&
        status.clients > 0 && (
          <>
            {status.plan === null && (
              <Button icon="hourglass" onPress={plan}>
                {t('acts.plan')}
              </Button>
            )}
            <Button
              primary={left === 0 && status.home < status.clients}
              icon="download"
              busy={start.busy}
              onPress={() => read('all')}
            >
              {t('acts.all')}
            </Button>
          </>
        )
      }
    >
      <RoomTabs year={year} current="/training/rescue" />
      <ServiceUntil />
      <FailureNote failure={start.failure} />
      <Reading employerId={null} />
      {status !== undefined && (
        <RunNotes status={status} busy={start.busy} onChangePlan={plan} onTryAgain={() => read('failed')} />
      )}
      <ClientsSheet />
      {notice.dialog}
      <PlanDialog open={planning} onClose={() => setPlanning(false)} />
    </Page>
  );
}
