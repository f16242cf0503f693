// Which column of the list is which of our fields: guessed, shown with examples, changed here and remembered.
import { useTranslation } from 'react-i18next';
import type { ImportColumn } from '../../../preload/contract/employer-import.ts';
import { type ImportField, importFields } from '../../../preload/rules/employers/import-fields.ts';
import { Chip } from '../../ui/chip.tsx';
import { useFieldId } from '../../ui/field.tsx';

type Field = ImportField | null;
type ImportColumnsProps = {
  columns: readonly ImportColumn[];
  fields: readonly Field[];
  onChange: (fields: Field[]) => void;
  wrong: readonly string[];
};

export function ImportColumns({ columns, fields, onChange, wrong }: ImportColumnsProps) {
  const { t } = useTranslation('employer-import');
  const known = fields.filter((field) => field !== null).length;
  return (
    <>
      <h1>{t('columns.question')}</h1>
      <p className="lead">{t('columns.lead', { count: known })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="sheet grid-scroll" tabIndex={0} aria-label={t('steps.columns')}>
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
                wrong={wrong.includes(`column${at}`)}
                onChange={(field) => onChange(fields.map((one, place) => (place === at ? field : one)))}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

type ColumnProps = {
  column: ImportColumn;
  at: number;
  field: Field;
  wrong: boolean;
  onChange: (field: Field) => void;
};

function Column({ column, at, field, wrong, onChange }: ColumnProps) {
  const { t } = useTranslation('employer-import');
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
            onChange(event.target.value === '' ? null : (event.target.value as ImportField))
          }
        >
          <option value="">{t('columns.skip')}</option>
          {importFields.map((one) => (
            <option key={one} value={one}>
              {t(`fields.${one}`)}
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
