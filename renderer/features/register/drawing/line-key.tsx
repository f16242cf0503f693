// What the marks of the drawing mean.
import { useTranslation } from 'react-i18next';

export function LineKey({ review }: { review: boolean }) {
  const { t } = useTranslation('register');
  return (
    <div className="line-key">
      <span>
        <svg viewBox="0 0 24 12" className="line-drawing" aria-hidden="true">
          <rect className="known" y="1" width="24" height="10" />
          <line className="begin" x1="1" x2="1" y1="-2" y2="14" />
        </svg>
        {t('drawing.key.line')}
      </span>
      <span>
        <svg viewBox="0 0 24 12" className="line-drawing" aria-hidden="true">
          <rect className="known" y="1" width="24" height="10" />
          <path className="on" d="M17 1.5 22 6 17 10.5" />
        </svg>
        {t('drawing.key.open')}
      </span>
      {review && (
        <span>
          <svg viewBox="0 0 24 12" className="line-drawing" aria-hidden="true">
            <rect className="doubt" x="1" y="1" width="22" height="10" />
          </svg>
          {t('state.review')}
        </span>
      )}
    </div>
  );
}
