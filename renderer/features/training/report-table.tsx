// The trainings of a report as a table: whose, what, when, where it stands and what the service said.
import { useTranslation } from 'react-i18next';
import type { ReportGroup, ReportRow } from '../../../preload/contract/intake.ts';
import { useFormats, writeDuration } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';
import { useAnomalyWords } from './finding-words.ts';

const tones: Record<ReportGroup, Tone> = { filed: 'ok', refused: 'bad', open: 'warn' };
const icons: Record<ReportGroup, IconName> = { filed: 'check', refused: 'refused', open: 'clock' };

export function ReportTable({ rows, year }: { rows: readonly ReportRow[]; year: number }) {
  const { t } = useTranslation('intake');
  const formats = useFormats();
  const wordsOf = useAnomalyWords();
  return (
    <table className="grid import-plan">
      <thead>
        <tr>
          {(['worker', 'title', 'start', 'duration', 'state', 'why'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`report.columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.workerName}</th>
            <td>{row.title === '' ? t('reportPage.untitled') : row.title}</td>
            <td>{row.startDate === null ? '' : formats.day(row.startDate)}</td>
            <td>{row.durationMinutes === null ? '' : writeDuration(row.durationMinutes)}</td>
            <td>
              <Chip tone={tones[row.group]} icon={icons[row.group]}>
                {t(`report.states.${row.state}`)}
              </Chip>
            </td>
            <td>
              {row.anomalies.map((anomaly) => (
                <div key={anomaly.code}>
                  {wordsOf(anomaly, year).title} <span className="number faint-text">{anomaly.code}</span>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
