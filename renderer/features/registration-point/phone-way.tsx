// The way by phone: the code of the site and its number, shown at once when nothing can be registered here.
import { useTranslation } from 'react-i18next';
import type { PointState } from '../../../preload/contract/registration-point.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';

type Phone = NonNullable<PointState['phone']>;

/** Black on white in every theme, or a phone cannot read it. */
export function SiteCode({ phone }: { phone: Phone }) {
  const { t } = useTranslation('registration-point');
  if (phone.drawing === null) return null;
  const { modules, shape } = phone.drawing;
  return (
    <svg className="point-code" viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label={t('mode.code')}>
      <rect width={modules} height={modules} className="ground" />
      <path d={shape} className="ink" />
    </svg>
  );
}

type PhoneWayProps = {
  point: PointState;
  title: string;
  what: string;
  /** What was just sent may have arrived. */
  maybe: boolean;
  onAgain: () => void;
  ref: React.Ref<HTMLHeadingElement>;
};

export function PhoneWay({ point, title, what, maybe, onAgain, ref }: PhoneWayProps) {
  const { t } = useTranslation('registration-point');
  const { phone, site } = point;
  const steps =
    phone?.drawing == null
      ? ['phoneSite', 'phoneType', 'phoneWay']
      : ['phoneScan', 'phoneNumber', 'phoneWay'];
  return (
    <section className="point-phone" aria-label={title}>
      <div className="point-phone-words">
        <h2 ref={ref} tabIndex={-1}>
          {title}
        </h2>
        {maybe && <p className="point-maybe">{t('mode.maybe')}</p>}
        <p>{what}</p>
        <ol>
          {steps.map((step) => (
            <li key={step}>{t(`mode.${step as 'phoneScan'}`)}</li>
          ))}
        </ol>
        {site !== null && (
          <p>
            {t('mode.siteNumber')} <b className="number">{formatWorksReference(site.reference)}</b>
          </p>
        )}
        {site !== null && site.contact !== '' && <p>{t('mode.call', { contact: site.contact })}</p>}
        <button type="button" className="point-button" onClick={onAgain}>
          {t('mode.again')}
        </button>
      </div>
      {phone !== null && <SiteCode phone={phone} />}
    </section>
  );
}
