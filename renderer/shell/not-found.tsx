// A place that does not exist, or not any more.
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';

export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFound.title')}>
      <Empty
        icon="search"
        title={t('notFound.what')}
        acts={<LinkButton to="/">{t('notFound.act')}</LinkButton>}
      >
        {t('notFound.next')}
      </Empty>
    </Page>
  );
}
