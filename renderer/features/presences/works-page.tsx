// The declarations of works of the employer in hand, or of all employers, with their end in sight.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useEmployerId } from '../../app-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { onceKnown, useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { RoomTabs } from './room-tabs.tsx';
import { SaveEnds } from './save-ends.tsx';

const tones: Record<WorksDeclaration['time'], Tone> = {
  later: 'plain',
  now: 'ok',
  ending: 'warn',
  past: 'plain',
  unknown: 'plain',
};

export default function WorksPage() {
  const { t } = useTranslation('presences');
  const posters = useTranslation('posters');
  const formats = useFormats();
  const [, go] = useLocation();
  const employerId = useEmployerId();
  const [text, setText] = useState('');
  const { rows } = useRowWindow('worksDeclaration.list', {
    ...(employerId === null ? {} : { employerId }),
    text: useDeferredValue(text),
  });
  const columns: GridColumn<WorksDeclaration>[] = [
    {
      id: 'name',
      header: t('columns.site'),
      cell: (row) => <Link href={`/presences/works/${row.id}`}>{row.name}</Link>,
      text: (row) => row.name,
      clip: true,
    },
    {
      id: 'reference',
      header: t('works.reference'),
      cell: (row) => formatWorksReference(row.reference),
      text: (row) => formatWorksReference(row.reference),
      number: true,
    },
    {
      id: 'place',
      header: t('works.municipality'),
      cell: (row) => [row.postCode, row.municipality].filter(Boolean).join(' '),
      text: (row) => [row.postCode, row.municipality].filter(Boolean).join(' '),
    },
    ...(employerId === null
      ? [
          {
            id: 'employer',
            header: t('columns.employer'),
            cell: (row: WorksDeclaration) => row.employerName,
            text: (row: WorksDeclaration) => row.employerName,
          },
        ]
      : []),
    {
      id: 'end',
      header: t('works.end'),
      cell: (row) => (row.endDate === null ? '–' : formats.day(row.endDate)),
      text: (row) => (row.endDate === null ? '' : formats.day(row.endDate)),
      end: true,
    },
    {
      id: 'time',
      header: t('columns.validity'),
      cell: (row) => <Chip tone={tones[row.time]}>{t(`time.${row.time}`)}</Chip>,
      text: (row) => t(`time.${row.time}`),
    },
  ];
  const add = (
    <LinkButton to="/presences/works/new" icon="plus" primary>
      {t('works.add')}
    </LinkButton>
  );
  const acts = (
    <>
      {rows.total > 0 && <SaveEnds employerId={employerId} />}
      <LinkButton to="/presences/posters" icon="file">
        {posters.t('many')}
      </LinkButton>
      {add}
    </>
  );
  return (
    <Page title={t('tabs.works')} lead={onceKnown(rows, t('works.count', { count: rows.total }))} acts={acts}>
      <RoomTabs />
      <Sheet label={t('tabs.works')} flush>
        <Grid
          label={t('tabs.works')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          onOpen={(row) => go(`/presences/works/${row.id}`)}
          filters={
            <input
              className="input small"
              type="search"
              aria-label={t('works.filter')}
              placeholder={t('works.filter')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          }
          empty={
            text === '' ? (
              <Empty icon="pin" title={t('works.empty.title')} acts={add}>
                {t('works.empty.what')}
              </Empty>
            ) : (
              <Empty icon="search" title={t('works.noneFound')} />
            )
          }
          foot={<span>{onceKnown(rows, t('works.count', { count: rows.total }))}</span>}
        />
      </Sheet>
    </Page>
  );
}
