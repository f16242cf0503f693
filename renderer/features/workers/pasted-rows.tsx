// The rows of a pasted list, each cell open for correction, with what is wrong under the row.
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/chip.tsx';
import { useFindingSentence } from '../../ui/people-findings.ts';
import type { CheckedRow, PastedRow } from './pasted-form.ts';

type PastedRowsProps = { rows: CheckedRow[]; onChange: (rows: PastedRow[]) => void };
type Cell = 'insz' | 'familyName' | 'givenName' | 'startDate' | 'part';

const cells: Cell[] = ['insz', 'familyName', 'givenName', 'startDate', 'part'];
/** Room for what is expected, in characters. */
const sizes: Record<Cell, number> = { insz: 13, familyName: 12, givenName: 9, startDate: 9, part: 2 };

export function PastedRows({ rows, onChange }: PastedRowsProps) {
  const { t } = useTranslation('workers');
  const change = (line: number, cell: Cell, value: string) =>
    onChange(
      rows.map((row) =>
        row.line === line ? { ...row, [cell]: value, known: cell === 'insz' ? [] : row.known } : row,
      ),
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="sheet grid-scroll" tabIndex={0} aria-label={t('paste.steps.rows')}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('paste.line')}</th>
            {cells.map((cell) => (
              <th scope="col" key={cell}>
                {t(`paste.cells.${cell}`)}
              </th>
            ))}
            <th scope="col">{t('paste.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line} row={row} onChange={(cell, value) => change(row.line, cell, value)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, onChange }: { row: CheckedRow; onChange: (cell: Cell, value: string) => void }) {
  const { t } = useTranslation('workers');
  const sentence = useFindingSentence();
  return (
    <>
      <tr>
        <td className="quiet-text">{row.line}</td>
        {cells.map((cell) => (
          <td key={cell}>
            <input
              id={cell === 'insz' ? `f-row-${row.line}` : undefined}
              className={cell === 'insz' || cell === 'startDate' ? 'input small number' : 'input small'}
              aria-label={t('paste.cellLabel', { cell: t(`paste.cells.${cell}`), line: row.line })}
              aria-invalid={
                row.findings.some(
                  (finding) => finding.severity === 'blocking' && fieldOf(finding.field) === cell,
                ) || undefined
              }
              size={sizes[cell]}
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
              value={row[cell]}
              onChange={(event) => onChange(cell, event.target.value)}
            />
          </td>
        ))}
        <td>
          <Chip
            tone={row.state === 'bad' ? 'bad' : row.state === 'good' ? 'ok' : 'plain'}
            icon={row.state === 'skipped' ? 'people' : row.state === 'bad' ? 'refused' : 'check'}
          >
            {t(`paste.states.${row.state}`)}
          </Chip>
        </td>
      </tr>
      {row.findings.length > 0 && (
        <tr className="why">
          <td />
          <td colSpan={cells.length + 1}>
            {row.findings.map((finding) => {
              const { title, remedy } = sentence(finding);
              return (
                <div key={finding.rule}>
                  <strong>{title}</strong> {remedy} <span className="number faint-text">{finding.rule}</span>
                </div>
              );
            })}
          </td>
        </tr>
      )}
    </>
  );
}

const fieldOf = (field: string | null): string | null => (field === 'employmentHundredths' ? 'part' : field);
