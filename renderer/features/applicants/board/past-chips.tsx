// Which of those that are over: all of them, or one kind, each with its count; kinds without any are left out.
import { useTranslation } from 'react-i18next';
import type { ApplicantColumn } from '../../../../preload/contract/applicants.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { type Past, pastColumns } from './board-state.ts';

type PastChipsProps = {
  past: Past;
  counts: Record<ApplicantColumn, number>;
  onPast: (past: Past) => void;
};

export function PastChips({ past, counts, onPast }: PastChipsProps) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const kinds = pastColumns.filter((column) => counts[column] > 0 || column === past);
  if (kinds.length < 2 && past === 'past') return null;
  return (
    <fieldset className="lane-filters">
      <legend className="only-read-aloud">{t('board.pastKinds')}</legend>
      {kinds.map((column) => (
        <button
          key={column}
          type="button"
          className="button small"
          aria-pressed={past === column}
          onClick={() => onPast(past === column ? 'past' : column)}
        >
          {t(`board.one.${column}`)}
          <span className="count">{formats.number(counts[column])}</span>
        </button>
      ))}
    </fieldset>
  );
}
