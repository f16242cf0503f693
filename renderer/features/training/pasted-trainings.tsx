// The rows of a pasted list of trainings as they were read, with what is wrong under the row and its cells to put right.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastedTraining } from '../../../preload/contract/training-paste.ts';
import {
  type TrainingImportField,
  trainingImportFields,
} from '../../../preload/rules/training/import-fields.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useListWords } from '../../ui/list-words.ts';
import { useFindingWords } from './finding-words.ts';
import { ImportCell } from './import-cell.tsx';
import '../../ui/list-import.css';

const looks: Record<PastedTraining['state'], { tone: Tone; icon: IconName }> = {
  good: { tone: 'ok', icon: 'check' },
  toFix: { tone: 'warn', icon: 'draft' },
  bad: { tone: 'bad', icon: 'refused' },
  there: { tone: 'plain', icon: 'check' },
};

export type PastedCells = {
  /** What each column of the pasted table is. */
  columns: readonly (TrainingImportField | null)[];
  textOf: (line: number, column: number) => string;
  onPut: (line: number, column: number, text: string) => void;
};

type PastedTrainingsProps = { rows: readonly PastedTraining[]; cells: PastedCells };

export function PastedTrainings({ rows, cells }: PastedTrainingsProps) {
  const { t } = useTranslation('training-paste');
  const columns = useTranslation('training').t;
  // A row that was wrong keeps its cells open: they would go from under the hands otherwise.
  const [opened, setOpened] = useState<ReadonlyMap<number, readonly TrainingImportField[]>>(new Map());
  const fieldsOf = (row: PastedTraining): TrainingImportField[] => [
    ...new Set([...(opened.get(row.line) ?? []), ...(row.state === 'there' ? [] : cellsOf(row))]),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard too
    <section className="sheet grid-scroll tall" tabIndex={0} aria-label={t('steps.rows')}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{columns('columns.worker')}</th>
            <th scope="col">{columns('columns.title')}</th>
            <th scope="col">{columns('columns.start')}</th>
            <th scope="col">{columns('columns.end')}</th>
            <th scope="col">{columns('columns.duration')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.line}
              row={row}
              fields={fieldsOf(row)}
              cells={cells}
              onPut={(column, text) => {
                setOpened(new Map(opened).set(row.line, fieldsOf(row)));
                cells.onPut(row.line, column, text);
              }}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Cells that the findings of a row are about, by the names of the columns. */
const cellsOf = ({ findings }: PastedTraining): TrainingImportField[] =>
  findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ field }) => (field === 'durationMinutes' ? 'duration' : field))
    .flatMap((field) => trainingImportFields.filter((one) => one === field));

type RowProps = {
  row: PastedTraining;
  fields: readonly TrainingImportField[];
  cells: PastedCells;
  onPut: (column: number, text: string) => void;
};

function Row({ row, fields, cells, onPut }: RowProps) {
  const { t } = useTranslation('training-paste');
  const place = useListWords().place(row.line);
  const formats = useFormats();
  const wordsOf = useFindingWords();
  const told = row.state === 'there' ? [] : row.findings.filter(({ severity }) => severity !== 'notice');
  const open = fields.filter((field) => cells.columns.includes(field));
  const isWrong = (field: TrainingImportField): boolean => cellsOf(row).includes(field);
  return (
    <>
      <tr>
        <td className="quiet-text">{row.line}</td>
        <td>
          {row.workerName === '' ? <span className="number">{formats.insz(row.insz)}</span> : row.workerName}
        </td>
        <td>{row.title}</td>
        <td>{row.startDate === null ? '' : formats.day(row.startDate)}</td>
        <td>{row.endDate === null ? '' : formats.day(row.endDate)}</td>
        <td>{row.durationMinutes === null ? '' : formats.duration(row.durationMinutes)}</td>
        <td>
          <Chip {...looks[row.state]}>{t(`states.${row.state}`)}</Chip>
        </td>
      </tr>
      {(told.length > 0 || open.length > 0) && (
        <tr className="why">
          <td />
          <td colSpan={6} id={`pasted-${row.line}`}>
            {told.map((finding) => {
              const { title, remedy, rule } = wordsOf(finding);
              return (
                <div key={`${finding.rule} ${finding.field}`}>
                  <strong>{title}</strong> {remedy} <span className="number faint-text">{rule}</span>
                </div>
              );
            })}
            <div className="import-cells">
              {open.map((field) => {
                const column = cells.columns.indexOf(field);
                const text = cells.textOf(row.line, column);
                return (
                  <ImportCell
                    key={field}
                    field={field}
                    place={place}
                    text={text}
                    asRead={text}
                    wrong={isWrong(field)}
                    why={`pasted-${row.line}`}
                    onLeave={(next) => onPut(column, next)}
                  />
                );
              })}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
