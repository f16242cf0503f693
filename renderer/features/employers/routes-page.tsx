// All employers by all services: which route each takes, what needs somebody, and the same route for many at once.
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteTableRow, RouteWay } from '../../../preload/contract/routes.ts';
import { services } from '../../../preload/contract/services.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { countChosen, type GridSelection, nothingChosen } from '../../ui/grid-selection.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { onceKnown, useRowWindow } from '../../ui/row-window.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { ManyRoutesDialog } from './many-routes-dialog.tsx';
import { RouteKindChip, useRouteSentences } from './route-words.tsx';
import { WayFilter } from './way-filter.tsx';

type Cell = RouteTableRow['routes'][number];

export default function RoutesPage() {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  const [, go] = useLocation();
  const sentences = useRouteSentences();
  const [text, setText] = useState('');
  const [attention, setAttention] = useState(false);
  const [way, setWay] = useState<RouteWay | null>(null);
  const [chosen, setChosen] = useState<GridSelection>(nothingChosen);
  const [setting, setSetting] = useState(false);
  const { rows } = useRowWindow('route.table', { text: useDeferredValue(text), attention, way });
  const count = countChosen(chosen, rows.total);
  const inWords = (cell: Cell | undefined): string => {
    if (cell === undefined || cell.kind === 'none') return '';
    const account = cell.accountName === null ? '' : ` (${cell.accountName})`;
    const way = `${t(`kind.${cell.kind}`)}${account}`;
    return cell.changesOn === null ? way : t('table.changes', { way, day: formats.day(cell.changesOn) });
  };
  const columns: GridColumn<RouteTableRow>[] = [
    {
      id: 'name',
      header: t('table.employer'),
      cell: (row) => <Link href={`/employers/${row.employerId}`}>{row.name}</Link>,
      text: (row) => row.name,
      clip: true,
    },
    {
      id: 'number',
      header: t('table.number'),
      cell: (row) => formats.enterpriseNumber(row.enterpriseNumber),
      text: (row) => formats.enterpriseNumber(row.enterpriseNumber),
      number: true,
      quiet: true,
    },
    ...services.map((service): GridColumn<RouteTableRow> => {
      const cellOf = (row: RouteTableRow) => row.routes.find((cell) => cell.service === service);
      return {
        id: service,
        header: t(`services.${service}`),
        cell: (row) => <RouteCell cell={cellOf(row)} />,
        text: (row) => inWords(cellOf(row)),
      };
    }),
  ];
  return (
    <Page
      title={t('table.title')}
      lead={t('lead')}
      acts={
        <LinkButton to="/employers" icon="building">
          {t('table.employers')}
        </LinkButton>
      }
    >
      <Sheet label={t('table.title')} flush>
        <Grid
          label={t('table.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.employerId}
          rowLabel={(row) => row.name}
          selection={chosen}
          onSelect={setChosen}
          onOpen={(row) => go(`/employers/${row.employerId}`)}
          why={(row) => {
            const said = row.routes.flatMap((cell) =>
              sentences(cell.trouble, cell.findings).map(
                ({ title, remedy }) => `${t(`services.${cell.service}`)}: ${title} ${remedy}`,
              ),
            );
            return said.length === 0 ? null : said.join(' ');
          }}
          filters={
            <>
              <input
                className="input small"
                type="search"
                aria-label={t('table.filter')}
                placeholder={t('table.filter')}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Button small pressed={attention} onPress={() => setAttention(!attention)}>
                {t('table.attention')}
              </Button>
              <WayFilter way={way} onWay={setWay} />
            </>
          }
          bulk={
            <>
              <Button small onPress={() => setSetting(true)}>
                {t('table.setMany', { count })}
              </Button>
              <Button small plain onPress={() => setChosen(nothingChosen)}>
                {t('table.clear')}
              </Button>
            </>
          }
          empty={
            attention && text === '' && way === null ? (
              <Empty icon="check-ring" title={t('table.nothing')} />
            ) : (
              <Empty icon="search" title={t('table.notFound')} />
            )
          }
          foot={<span>{onceKnown(rows, t('table.shown', { count: rows.total }))}</span>}
        />
      </Sheet>
      {setting && (
        <ManyRoutesDialog
          chosen={chosen}
          count={count}
          filter={{ text, attention, way }}
          onClose={() => setSetting(false)}
          onSet={(ids) => setChosen({ all: false, ids: new Set(ids) })}
        />
      )}
    </Page>
  );
}

function RouteCell({ cell }: { cell: Cell | undefined }) {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  if (cell === undefined) return null;
  return (
    <>
      <RouteKindChip kind={cell.kind} trouble={cell.trouble} findings={cell.findings} />
      {cell.changesOn !== null && (
        <span className="quiet-text"> {t('table.until', { day: formats.day(cell.changesOn, 'tiny') })}</span>
      )}
    </>
  );
}
