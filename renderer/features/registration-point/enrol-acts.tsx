// A badge that is not known here: its owner says once that it is theirs, and for what it will be kept.
import { useTranslation } from 'react-i18next';

export function EnrolActs({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const { t } = useTranslation('registration-point');
  return (
    <section className="point-enrol" aria-label={t('enrol.title')}>
      <p>{t('enrol.consent')}</p>
      <div>
        <button type="button" className="point-button point-yes" onClick={onYes}>
          {t('enrol.yes')}
        </button>
        <button type="button" className="point-button" onClick={onNo}>
          {t('enrol.no')}
        </button>
      </div>
    </section>
  );
}
