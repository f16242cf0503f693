// The columns of the register, and the line that says why a row needs somebody.
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Training } from '../../../preload/contract/training.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import type { GridColumn } from '../../ui/grid-columns.ts';
import { blockingOf, useAnomalyWords, useFindingWords } from './finding-words.ts';
import { standingOf } from './training-state.ts';

export function StateChip({ training }: { training: Training }) {
  const { t } = useTranslation('training');
  const { word, tone, icon, count } = standingOf(training);
  return (
    <Chip tone={tone} icon={icon}>
      {t(`state.${word}`, { count })}
    </Chip>
  );
}

/** `openWorker`: the worker of whom the panel tells; all rows of that worker are marked. */
export function useRegisterColumns(openWorker: string | null): GridColumn<Training>[] {
  const { t } = useTranslation('training');
  const formats = useFormats();
  return useMemo(() => {
    const day = (date: string | null, style: 'tiny' | 'short') =>
      date === null ? '' : formats.day(date, style);
    const counts = ({ fields }: Training): string =>
      t(fields.countsForTrainingRight && fields.leaveScheme === 'none' ? 'yes' : 'no');
    const duration = ({ fields }: Training): string =>
      fields.durationMinutes === null ? '' : formats.duration(fields.durationMinutes);
    const stateText = (row: Training): string => {
      const { word, count } = standingOf(row);
      return t(`state.${word}`, { count });
    };
    return [
      {
        id: 'worker',
        header: t('columns.worker'),
        sortable: true,
        cell: (row) => (
          <span className={row.workerId === openWorker ? 'of-open-worker' : undefined}>{row.workerName}</span>
        ),
        text: (row) => row.workerName,
      },
      {
        id: 'insz',
        header: t('columns.insz'),
        number: true,
        quiet: true,
        cell: (row) => formats.insz(row.insz),
        text: (row) => formats.insz(row.insz),
      },
      {
        id: 'title',
        header: t('columns.title'),
        clip: true,
        sortable: true,
        cell: ({ fields }) =>
          fields.title === '' ? <span className="faint-text">{t('untitled')}</span> : fields.title,
        text: ({ fields }) => fields.title,
      },
      {
        id: 'start',
        header: t('columns.start'),
        end: true,
        sortable: true,
        cell: ({ fields }) => day(fields.startDate, 'tiny'),
        text: ({ fields }) => day(fields.startDate, 'short'),
      },
      {
        id: 'end',
        header: t('columns.end'),
        end: true,
        hidden: true,
        cell: ({ fields }) => day(fields.endDate, 'tiny'),
        text: ({ fields }) => day(fields.endDate, 'short'),
      },
      {
        id: 'duration',
        header: t('columns.duration'),
        end: true,
        sortable: true,
        cell: duration,
        text: duration,
      },
      { id: 'counts', header: t('columns.counts'), cell: counts, text: counts },
      {
        id: 'state',
        header: t('columns.state'),
        sortable: true,
        cell: (row) => <StateChip training={row} />,
        text: stateText,
      },
      {
        id: 'updated',
        header: t('columns.updated'),
        hidden: true,
        sortable: true,
        cell: (row) => formats.moment(row.updatedAt),
        text: (row) => formats.moment(row.updatedAt),
      },
    ];
  }, [t, formats, openWorker]);
}

/** Only what is wrong gets a line; an unfinished draft is not wrong. */
export function useWhyLine(): (training: Training) => ReactNode | null {
  const wordsOf = useFindingWords();
  const anomalyWords = useAnomalyWords();
  return (training) => {
    const { word } = standingOf(training);
    if (word !== 'refused' && word !== 'toFix') return null;
    const finding = blockingOf(training.findings);
    const anomaly = training.anomalies.find((one) => one.severity === 'blocking') ?? training.anomalies[0];
    const words =
      finding !== undefined
        ? wordsOf(finding)
        : anomaly !== undefined
          ? anomalyWords(anomaly, training.year)
          : wordsOf({ rule: 'OUT-REASON-UNKNOWN' });
    return (
      <>
        <strong>{words.title}</strong> {words.remedy} <span className="number faint-text">{words.rule}</span>
      </>
    );
  };
}
