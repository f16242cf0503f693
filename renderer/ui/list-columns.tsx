// Which column of the list is which of our fields: guessed, shown with examples, changed here and remembered.
import { useTranslation } from 'react-i18next';
import { Chip } from './chip.tsx';
import { useFieldId } from './field.tsx';

export type ListColumn<F extends string> = {
  heading: string;
  samples: readonly string[];
  field: F | null;
  /** How the field was found. */
  how: 'exact' | 'similar' | 'remembered' | 'none';
};
type Choices<F extends string> = readonly { value: F; label: string }[];

type ListColumnsProps<F extends string> = {
  label: string;
  columns: readonly ListColumn<F>[];
  fields: readonly (F | null)[];
  choices: Choices<F>;
  onChange: (fields: (F | null)[]) => void;
  /** Names of columns with a problem: `column2`. */
  wrong: readonly string[];
};

export function ListColumns<F extends string>(props: ListColumnsProps<F>) {
  const { label, columns, fields, choices, onChange, wrong } = props;
  const { t } = useTranslation('lists');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="sheet grid-scroll" tabIndex={0} aria-label={label}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('columns.heading')}</th>
            <th scope="col">{t('columns.samples')}</th>
            <th scope="col">{t('columns.field')}</th>
            <th scope="col">{t('columns.how')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <Column
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file do not move, and headings may be alike
              key={`${at} ${column.heading}`}
              column={column}
              at={at}
              field={fields[at] ?? null}
              choices={choices}
              wrong={wrong.includes(`column${at}`)}
              onChange={(field) => onChange(fields.map((one, place) => (place === at ? field : one)))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ColumnProps<F extends string> = {
  column: ListColumn<F>;
  at: number;
  field: F | null;
  choices: Choices<F>;
  wrong: boolean;
  onChange: (field: F | null) => void;
};

function Column<F extends string>({ column, at, field, choices, wrong, onChange }: ColumnProps<F>) {
  const { t } = useTranslation('lists');
  const id = useFieldId(`column${at}`);
  const heading = column.heading === '' ? t('columns.unnamed', { number: at + 1 }) : column.heading;
  const how = field === column.field ? column.how : field === null ? 'none' : 'chosen';
  return (
    <tr>
      <th scope="row">{heading}</th>
      <td className="quiet-text">{column.samples.join(' · ')}</td>
      <td>
        <select
          id={id}
          className="input select small"
          aria-label={t('columns.choose', { heading })}
          aria-invalid={wrong || undefined}
          value={field ?? ''}
          onChange={(event) =>
            onChange(choices.find(({ value }) => value === event.target.value)?.value ?? null)
          }
        >
          <option value="">{t('columns.skip')}</option>
          {choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </td>
      <td>
        <Chip
          tone={how === 'similar' ? 'warn' : how === 'none' ? 'plain' : 'ok'}
          icon={how === 'none' ? 'hide' : how === 'similar' ? 'warn' : 'check'}
        >
          {t(`columns.ways.${how}`)}
        </Chip>
      </td>
    </tr>
  );
}
