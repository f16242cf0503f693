// Which columns a grid shows.
import { useTranslation } from 'react-i18next';
import type { GridColumn } from './grid-columns.ts';
import { Popover } from './menu.tsx';

type ColumnChooserProps<Row> = {
  columns: GridColumn<Row>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
};

export function ColumnChooser<Row>({ columns, hidden, onChange }: ColumnChooserProps<Row>) {
  const { t } = useTranslation('shell');
  const toggle = (id: string): void => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    if (next.size < columns.length) onChange(next);
  };
  return (
    <span className="at-end">
      <Popover label={t('grid.columns')} icon="columns" plain>
        <fieldset className="choices">
          <legend className="legend">{t('grid.columns')}</legend>
          <div className="choice-list">
            {columns.map((column) => (
              <label key={column.id} className="choice">
                <input type="checkbox" checked={!hidden.has(column.id)} onChange={() => toggle(column.id)} />
                <span>{column.header}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </Popover>
    </span>
  );
}
