// The register of trainings: grid, filters, acts on many, and the right of the worker of the row in hand.

import { type FocusEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Training } from '../../../preload/contract/training.ts';
import { useEmployerId } from '../../app-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ServiceNote } from '../../shell/service-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid.tsx';
import { countChosen, isChosen, nothingChosen } from '../../ui/grid-selection.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { ChangeTogether } from './change-together.tsx';
import { chosenIds, tooMany } from './chosen-ids.ts';
import { useFillDown } from './fill-down.ts';
import { FindingGroups } from './finding-groups.tsx';
import { RegisterBulk } from './register-bulk.tsx';
import { useRegisterColumns, useWhyLine } from './register-columns.tsx';
import { RegisterEmpty } from './register-empty.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { filterOf, sortOf, viewOf, viewPaths } from './register-query.ts';
import { useRoomActs } from './room-acts.ts';
import { RoomLead, RoomTabs, useRoomCounts } from './room-head.tsx';
import { useRoomKeys } from './room-keys.ts';
import { remember, useRoomMemory } from './room-memory.ts';
import { useRoomYear } from './room-year.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import { usePasteIntoRegister } from './use-paste.ts';
import './training.css';
import { NoWorker, WorkerPanel } from './worker-panel.tsx';

export default function RegisterPage() {
  const { t } = useTranslation('training');
  const importing = useTranslation('training-import').t;
  const formats = useFormats();
  const [place, go] = useLocation();
  const view = viewOf(place);
  const employerId = useEmployerId();
  const year = useRoomYear();
  const memory = useRoomMemory();
  const { chosen, openRow } = memory;
  const filter = filterOf(view, memory, employerId, year);
  const { rows, answer } = useRowWindow('training.list', { ...filter, sort: sortOf(memory) });
  const counts = useRoomCounts(year).data;
  const acts = useRoomActs();
  const [dialog, setDialog] = useState<'submit' | 'together' | null>(null);
  const inHand = openRow !== null && openRow.year === year ? openRow : (rows.row(0) ?? null);
  const columns = useRegisterColumns(inHand?.workerId ?? null);
  const why = useWhyLine();
  usePasteIntoRegister();
  const count = countChosen(chosen, rows.total);
  const toSubmit = count > 0 ? count : (counts?.drafts ?? 0);

  /** Chosen rows that are at hand: enough to name whom a dialog is about. */
  const chosenRows = (): Training[] => {
    const found: Training[] = [];
    for (let index = 0; index < Math.min(rows.total, 5_000); index++) {
      const row = rows.row(index);
      if (row !== undefined && isChosen(chosen, row.id)) found.push(row);
    }
    return found;
  };
  const removeChosen = async (): Promise<void> => {
    if (count === 0 ? openRow === null : tooMany(chosen, rows.total)) return;
    const ids =
      count === 0 ? { ok: true as const, value: [openRow?.id ?? ''] } : await chosenIds(chosen, filter);
    if (ids.ok && (await acts.remove(ids.value))) remember({ chosen: nothingChosen, openRow: null });
  };
  const fill = useFillDown(() =>
    count === 0 || tooMany(chosen, rows.total) ? null : chosenIds(chosen, filter),
  );
  useRoomKeys({
    onUndo: () => void acts.undo(),
    onRedo: () => void acts.redo(),
    onSubmit: () => toSubmit > 0 && setDialog('submit'),
    onDelete: () => void removeChosen(),
    off: dialog !== null,
  });
  const onFocus = (event: FocusEvent): void => {
    const index = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]')?.dataset['index'];
    const row = index === undefined ? undefined : rows.row(Number(index));
    if (row !== undefined && row.id !== openRow?.id) remember({ openRow: row });
  };
  return (
    <Page
      title={t('title', { year: String(year) })}
      lead={<RoomLead year={year} />}
      acts={
        <>
          <LinkButton to="/training/import" icon="upload">
            {importing('title')}
          </LinkButton>
          <Button
            icon="plus"
            onPress={() => {
              remember({ copyOf: null, forWorkers: [] });
              go('/training/new');
            }}
          >
            {t('new')}
          </Button>
          {toSubmit > 0 && (
            <Button primary icon="send" onPress={() => setDialog('submit')}>
              {t('submit', { count: toSubmit })}
            </Button>
          )}
        </>
      }
    >
      <ServiceNote />
      <RoomTabs year={year} current={viewPaths[view]} />
      <WithPanel
        label={t('panel.label')}
        panel={
          <>
            {view === 'toFix' && <FindingGroups filter={filter} />}
            {inHand === null ? <NoWorker /> : <WorkerPanel workerId={inHand.workerId} year={year} />}
          </>
        }
      >
        <div onFocusCapture={onFocus}>
          <Sheet label={t('register')} flush>
            <Grid
              label={t('register')}
              columns={columns}
              rows={rows}
              rowId={(row) => row.id}
              rowLabel={(row) => `${row.workerName}, ${row.fields.title}`}
              selection={chosen}
              onSelect={(selection) => remember({ chosen: selection })}
              sort={memory.sort}
              onSort={(sort) => remember({ sort })}
              why={why}
              onOpen={(row) => go(`/training/${row.id}`)}
              keep="grid-register"
              onFill={(column, row) => void fill(column, row)}
              filters={<RegisterFilters years={counts?.years ?? []} year={year} byState={view === 'all'} />}
              bulk={
                <RegisterBulk
                  total={rows.total}
                  filter={filter}
                  onChangeTogether={() => setDialog('together')}
                  onRemove={() => void removeChosen()}
                />
              }
              empty={<RegisterEmpty view={view} year={year} />}
              foot={
                <>
                  <span>{t('shown', { count: rows.total })}</span>
                  <span>{t('sum', { hours: formats.duration(answer?.minutes ?? 0) })}</span>
                </>
              }
            />
          </Sheet>
        </div>
      </WithPanel>
      {dialog === 'submit' && (
        <SubmitDialog
          count={toSubmit}
          choice={
            count === 0
              ? {
                  filter: {
                    ...filter,
                    states: ['draft'],
                    text: '',
                    toFix: false,
                    startFrom: null,
                    startTo: null,
                  },
                }
              : chosen.all && chosen.ids.size === 0
                ? { filter }
                : { ids: () => chosenIds(chosen, filter), known: chosenRows() }
          }
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'together' && (
        <ChangeTogether count={count} ids={() => chosenIds(chosen, filter)} onClose={() => setDialog(null)} />
      )}
    </Page>
  );
}
