// The environment is never in doubt: its band and its word stand on every page.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAppState } from '../app-state.ts';
import { useFormats } from '../i18n/formats.ts';

/** `alone`: on a page outside the shell, from where Settings cannot be reached. */
export function Band({ alone = false }: { alone?: boolean }) {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const { environment, practiceDate } = useAppState();
  return (
    <section className={`band ${environment.kind}`} aria-label={t('band.label')}>
      <b>{t(`environments.${environment.kind}`).toUpperCase()}</b>
      {practiceDate !== null && (
        <span>{t('band.practiceDate', { date: formats.day(practiceDate, 'full') })}</span>
      )}
      <span>{t(`band.${environment.kind}`)}</span>
      {environment.kind === 'practice' && !alone && (
        <Link className="at-end" href="/settings/practice">
          {t('band.setDate')}
        </Link>
      )}
    </section>
  );
}
