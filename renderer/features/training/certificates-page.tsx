// Certificates of trainings that are over or end soon, with a refresher to plan for each.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { CertificateRow } from '../../../preload/contract/training-account.ts';
import { useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import './account.css';
import { RoomTabs } from './room-head.tsx';
import { useRoomYear } from './room-year.ts';
import { SaveList } from './save-list.tsx';
import './training.css';

const choices = ['all', 'over', '14', '40', '90'] as const;
type Within = (typeof choices)[number];

export default function CertificatesPage() {
  const { t } = useTranslation('training-account');
  const formats = useFormats();
  const employerId = useEmployerId();
  const year = useRoomYear();
  const save = useAct('trainingAccount.saveCertificates');
  const [text, setText] = useState('');
  const [within, setWithin] = useState<Within>('all');
  const filter = { employerId, text: useDeferredValue(text).trim(), within };
  const { rows } = useRowWindow('trainingAccount.certificates', filter);
  const plan = usePlanRefresher();
  const nameOf = (row: CertificateRow): string => row.certificateName.trim() || row.title;
  const plain = (
    id: 'worker' | 'client' | 'training',
    text_: (row: CertificateRow) => string,
  ): GridColumn<CertificateRow> => ({ id, header: t(`ends.columns.${id}`), cell: text_, text: text_ });
  const columns: GridColumn<CertificateRow>[] = [
    {
      ...plain('worker', (row) => row.workerName),
      cell: (row) => <Link href={`/workers/${row.workerId}`}>{row.workerName}</Link>,
    },
    ...(employerId === null ? [plain('client', (row: CertificateRow) => row.employerName)] : []),
    {
      id: 'certificate',
      header: t('ends.columns.certificate'),
      clip: true,
      cell: (row) => <Link href={`/training/${row.trainingId}`}>{nameOf(row)}</Link>,
      text: nameOf,
    },
    { ...plain('training', (row) => row.title), hidden: true },
    {
      id: 'until',
      header: t('ends.columns.until'),
      end: true,
      cell: (row) => formats.day(row.validUntil),
      text: (row) => formats.day(row.validUntil),
    },
    {
      id: 'standing',
      header: t('ends.columns.standing'),
      cell: ({ daysLeft: days }) => (
        <Chip
          tone={days < 0 ? 'bad' : days <= 40 ? 'warn' : 'plain'}
          {...(days > 40 ? { icon: 'planned' as const } : {})}
        >
          {days < 0 ? t('ends.over', { days: -days }) : t('ends.left', { days })}
        </Chip>
      ),
      text: ({ daysLeft }) => String(daysLeft),
    },
    {
      id: 'next',
      header: t('ends.columns.next'),
      cell: (row) =>
        row.plannedId === null ? (
          <Button
            small
            icon="plus"
            label={t('ends.planFor', { worker: row.workerName, certificate: nameOf(row) })}
            busy={plan.busy}
            onPress={() => void plan.run(row.trainingId)}
          >
            {t('ends.plan')}
          </Button>
        ) : (
          <Link href={`/training/${row.plannedId}`}>{t('ends.isPlanned')}</Link>
        ),
      text: (row) => (row.plannedId === null ? '' : t('ends.isPlanned')),
    },
  ];
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
          foot={<span>{t('ends.shown', { count: rows.total })}</span>}
        />
      </Sheet>
    </Page>
  );
}

/** Makes the draft and opens it, so that its days are filled in at once. */
function usePlanRefresher() {
  const { t } = useTranslation('training-account');
  const toast = useToast();
  const [, go] = useLocation();
  const act = useAct('trainingAccount.planRefresher');
  const run = async (trainingId: string): Promise<void> => {
    const result = await act.run({ trainingId });
    if (!result.ok) return;
    toast({ text: t('ends.planned') });
    go(`/training/${result.value.id}`);
  };
  return { run, go, busy: act.busy, failure: act.failure };
}
