// Back and forth through the rows of a list, page by page.
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

export const rowsOfPage = 25;

type ListPagerProps = { page: number; total: number; onPage: (page: number) => void };

export function ListPager({ page, total, onPage }: ListPagerProps) {
  const { t } = useTranslation('lists');
  const last = Math.max(1, Math.ceil(total / rowsOfPage));
  const from = (page - 1) * rowsOfPage + 1;
  if (total === 0) return null;
  return (
    <nav className="grid-foot" aria-label={t('pager.label')}>
      <span role="status">{t('pager.shown', { from, to: Math.min(total, page * rowsOfPage), total })}</span>
      {last > 1 && (
        <span className="row-of at-end">
          {page > 1 && (
            <Button small onPress={() => onPage(page - 1)}>
              {t('pager.earlier')}
            </Button>
          )}
          {page < last && (
            <Button small onPress={() => onPage(page + 1)}>
              {t('pager.later')}
            </Button>
          )}
        </span>
      )}
    </nav>
  );
}
