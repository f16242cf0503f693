// What waits for a second person: approved or sent back, many at once.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../preload/contract/outbox.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { countChosen, isChosen, nothingChosen } from '../../ui/grid-selection.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { OutboxTabs } from './outbox-tabs.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';

/** Most in one act. */
const mostAtOnce = 500;

function useColumns(allEmployers: boolean): GridColumn<OutboxItem>[] {
  const { t } = useTranslation(['outbox', 'outbox-plan']);
  const formats = useFormats();
  const prepared = (item: OutboxItem): string => item.preparedBy || t('outbox-plan:approval.nobody');
  const queued = (item: OutboxItem): string => formats.moment(item.queuedAt);
  return [
    {
      id: 'worker',
      header: t('outbox:columns.worker'),
      cell: (item) => item.workerName,
      text: (item) => item.workerName,
      clip: true,
    },
    {
      id: 'employer',
      header: t('outbox:columns.employer'),
      cell: (item) => item.employerName,
      text: (item) => item.employerName,
      quiet: true,
      hidden: !allEmployers,
    },
    {
      id: 'year',
      header: t('outbox:columns.year'),
      cell: (item) => item.year,
      text: (item) => String(item.year),
      end: true,
    },
    {
      id: 'trainings',
      header: t('outbox:columns.trainings'),
      cell: (item) => formats.number(item.trainings),
      text: (item) => String(item.trainings),
      end: true,
    },
    { id: 'prepared', header: t('outbox-plan:approval.preparedBy'), cell: prepared, text: prepared },
    { id: 'queued', header: t('outbox:columns.queued'), cell: queued, text: queued, quiet: true },
  ];
}

export default function ApprovalPage() {
  const { t } = useTranslation('outbox-plan');
  const toast = useToast();
  const employerId = useEmployerId();
  const status = useCall('outbox.status', { employerId }, { keepPrevious: true }).data;
  const { rows } = useRowWindow('outbox.list', { employerId, states: ['ready'], waitsForApproval: true });
  const columns = useColumns(employerId === null);
  const [chosen, setChosen] = useState(nothingChosen);
  const [refusing, setRefusing] = useState(false);
  const approve = useAct('outbox.approve');
  const refuse = useAct('outbox.refuseApproval');
  const count = Math.min(mostAtOnce, countChosen(chosen, rows.total));

  const ids = (): string[] => {
    const found: string[] = [];
    for (let index = 0; index < rows.total && found.length < mostAtOnce; index += 1) {
      const row = rows.row(index);
      if (row !== undefined && isChosen(chosen, row.id)) found.push(row.id);
    }
    return found;
  };
  const approveNow = async (): Promise<void> => {
    const done = await approve.run({ ids: ids() });
    if (!done.ok) return;
    const { approved, refused } = done.value;
    setChosen(nothingChosen);
    const own = refused.filter(({ reason }) => reason === 'samePerson').length;
    const more = [
      ...(own > 0 ? [t('approval.samePerson', { count: own })] : []),
      ...(refused.some(({ reason }) => reason === 'nameMissing') ? [t('approval.nameMissing')] : []),
    ].join(' ');
    toast({
      text: t('approval.approved', { count: approved }),
      ...(more === '' ? {} : { more, tone: 'warn' as const }),
    });
  };
  const refuseNow = async (reason: string): Promise<void> => {
    const done = await refuse.run({ ids: ids(), reason });
    setRefusing(false);
    if (!done.ok) return;
    setChosen(nothingChosen);
    toast({ text: t('approval.sentBack', { count: done.value.refused }) });
  };
  return (
    <Page title={t('approval.title')} lead={t('approval.lead')}>
      {status !== undefined && <OutboxTabs current="/outbox/approval" status={status} />}
      <FailureNote failure={approve.failure ?? refuse.failure} />
      <Sheet label={t('approval.list')} flush>
        <Grid
          label={t('approval.list')}
          rows={rows}
          columns={columns}
          rowId={(item) => item.id}
          rowLabel={(item) => `${item.workerName} ${item.year}`}
          selection={chosen}
          onSelect={setChosen}
          bulk={
            count > 0 && (
              <>
                <Button small primary busy={approve.busy} onPress={() => void approveNow()}>
                  {t('approval.approve', { count })}
                </Button>
                <Button small onPress={() => setRefusing(true)}>
                  {t('approval.refuse')}
                </Button>
              </>
            )
          }
          empty={
            <Empty
              icon="check-ring"
              title={t('approval.empty')}
              acts={<LinkButton to="/outbox">{t('approval.toOutbox')}</LinkButton>}
            >
              {t('approval.emptyWhat')}
            </Empty>
          }
        />
      </Sheet>
      {refusing && (
        <SendBackDialog
          busy={refuse.busy}
          onClose={() => setRefusing(false)}
          onSendBack={(reason) => void refuseNow(reason)}
        />
      )}
    </Page>
  );
}
