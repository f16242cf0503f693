// Back and forth through worker-years, page by page.
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

export const yearsOfPage = 25;

type YearPagerProps = { page: number; total: number; onPage: (page: number) => void };

export function YearPager({ page, total, onPage }: YearPagerProps) {
  const { t } = useTranslation('rescue');
  const last = Math.max(1, Math.ceil(total / yearsOfPage));
  const from = (page - 1) * yearsOfPage + 1;
  return (
    <nav className="grid-foot" aria-label={t('pager.label')}>
      <span role="status">{t('pager.shown', { from, to: Math.min(total, page * yearsOfPage), total })}</span>
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
