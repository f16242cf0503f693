// The sites of the employer in hand, or of all, that posters are made for: those whose declaration of works counts today or later.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useAppState, useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { Chip } from '../../ui/chip.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Empty } from '../../ui/states.tsx';

/** Every site that was chosen, by id: with its words it can be named after the filter has gone on. */
export type ChosenSites = ReadonlyMap<string, WorksDeclaration>;

const most = 500;

export function SiteChoice({
  chosen,
  onChoose,
}: {
  chosen: ChosenSites;
  onChoose: (chosen: ChosenSites) => void;
}) {
  const { t } = useTranslation('posters');
  const works = useTranslation('presences');
  const employerId = useEmployerId();
  const practice = useAppState().environment.kind === 'practice';
  const [text, setText] = useState('');
  const listed = useCall(
    'worksDeclaration.list',
    {
      ...(employerId === null ? {} : { employerId }),
      text: useDeferredValue(text),
      current: true,
      pageSize: most,
    },
    { keepPrevious: true },
  );
  const rows = listed.data?.rows ?? [];
  const more = (listed.data?.total ?? 0) - rows.length;
  const codeOf = (row: WorksDeclaration): string =>
    practice ? t('sites.codePractice') : t(row.url === null ? 'sites.codeNo' : 'sites.codeYes');
  const columns: GridColumn<WorksDeclaration>[] = [
    {
      id: 'name',
      header: works.t('columns.site'),
      cell: (row) => row.name,
      text: (row) => row.name,
      clip: true,
    },
    {
      id: 'reference',
      header: works.t('works.reference'),
      cell: (row) => formatWorksReference(row.reference),
      text: (row) => formatWorksReference(row.reference),
      number: true,
    },
    ...(employerId === null
      ? [
          {
            id: 'employer',
            header: works.t('columns.employer'),
            cell: (row: WorksDeclaration) => row.employerName,
            text: (row: WorksDeclaration) => row.employerName,
            hidden: true,
          },
        ]
      : []),
    {
      id: 'code',
      header: t('sites.code'),
      cell: (row) => (!practice && row.url === null ? <Chip tone="warn">{codeOf(row)}</Chip> : codeOf(row)),
      text: codeOf,
    },
  ];
  return (
    <Grid
      label={t('sites.label')}
      columns={columns}
      rows={{
        total: rows.length,
        row: (index) => rows[index],
        need: nothing,
        waiting: listed.data === undefined && listed.error === null,
        failure: listed.error,
        again: () => void listed.refetch(),
        all: () => Promise.resolve(rows),
      }}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      selection={{ all: false, ids: new Set(chosen.keys()) }}
      onSelect={({ all, ids }) => {
        // Who is out of sight by a filter stays chosen; "all" means all that is in sight.
        const kept = [...chosen].filter(([id]) => (all ? true : ids.has(id)));
        const added = rows.filter(({ id }) => ids.has(id) !== all);
        onChoose(new Map([...kept, ...added.map((row) => [row.id, row] as const)]));
      }}
      filters={
        <input
          className="input small"
          type="search"
          aria-label={t('sites.filter')}
          placeholder={t('sites.filter')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      }
      empty={
        text === '' ? (
          <Empty
            icon="pin"
            title={t('sites.none')}
            acts={
              <LinkButton to="/presences/works/new" icon="plus" primary>
                {t('sites.add')}
              </LinkButton>
            }
          >
            {t('sites.noneWhat')}
          </Empty>
        ) : (
          <Empty icon="search" title={t('sites.noneFound')} />
        )
      }
      bulk={<span>{t('sites.chosen', { count: chosen.size })}</span>}
      foot={
        <span>{more > 0 ? t('sites.more', { count: more }) : t('sites.chosen', { count: chosen.size })}</span>
      }
    />
  );
}

const nothing = (): void => undefined;
