// The person register: which persons are known, for which client, in which role and period, under their number of today.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { parseInsz } from '../../../../preload/rules/identifiers/insz.ts';
import { useAppState, useEmployerId } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { useToday } from '../../../legal-day.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Grid } from '../../../ui/grid.tsx';
import type { GridSort } from '../../../ui/grid-columns.ts';
import { LinkButton, TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRowWindow } from '../../../ui/row-window.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty } from '../../../ui/states.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { type RegisterRow, rowName, useRegisterColumns } from './register-columns.tsx';
import { inputOf, isFiltered, plainFilter, useRegisterFilter } from './register-filter.ts';
import { RegisterFilters } from './register-filters.tsx';
import { SaveMenu } from './save-menu.tsx';

const rowId = ({ personId, employerId, dossierType, period }: RegisterRow): string =>
  [personId, employerId, dossierType, period.begin].join(' ');

export default function RegisterPage() {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const [, go] = useLocation();
  const employerId = useEmployerId();
  const today = useToday();
  const [filter, setFilter] = useRegisterFilter();
  const text = useDeferredValue(filter.text);
  const [sort, setSort] = useState<GridSort>({ column: 'name', descending: false });
  const input = inputOf({ ...filter, text }, employerId, sort);
  const { rows, answer } = useRowWindow('register.list', input);
  const save = useAct('registerLines.save');
  const columns = useRegisterColumns(filter.day ?? today, employerId === null);
  const sought = parseInsz(text);
  const found = rows.row(0);
  const replaced = sought !== null && found !== undefined && found.insz !== sought;
  const count =
    answer?.more === true ? t('list.more', { count: rows.total }) : t('list.shown', { count: rows.total });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        <>
          {rows.total > 0 && <SaveMenu input={input} save={save} />}
          <LinkButton to="/register/delete" icon="trash">
            {t('delete.open')}
          </LinkButton>
          <LinkButton to="/register/insert" icon="plus" primary>
            {t('insert.open')}
          </LinkButton>
        </>
      }
    >
      <RegisterTabs />
      <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
      {replaced && (
        <Note announce>
          {t('list.replaced', { old: formats.insz(sought), insz: formats.insz(found.insz) })}{' '}
          <TextLink to={`/register/${found.personId}`}>{rowName(found)}</TextLink>
        </Note>
      )}
      <Sheet label={t('title')} flush>
        <Grid
          label={t('title')}
          keep="grid-register-lines"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowLabel={rowName}
          sort={sort}
          onSort={setSort}
          onOpen={(row) => go(`/register/${row.personId}`)}
          filters={<RegisterFilters filter={filter} onFilter={setFilter} />}
          empty={<NoLines filtered={isFiltered(filter)} onClear={() => setFilter(plainFilter)} />}
          foot={<span>{count}</span>}
        />
      </Sheet>
    </Page>
  );
}

function NoLines({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('register');
  const { counts } = useAppState();
  if (filtered)
    return (
      <Empty
        icon="search"
        title={t('none.title')}
        acts={<Button onPress={onClear}>{t('none.clear')}</Button>}
      >
        {t('none.what')}
      </Empty>
    );
  return (
    <Empty
      icon="register"
      title={t('empty.title')}
      acts={
        counts.employers === 0 ? (
          <LinkButton to="/employers" primary>
            {t('empty.employers')}
          </LinkButton>
        ) : (
          <LinkButton to="/register/insert" icon="plus" primary>
            {t('insert.open')}
          </LinkButton>
        )
      }
    >
      {t('empty.what')}
    </Empty>
  );
}
