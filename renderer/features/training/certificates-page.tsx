// Certificates of trainings that are over or end soon, with a refresher to plan for each.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { onceKnown, useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import './account.css';
import { nameOf, useCertificateColumns, usePlanRefresher } from './certificate-columns.tsx';
import { RoomTabs } from './room-head.tsx';
import { useRoomYear } from './room-year.ts';
import { SaveList } from './save-list.tsx';
import './training.css';

const choices = ['all', 'over', '14', '40', '90'] as const;
type Within = (typeof choices)[number];

export default function CertificatesPage() {
  const { t } = useTranslation('training-account');
  const employerId = useEmployerId();
  const year = useRoomYear();
  const save = useAct('trainingAccount.saveCertificates');
  const [text, setText] = useState('');
  const [within, setWithin] = useState<Within>('all');
  const filter = { employerId, text: useDeferredValue(text).trim(), within };
  const { rows } = useRowWindow('trainingAccount.certificates', filter);
  const plan = usePlanRefresher();
  const columns = useCertificateColumns(employerId === null, plan);
  return (
    <Page
      title={t('ends.title')}
      lead={t('ends.lead')}
      acts={
        <SaveList
          onSave={(saving) => save.run({ ...filter, ...saving })}
          busy={save.busy}
          failure={save.failure}
        />
      }
    >
      <RoomTabs year={year} current="/training/certificates" />
      <FailureNote failure={plan.failure} />
      <Sheet label={t('ends.label')} flush>
        <Grid
          label={t('ends.label')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.trainingId}
          rowLabel={(row) => `${row.workerName}, ${nameOf(row)}`}
          onOpen={(row) => plan.go(`/training/${row.trainingId}`)}
          filters={
            <>
              <input
                type="search"
                className="input small"
                placeholder={t('ends.search')}
                aria-label={t('ends.search')}
                maxLength={120}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <select
                className="input small select filter-year"
                aria-label={t('ends.within')}
                value={within}
                onChange={(event) => setWithin(event.target.value as Within)}
              >
                {choices.map((one) => (
                  <option key={one} value={one}>
                    {t(`ends.choices.${one}`)}
                  </option>
                ))}
              </select>
            </>
          }
          empty={
            <Empty
              icon="calendar"
              title={t('ends.none')}
              acts={<LinkButton to="/training">{t('ends.columns.training')}</LinkButton>}
            >
              {t('ends.noneWhat')}
            </Empty>
          }
          foot={<span>{onceKnown(rows, t('ends.shown', { count: rows.total }))}</span>}
        />
      </Sheet>
    </Page>
  );
}
