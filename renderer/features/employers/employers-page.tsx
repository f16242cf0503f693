// All client employers with what needs somebody.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { onceKnown, type RowOf, useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { RouteChip } from './route-chip.tsx';

type Row = RowOf<'employer.list'>;

export default function EmployersPage() {
  const { t } = useTranslation('employers');
  const formats = useFormats();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [archived, setArchived] = useState(false);
  const { rows } = useRowWindow('employer.list', { text: useDeferredValue(text), archived });
  const columns: GridColumn<Row>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      cell: (row) => <Link href={`/employers/${row.id}`}>{row.name}</Link>,
      text: (row) => row.name,
      clip: true,
    },
    {
      id: 'number',
      header: t('columns.number'),
      cell: (row) => formats.enterpriseNumber(row.enterpriseNumber),
      text: (row) => formats.enterpriseNumber(row.enterpriseNumber),
      number: true,
      quiet: true,
    },
    {
      id: 'route',
      header: t('columns.route'),
      cell: (row) => <RouteChip kind={row.route.kind} />,
      text: (row) => t(`route.${row.route.kind}`),
    },
    {
      id: 'workers',
      header: t('columns.workers'),
      cell: (row) => row.workers,
      text: (row) => String(row.workers),
      end: true,
    },
    {
      id: 'drafts',
      header: t('columns.drafts'),
      cell: (row) => row.drafts,
      text: (row) => String(row.drafts),
      end: true,
    },
    {
      id: 'toFix',
      header: t('columns.toFix'),
      cell: (row) => row.toFix,
      text: (row) => String(row.toFix),
      end: true,
    },
    {
      id: 'lastSent',
      header: t('columns.lastSent'),
      cell: (row) => (row.lastSentAt === null ? '–' : formats.dayOf(row.lastSentAt)),
      text: (row) => (row.lastSentAt === null ? '' : formats.dayOf(row.lastSentAt)),
      end: true,
    },
  ];
  return (
    <Page
      title={t('title')}
      lead={onceKnown(rows, t('lead', { count: rows.total }))}
      acts={
        <>
          <LinkButton to="/employers/routes" icon="plug">
            {t('routes')}
          </LinkButton>
          <LinkButton to="/employers/import" icon="upload">
            {t('import')}
          </LinkButton>
          <LinkButton to="/employers/new" icon="plus" primary>
            {t('add')}
          </LinkButton>
        </>
      }
    >
      <Sheet label={t('title')} flush>
        <Grid
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          onOpen={(row) => go(`/employers/${row.id}`)}
          filters={
            <>
              <input
                className="input small"
                type="search"
                aria-label={t('filter')}
                placeholder={t('filter')}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Button small pressed={archived} onPress={() => setArchived(!archived)}>
                {t('archived')}
              </Button>
            </>
          }
          empty={<NoEmployers filtered={text !== '' || archived} />}
          foot={<span>{onceKnown(rows, t('shown', { count: rows.total }))}</span>}
        />
      </Sheet>
    </Page>
  );
}

function NoEmployers({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('employers');
  const { environment } = useAppState();
  const samples = useAct('practice.addSamples');
  if (filtered) return <Empty icon="search" title={t('none.title')} />;
  return (
    <>
      <Empty
        icon="building"
        title={t('empty.title')}
        acts={
          <>
            <LinkButton to="/employers/new" icon="plus" primary>
              {t('add')}
            </LinkButton>
            <LinkButton to="/employers/import" icon="upload">
              {t('import')}
            </LinkButton>
            {environment.kind === 'practice' && (
              <Button busy={samples.busy} onPress={() => void samples.run({})}>
                {t('empty.samples')}
              </Button>
            )}
          </>
        }
      >
        {t('empty.what')}
      </Empty>
      <FailureNote failure={samples.failure} />
    </>
  );
}
