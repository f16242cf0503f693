// Presences that were looked up: searched by period, worker, site, enterprise, kind, state and remark, in any combination.
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { parseInsz } from '../../../preload/rules/identifiers/insz.ts';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid.tsx';
import { useKeptView } from '../../ui/kept-view.ts';
import { Page } from '../../ui/page.tsx';
import { onceKnown, useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AllowedLine } from '../register/allowing/allowed-line.tsx';
import { ExportMenu, ExportProgress, useExport } from './export-menu.tsx';
import { LookUpButton, LookUpProgress } from './look-up.tsx';
import { usePresenceColumns } from './presence-columns.tsx';
import { RoomTabs } from './room-tabs.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchFilters } from './search-filters.tsx';
import { SearchPeriod } from './search-period.tsx';
import { SearchPlot } from './search-plot.tsx';
import { inputOf, plainSearch, useSearch, useSettled } from './search-state.ts';
import { useSteadyRows } from './steady-rows.ts';
import './presences.css';

/** After the last letter or choice: the plot and the choices may come a little later than the rows. */
const overviewAfter = 350;
const readMoment = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null);

export default function SearchPage() {
  const { t } = useTranslation('presences');
  const employerId = useEmployerId();
  const [turned] = useRoute('/presences/search/turned');
  const [search, setSearch] = useSearch(turned ? { ...plainSearch, period: 'month', turned: true } : null);
  const [seenAt, keepSeen] = useKeptView('presences-seen', readMoment);
  const [onlyNew, setOnlyNew] = useState(false);
  const shown = useDeferredValue(search);
  const newSince = onlyNew ? seenAt : null;
  const input = useMemo(() => inputOf(shown, employerId, newSince), [shown, employerId, newSince]);
  const asked = useRowWindow('presence.list', input);
  const rows = useSteadyRows(
    asked.rows,
    asked.rows.row(0) !== undefined || asked.answer?.total === 0 || asked.rows.waiting,
  );
  const overview = useCall('presence.overview', useSettled(input, overviewAfter), { keepPrevious: true });
  const exporting = useExport(input);
  const columns = usePresenceColumns();
  // Of one worker: by which line of the register.
  const worker = parseInsz(shown.text);
  return (
    <Page
      title={t('tabs.search')}
      lead={onceKnown(rows, t('search.lead', { count: rows.total }))}
      acts={
        <>
          {rows.total > 0 && <ExportMenu exporting={exporting} />}
          <LookUpButton employerId={employerId} from={input.from} to={input.to} />
        </>
      }
    >
      <RoomTabs current="/presences/search" />
      <div className="day-choice">
        <SearchPeriod search={search} onSearch={setSearch} />
        <SavedSearches search={search} onSearch={setSearch} />
      </div>
      <LookUpProgress employerId={employerId} />
      <ExportProgress exporting={exporting} />
      {employerId !== null && worker !== null && (
        <AllowedLine
          purpose="presence"
          employerId={employerId}
          insz={worker}
          from={input.from}
          to={input.to}
          when="done"
        />
      )}
      <Sheet label={t('tabs.search')} flush>
        {overview.data !== undefined && <SearchPlot overview={overview.data} />}
        <Grid
          label={t('tabs.search')}
          keep="grid-presences"
          columns={columns}
          rows={rows}
          rowId={(row) => String(row.serviceId)}
          rowLabel={(row) => row.workerName ?? row.insz}
          filters={
            <>
              <SearchFilters search={search} onSearch={setSearch} overview={overview.data} />
              <NewOnes seenAt={seenAt} onlyNew={onlyNew} onOnlyNew={setOnlyNew} onSeen={keepSeen} />
            </>
          }
          empty={
            <Empty icon="search" title={t('search.none')}>
              {t('none')}
            </Empty>
          }
          foot={<span>{onceKnown(rows, t('search.lead', { count: rows.total }))}</span>}
        />
      </Sheet>
    </Page>
  );
}

type NewOnesProps = {
  seenAt: string | null;
  onlyNew: boolean;
  onOnlyNew: (onlyNew: boolean) => void;
  onSeen: (moment: string) => void;
};

/** What came or changed since somebody said that all was seen. */
function NewOnes({ seenAt, onlyNew, onOnlyNew, onSeen }: NewOnesProps) {
  const { t } = useTranslation('presence-search');
  const formats = useFormats();
  const toast = useToast();
  return (
    <>
      {seenAt !== null && (
        <label className="choice">
          <input type="checkbox" checked={onlyNew} onChange={({ target }) => onOnlyNew(target.checked)} />
          {t('filter.onlyNew', { moment: formats.moment(seenAt) })}
        </label>
      )}
      <Button
        small
        icon="check"
        onPress={() => {
          onSeen(new Date().toISOString());
          onOnlyNew(false);
          toast({ text: t('seen.done') });
        }}
      >
        {t('seen.act')}
      </Button>
    </>
  );
}
