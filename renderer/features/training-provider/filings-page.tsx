// What training providers filed for our workers in a year: fetched, compared with the register, adopted or rejected.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filing } from '../../../preload/contract/training-provider.ts';
import { useEmployerId, useOnline } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ServiceNote } from '../../shell/service-note.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import { countChosen, isChosen, nothingChosen } from '../../ui/grid-selection.ts';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RoomTabs, useRoomCounts } from '../training/room-head.tsx';
import { remember } from '../training/room-memory.ts';
import { useBusinessDate, useRoomYear, yearChoices } from '../training/room-year.ts';
import '../training/training.css';
import { useFilingColumns, useFilingWhy } from './filing-columns.tsx';
import { RejectDialog } from './reject-dialog.tsx';

const decisions = ['open', 'adopted', 'rejected'] as const;
/** Most in one act. */
const mostAtOnce = 500;

export default function FilingsPage() {
  const { t } = useTranslation('training-provider');
  const formats = useFormats();
  const toast = useToast();
  const employerId = useEmployerId();
  const year = useRoomYear();
  const today = useBusinessDate();
  const online = useOnline();
  const years = useRoomCounts(year).data?.years ?? [];
  const [decision, setDecision] = useState<Filing['decision'] | null>(null);
  const [chosen, setChosen] = useState(nothingChosen);
  const [rejecting, setRejecting] = useState(false);
  const { rows, answer } = useRowWindow('providerFiling.list', { employerId, year, decision });
  const columns = useFilingColumns(employerId === null);
  const why = useFilingWhy();
  const fetch = useAct('providerFiling.fetch');
  const adopt = useAct('providerFiling.adopt');
  const reject = useAct('providerFiling.reject');
  const count = Math.min(mostAtOnce, countChosen(chosen, rows.total));

  const ids = (): string[] => {
    const found: string[] = [];
    for (let index = 0; index < rows.total && found.length < mostAtOnce; index += 1) {
      const row = rows.row(index);
      if (row !== undefined && isChosen(chosen, row.id)) found.push(row.id);
    }
    return found;
  };
  const fetchNow = async (): Promise<void> => {
    if (employerId === null) return;
    const done = await fetch.run({ employerId, year });
    if (done.ok) toast({ text: t('filings.fetched', done.value) });
  };
  const say = (text: string, refused: number): void =>
    toast({
      text,
      ...(refused > 0 ? { more: t('filings.left', { count: refused }), tone: 'warn' as const } : {}),
    });
  const adoptNow = async (): Promise<void> => {
    const done = await adopt.run({ ids: ids() });
    if (!done.ok) return;
    setChosen(nothingChosen);
    say(t('filings.adopted', { done: done.value.done }), done.value.refused);
  };
  const rejectNow = async (reason: string): Promise<void> => {
    const done = await reject.run({ ids: ids(), reason });
    setRejecting(false);
    if (!done.ok) return;
    setChosen(nothingChosen);
    say(t('filings.rejected', { done: done.value.done }), done.value.refused);
  };
  const blocked = employerId === null ? t('filings.chooseEmployer') : online ? null : t('edit.offline');
  return (
    <Page
      title={t('filings.title')}
      lead={t('filings.lead')}
      acts={
        <Button primary icon="again" blocked={blocked} busy={fetch.busy} onPress={() => void fetchNow()}>
          {t('filings.fetch', { year: String(year) })}
        </Button>
      }
    >
      <ServiceNote />
      <RoomTabs year={year} current="/training/from-providers" />
      <FailureNote failure={fetch.failure ?? adopt.failure ?? reject.failure} />
      <Sheet label={t('filings.list')} flush>
        <Grid
          label={t('filings.list')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => `${row.workerName}, ${row.fields.title}`}
          selection={chosen}
          onSelect={setChosen}
          why={why}
          filters={
            <>
              <select
                className="input small select filter-year"
                aria-label={t('filings.year')}
                value={year}
                onChange={(event) => remember({ year: Number(event.target.value) })}
              >
                {yearChoices(today, years, year).map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
              <select
                className="input small select"
                aria-label={t('filings.show')}
                value={decision ?? ''}
                onChange={(event) => {
                  setDecision(decisions.find((one) => one === event.target.value) ?? null);
                  setChosen(nothingChosen);
                }}
              >
                <option value="">{t('filings.all')}</option>
                {decisions.map((one) => (
                  <option key={one} value={one}>
                    {t(`filings.decisions.${one}`)}
                  </option>
                ))}
              </select>
              {typeof answer?.readAt === 'string' && (
                <span className="quiet-text">
                  {t('filings.readAt', { moment: formats.moment(answer.readAt) })}
                </span>
              )}
            </>
          }
          bulk={
            count > 0 && (
              <>
                <Button small primary busy={adopt.busy} onPress={() => void adoptNow()}>
                  {t('filings.adopt', { count })}
                </Button>
                <Button small onPress={() => setRejecting(true)}>
                  {t('filings.reject')}
                </Button>
              </>
            )
          }
          empty={
            <Empty icon="book" title={t('filings.empty')}>
              {t('filings.emptyWhat')}
            </Empty>
          }
        />
      </Sheet>
      <p className="faint-text">{t('assumed')}</p>
      {rejecting && (
        <RejectDialog
          busy={reject.busy}
          onClose={() => setRejecting(false)}
          onReject={(reason) => void rejectNow(reason)}
        />
      )}
    </Page>
  );
}
