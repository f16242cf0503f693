// All employers with where each one stands. Searching and paging are done in SQL.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Employer } from '../../../preload/contract/employers.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { NoEmployers } from './no-employers.tsx';
import { RouteChip } from './route-chip.tsx';

function useColumns(): GridColumn<Employer>[] {
  const { t } = useTranslation('employers');
  const formats = useFormats();
  const sent = (row: Employer) =>
    row.lastSentAt === null ? t('never') : formats.dayOf(row.lastSentAt, 'medium');
  return [
    {
      id: 'name',
      header: t('columns.name'),
      cell: (row) => <TextLink to={`/employers/${row.id}`}>{row.name}</TextLink>,
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
      cell: (row) => formats.number(row.workers),
      text: (row) => String(row.workers),
      end: true,
    },
    {
      id: 'drafts',
      header: t('columns.drafts'),
      cell: (row) => formats.number(row.drafts),
      text: (row) => String(row.drafts),
      end: true,
    },
    {
      id: 'toFix',
      header: t('columns.toFix'),
      cell: (row) => (row.toFix === 0 ? '0' : <Chip tone="warn">{formats.number(row.toFix)}</Chip>),
      text: (row) => String(row.toFix),
      end: true,
    },
    { id: 'lastSent', header: t('columns.lastSent'), cell: sent, text: sent, quiet: true },
  ];
}

export default function EmployersPage() {
  const { t } = useTranslation(['employers', 'shell']);
  const formats = useFormats();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [archived, setArchived] = useState(false);
  const { rows } = useRowWindow('employer.list', { text, archived });
  const columns = useColumns();
  return (
    <Page
      title={t('title')}
      lead={rows.waiting ? undefined : t('lead', { count: rows.total })}
      acts={
        <LinkButton primary to="/employers/new" icon="plus">
          {t('add')}
        </LinkButton>
      }
    >
      <Sheet label={t('title')} flush>
        <div className="filters">
          <input
            type="search"
            className="input small"
            aria-label={t('search')}
            placeholder={t('search')}
            value={text}
            maxLength={120}
            onChange={(event) => setText(event.target.value)}
          />
          <select
            className="input small select"
            aria-label={t('shown')}
            value={archived ? 'archived' : 'active'}
            onChange={(event) => setArchived(event.target.value === 'archived')}
          >
            <option value="active">{t('active')}</option>
            <option value="archived">{t('archivedOnes')}</option>
          </select>
        </div>
        <Grid
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          onOpen={(row) => go(`/employers/${row.id}`)}
          empty={<NoEmployers searching={text !== '' || archived} />}
          foot={
            <span>{t('shell:grid.shown', { count: rows.total, shown: formats.number(rows.total) })}</span>
          }
        />
      </Sheet>
    </Page>
  );
}
