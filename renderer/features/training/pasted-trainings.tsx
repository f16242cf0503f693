// The rows of a pasted list of trainings as they were read, with what is wrong under the row.
import { useTranslation } from 'react-i18next';
import type { PastedTraining } from '../../../preload/contract/training-paste.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useFindingWords } from './finding-words.ts';

const looks: Record<PastedTraining['state'], { tone: Tone; icon: IconName }> = {
  good: { tone: 'ok', icon: 'check' },
  toFix: { tone: 'warn', icon: 'draft' },
  bad: { tone: 'bad', icon: 'refused' },
  there: { tone: 'plain', icon: 'check' },
};

export function PastedTrainings({ rows }: { rows: readonly PastedTraining[] }) {
  const { t } = useTranslation('training-paste');
  const columns = useTranslation('training').t;
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
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: PastedTraining }) {
  const { t } = useTranslation('training-paste');
  const formats = useFormats();
  const wordsOf = useFindingWords();
  const told = row.findings.filter(({ severity }) => severity !== 'notice');
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
      {told.length > 0 && row.state !== 'there' && (
        <tr className="why">
          <td />
          <td colSpan={6}>
            {told.map((finding) => {
              const { title, remedy, rule } = wordsOf(finding);
              return (
                <div key={`${finding.rule} ${finding.field}`}>
                  <strong>{title}</strong> {remedy} <span className="number faint-text">{rule}</span>
                </div>
              );
            })}
          </td>
        </tr>
      )}
    </>
  );
}
