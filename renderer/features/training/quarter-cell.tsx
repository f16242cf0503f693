// One quarter of one client: how many of those in service have nothing yet, with a bar of those who have something.
import { useTranslation } from 'react-i18next';
import type { CompletenessRow } from '../../../preload/contract/training-overviews.ts';
import { Icon } from '../../ui/icon.tsx';

type QuarterCellProps = {
  row: CompletenessRow;
  /** 1 to 4. */
  quarter: number;
  /** Nobody is late in a quarter that is still to come. */
  begun: boolean;
  open: boolean;
  onOpen: () => void;
};

export function QuarterCell({ row, quarter, begun, open, onOpen }: QuarterCellProps) {
  const { t } = useTranslation('training-account');
  const { employed = 0, missing = 0 } = row.quarters[quarter - 1] ?? {};
  if (employed === 0) return <span className="faint-text">{t('completeness.nobody')}</span>;
  const share = (100 * (employed - missing)) / employed;
  const where = {
    client: row.name,
    quarter: t(`completeness.quarters.${quarter}` as 'completeness.quarters.1'),
  };
  return (
    <button type="button" className="quarter-cell" aria-pressed={open} onClick={onOpen}>
      <span className={begun && missing > 0 ? 'quarter-figure lacking' : 'quarter-figure'}>
        {missing === 0 && <Icon name="check" />}
        {missing === 0 ? t('completeness.complete') : t('completeness.cell', { missing, employed })}
        <span className="only-read-aloud">
          {' '}
          {t(missing === 0 ? 'completeness.panelTitle' : 'completeness.cellOf', where)}
        </span>
      </span>
      <svg className="plot turns" height="6" aria-hidden="true">
        <rect className="rest" x="0" y="0" width="100%" height="6" />
        <rect className="done" x="0" y="0" width={`${share}%`} height="6" />
      </svg>
    </button>
  );
}
