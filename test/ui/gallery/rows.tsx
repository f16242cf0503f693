// A grid over a list call: sorting, choosing, reasons under rows, an open row.
import { useState } from 'react';
import { useFormats } from '../../../renderer/i18n/formats.ts';
import { Chip } from '../../../renderer/ui/chip.tsx';
import { Grid } from '../../../renderer/ui/grid.tsx';
import type { GridColumn, GridSort } from '../../../renderer/ui/grid-columns.ts';
import { countChosen, type GridSelection, nothingChosen } from '../../../renderer/ui/grid-selection.ts';
import { Page } from '../../../renderer/ui/page.tsx';
import { type RowOf, useRowWindow } from '../../../renderer/ui/row-window.ts';
import { Sheet } from '../../../renderer/ui/sheet.tsx';
import { Empty } from '../../../renderer/ui/states.tsx';

type Row = RowOf<'worker.list'>;

export default function Rows() {
  const formats = useFormats();
  const [sort, setSort] = useState<GridSort>({ column: 'name', descending: false });
  const [selection, setSelection] = useState<GridSelection>(nothingChosen);
  const [openId, setOpenId] = useState<string | null>(null);
  const { rows } = useRowWindow('worker.list', {
    sort: `${sort.descending ? '-' : ''}${sort.column === 'insz' ? 'insz' : 'name'}`,
  });
  const columns: GridColumn<Row>[] = [
    {
      id: 'name',
      header: 'Werknemer',
      cell: (row) => `${row.familyName}, ${row.givenName}`,
      text: (row) => `${row.familyName}, ${row.givenName}`,
      sortable: true,
    },
    {
      id: 'insz',
      header: 'INSZ',
      cell: (row) => formats.insz(row.insz),
      text: (row) => formats.insz(row.insz),
      number: true,
      quiet: true,
      sortable: true,
    },
    {
      id: 'employer',
      header: 'Werkgever',
      cell: (row) => row.employerName,
      text: (row) => row.employerName,
      clip: true,
    },
    {
      id: 'trainings',
      header: 'Opleidingen',
      cell: (row) => row.trainings,
      text: (row) => String(row.trainings),
      end: true,
    },
    {
      id: 'state',
      header: 'Staat',
      cell: (row) => (
        <Chip tone={row.trainings === 3 ? 'bad' : 'ok'}>
          {row.trainings === 3 ? 'Geweigerd' : 'Aanvaard'}
        </Chip>
      ),
      text: () => '',
    },
  ];
  const chosen = countChosen(selection, rows.total);
  return (
    <Page title="Werknemers">
      <Sheet label="Werknemers" flush>
        <Grid
          label="Werknemers"
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => `${row.familyName}, ${row.givenName}`}
          selection={selection}
          onSelect={setSelection}
          sort={sort}
          onSort={setSort}
          openId={openId}
          onOpen={(row) => setOpenId(row.id)}
          why={(row) => (row.trainings === 3 ? <strong>Einddatum ligt voor begindatum.</strong> : null)}
          filters={
            <input className="input small" type="search" aria-label="Filter" placeholder="Naam of INSZ" />
          }
          bulk={<strong>{chosen} gekozen</strong>}
          empty={<Empty title="Nog geen werknemers" />}
          foot={<span>{formats.number(rows.total)} rijen</span>}
        />
      </Sheet>
    </Page>
  );
}
