// What a provider filed, as a row: whose, what, when, by whom, and what was decided on it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filing } from '../../../preload/contract/training-provider.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import type { IconName } from '../../ui/icon.tsx';
import { TextLink } from '../../ui/link-button.tsx';

type Shown = Filing['decision'] | 'changed' | 'gone';
const looks: Record<Shown, { tone: Tone; icon: IconName }> = {
  open: { tone: 'plain', icon: 'hourglass' },
  adopted: { tone: 'ok', icon: 'check-ring' },
  rejected: { tone: 'plain', icon: 'refused' },
  changed: { tone: 'warn', icon: 'warn' },
  gone: { tone: 'warn', icon: 'history' },
};
const shownOf = ({ decision, changedSince, gone }: Filing): Shown =>
  gone ? 'gone' : changedSince ? 'changed' : decision;

export function useFilingColumns(allEmployers: boolean): GridColumn<Filing>[] {
  const { t } = useTranslation('training-provider');
  const formats = useFormats();
  const worker = (row: Filing): string => row.workerName || formats.insz(row.insz);
  const words = (row: Filing): string => t(`filings.decisions.${shownOf(row)}`);
  const plain = (
    id: 'employer' | 'title' | 'dates' | 'duration' | 'provider',
    of: (row: Filing) => string,
    more: Partial<GridColumn<Filing>> = {},
  ): GridColumn<Filing> => ({ id, header: t(`filings.columns.${id}`), cell: of, text: of, ...more });
  return [
    { id: 'worker', header: t('filings.columns.worker'), cell: worker, text: worker },
    plain('employer', (row) => row.employerName, { quiet: true, hidden: !allEmployers }),
    plain('title', (row) => row.fields.title, { clip: true }),
    plain('dates', (row) => daysOf(row, formats), { number: true }),
    plain('duration', (row) => formats.duration(row.fields.durationMinutes ?? 0), { end: true }),
    plain('provider', (row) => row.providerName, { quiet: true }),
    {
      id: 'decision',
      header: t('filings.columns.decision'),
      cell: (row) => <Chip {...looks[shownOf(row)]}>{words(row)}</Chip>,
      text: words,
    },
  ];
}

const daysOf = ({ fields }: Filing, formats: Formats): string =>
  [fields.startDate, fields.endDate === fields.startDate ? null : fields.endDate]
    .filter((day) => day !== null)
    .map((day) => formats.day(day))
    .join(' – ');

/** Why a row needs somebody: unknown here, perhaps entered by ourselves already, corrected since, or the reason noted. */
export function useFilingWhy(): (row: Filing) => ReactNode | null {
  const { t } = useTranslation('training-provider');
  const formats = useFormats();
  return (row) => {
    const lines: ReactNode[] = [];
    if (row.workerId === null)
      lines.push(
        <p key="worker">
          <strong>{t('filings.unknownWorker')}.</strong> {t('filings.unknownWorkerWhat')}
        </p>,
      );
    if (row.decision === 'open')
      lines.push(
        ...row.alike.map((one) => (
          <p key={one.id}>
            <TextLink to={`/training/${one.id}`}>
              {t('filings.alike', {
                title: one.title,
                duration: formats.duration(one.durationMinutes ?? 0),
              })}
            </TextLink>{' '}
            {t('filings.alikeWhat')}
          </p>
        )),
      );
    if (row.changedSince) lines.push(<p key="changed">{t('filings.changedWhat')}</p>);
    if (row.reason !== '') lines.push(<p key="reason">{t('filings.reasonWas', { reason: row.reason })}</p>);
    if (row.trainingId !== null && row.changedSince)
      lines.push(
        <p key="open">
          <TextLink to={`/training/${row.trainingId}`}>{t('filings.open')}</TextLink>
        </p>,
      );
    return lines.length === 0 ? null : lines;
  };
}
