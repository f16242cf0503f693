// Sheets to send out: for which clients, for which year, and how many rows for each worker.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeEmployer } from '../../../preload/contract/intake.ts';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { MakingSheets, useMakeSheets } from './making-sheets.tsx';
import { useBusinessDate, useRoomYear, yearChoices } from './room-year.ts';
import { SheetEmployers } from './sheet-employers.tsx';
import '../../ui/list-import.css';
import { RoomTabs } from './room-head.tsx';

const rowChoices = [1, 2, 3, 5, 10, 20];

export default function SheetsPage() {
  const { t } = useTranslation('intake');
  const importing = useTranslation('training-import').t;
  const shownEmployer = useEmployerId();
  const today = useBusinessDate();
  const roomYear = useRoomYear();
  const [year, setYear] = useState(roomYear);
  const [rowsPerWorker, setRowsPerWorker] = useState(3);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(shownEmployer === null ? [] : [shownEmployer]),
  );
  const sought = useDeferredValue(text.trim());
  const found = useCall('intake.employers', { year, text: sought, pageSize: 500 }, { keepPrevious: true });
  const making = useMakeSheets();
  const [attempt, setAttempt] = useState(0);
  const [nobody, setNobody] = useState(false);
  const rows = found.data?.rows ?? [];
  const make = async (): Promise<void> => {
    setNobody(chosen.size === 0);
    setAttempt((count) => count + 1);
    if (chosen.size > 0) await making.make([...chosen], year, rowsPerWorker);
  };
  return (
    <Page
      title={t('page.title')}
      lead={t('page.lead')}
      acts={
        <LinkButton to="/training/import" icon="upload">
          {importing('title')}
        </LinkButton>
      }
    >
      <RoomTabs year={roomYear} current="/training/sheets" />
      <ErrorSummary
        problems={nobody ? [{ name: 'sought', message: t('page.nobody') }] : []}
        attempt={attempt}
      />
      <div className="import-reading">
        <SelectField
          name="year"
          label={t('page.year')}
          choices={yearChoices(today, [], year).map((one) => ({ value: String(one), label: String(one) }))}
          value={String(year)}
          onChange={(event) => setYear(Number(event.target.value))}
        />
        <SelectField
          name="rows"
          label={t('page.rows')}
          hint={t('page.rowsHint')}
          choices={rowChoices.map((one) => ({ value: String(one), label: String(one) }))}
          value={String(rowsPerWorker)}
          onChange={(event) => setRowsPerWorker(Number(event.target.value))}
        />
      </div>
      {found.data === undefined ? (
        found.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={found.error} onAgain={() => void found.refetch()} />
        )
      ) : found.data.total === 0 && sought === '' ? (
        <Empty icon="building" title={t('page.empty')}>
          {t('page.emptyWhat')}
        </Empty>
      ) : (
        <SheetEmployers
          rows={rows}
          more={found.data.total - rows.length}
          text={text}
          onText={setText}
          chosen={chosen}
          onChosen={(next) => {
            setChosen(next);
            setNobody(false);
          }}
        />
      )}
      <Note tone="warn">{t('page.personal')}</Note>
      <MakingSheets making={making} />
      <div className="row-of">
        <Button primary icon="download" busy={making.busy} onPress={() => void make()}>
          {t('page.make', { count: countWithWorkers(rows, chosen) })}
        </Button>
        <span className="quiet-text">{t('page.chosen', { count: chosen.size })}</span>
      </div>
    </Page>
  );
}

/** Of those chosen, who gets a sheet; who is not shown is taken to have workers. */
const countWithWorkers = (rows: readonly IntakeEmployer[], chosen: ReadonlySet<string>): number => {
  const without = rows.filter(({ employerId, workers }) => chosen.has(employerId) && workers === 0);
  return chosen.size - without.length;
};
