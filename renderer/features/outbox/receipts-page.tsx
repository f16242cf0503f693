// The receipts: every answer with the hash of what was asked and of what came back; filtered, looked at, saved in bulk.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { OutboxTabs } from './outbox-tabs.tsx';
import { useReceiptColumns } from './receipt-columns.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';

const states = ['accepted', 'acceptedWithWarnings', 'refused', 'superseded'] as const;
const channels = ['employer', 'provider'] as const;
const formats = ['json', 'xlsx', 'csv'] as const;
type Asked = {
  from: string | null;
  to: string | null;
  states: (typeof states)[number][];
  channel: (typeof channels)[number] | null;
};

export default function ReceiptsPage() {
  const { t } = useTranslation('outbox-plan');
  const savedToast = useSavedToast();
  const employerId = useEmployerId();
  const status = useCall('outbox.status', { employerId }, { keepPrevious: true }).data;
  const [asked, setAsked] = useState<Asked>({ from: null, to: null, states: [], channel: null });
  const { rows } = useRowWindow('outbox.receipts', { employerId, ...asked });
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = useReceiptColumns(setOpenId);
  const save = useAct('outbox.saveReceipts');
  const list = useRef<HTMLDivElement>(null);
  const open = Array.from({ length: Math.min(rows.total, 5_000) }, (_, at) => rows.row(at)).find(
    (row) => row?.id === openId,
  );
  const narrow = (change: Partial<Asked>): void => {
    setOpenId(null);
    setAsked((now) => ({ ...now, ...change }));
  };
  const close = (): void => {
    setOpenId(null);
    list.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  };
  const saveAs = async (format: (typeof formats)[number]): Promise<void> => {
    const done = await save.run({ employerId, ...asked, format });
    if (done.ok && done.value.name !== null)
      savedToast(t('receipts.saved', { count: done.value.receipts, file: done.value.name }), done.value.name);
  };
  return (
    <Page
      title={t('receipts.title')}
      lead={t('receipts.lead')}
      acts={
        rows.total > 0 &&
        formats.map((format) => (
          <Button
            key={format}
            primary={format === 'csv'}
            icon="download"
            busy={save.busy}
            onPress={() => void saveAs(format)}
          >
            {t(`receipts.save.${format}`)}
          </Button>
        ))
      }
    >
      {status !== undefined && <OutboxTabs current="/outbox/receipts" status={status} />}
      <FailureNote failure={save.failure} />
      <Sheet label={t('receipts.period')}>
        <div className="row-of">
          <DateField
            name="from"
            label={t('receipts.from')}
            value={asked.from}
            onChange={(from, typed) => {
              // What cannot be read is said at the field, and filters nothing.
              if (from !== null || typed === '') narrow({ from });
            }}
          />
          <DateField
            name="to"
            label={t('receipts.to')}
            value={asked.to}
            onChange={(to, typed) => {
              if (to !== null || typed === '') narrow({ to });
            }}
          />
        </div>
      </Sheet>
      <WithPanel
        label={t('receipts.one')}
        panel={open === undefined ? null : <ReceiptPanel receipt={open} onClose={close} />}
      >
        <div ref={list}>
          <Sheet label={t('receipts.list')} flush>
            <Grid
              label={t('receipts.list')}
              rows={rows}
              columns={columns}
              rowId={(row) => row.id}
              rowLabel={(row) => `${row.workerName || row.title} ${row.year}`}
              openId={openId}
              onOpen={(row) => setOpenId(row.id)}
              filters={
                <>
                  <select
                    className="input small select"
                    aria-label={t('receipts.channel')}
                    value={asked.channel ?? ''}
                    onChange={(event) =>
                      narrow({ channel: channels.find((one) => one === event.target.value) ?? null })
                    }
                  >
                    <option value="">{t('receipts.channels.all')}</option>
                    {channels.map((one) => (
                      <option key={one} value={one}>
                        {t(`receipts.channels.${one}`)}
                      </option>
                    ))}
                  </select>
                  <StateSelect
                    value={asked.states[0] ?? null}
                    onChange={(state) => narrow({ states: state === null ? [] : [state] })}
                  />
                  <span className="quiet-text">{t('receipts.foot', { count: rows.total })}</span>
                </>
              }
              empty={
                <Empty icon="file" title={t('receipts.empty')}>
                  {t('receipts.emptyWhat')}
                </Empty>
              }
            />
          </Sheet>
        </div>
      </WithPanel>
    </Page>
  );
}

type State = (typeof states)[number];

function StateSelect({ value, onChange }: { value: State | null; onChange: (state: State | null) => void }) {
  const { t } = useTranslation(['outbox', 'outbox-plan']);
  return (
    <select
      className="input small select"
      aria-label={t('outbox:columns.state')}
      value={value ?? ''}
      onChange={(event) => onChange(states.find((one) => one === event.target.value) ?? null)}
    >
      <option value="">{t('outbox-plan:receipts.allStates')}</option>
      {states.map((one) => (
        <option key={one} value={one}>
          {t(`outbox:states.${one}`)}
        </option>
      ))}
    </select>
  );
}
