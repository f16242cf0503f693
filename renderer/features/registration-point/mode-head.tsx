// The head of the registration point: the time of the service, the site, the languages, and the lock.
import { useTranslation } from 'react-i18next';
import type { PointState } from '../../../preload/contract/registration-point.ts';
import type { Language } from '../../../preload/contract/values.ts';
import { useAppState } from '../../app-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { languageNames, localeOf } from '../../i18n/languages.ts';
import { Icon } from '../../ui/icon.tsx';
import { useServiceTime } from './service-time.ts';

/** The environment is never in doubt here either; its practice date is left out, as presences follow the real clock. */
export function PointBand() {
  const { t } = useTranslation('shell');
  const { kind } = useAppState().environment;
  return (
    <section className={`band ${kind}`} aria-label={t('band.label')}>
      <b>{t(`environments.${kind}`).toUpperCase()}</b>
      <span>{t(`band.${kind}`)}</span>
    </section>
  );
}

/** Drawn apart: every second only this changes. */
function Clock({ difference }: { difference: number | null }) {
  const { t } = useTranslation('registration-point');
  const formats = useFormats();
  const now = new Date(useServiceTime(difference)).toISOString();
  return (
    <p className="point-clock">
      <time dateTime={now}>{formats.time(now)}</time>
      <span>
        {formats.dayOf(now, 'weekday')}
        <small>{difference === null ? t('mode.clockOfComputer') : t('mode.clockOfService')}</small>
      </span>
    </p>
  );
}

type ModeHeadProps = {
  point: PointState;
  language: string;
  onLanguage: (language: Language) => void;
  onLeave: () => void;
};

export function ModeHead({ point, language, onLanguage, onLeave }: ModeHeadProps) {
  const { t } = useTranslation('registration-point');
  const { site, languages } = point;
  const place =
    site === null ? '' : `${site.street} ${site.houseNumber}, ${site.postCode} ${site.municipality}`;
  return (
    <header className="point-head">
      <Clock difference={point.clock.difference} />
      <div className="point-site">
        <h1>{site?.name ?? t('title')}</h1>
        <p>{[place.replace(/^[ ,]+|[ ,]+$/g, ''), site?.employerName].filter(Boolean).join(' · ')}</p>
      </div>
      {languages.length > 1 && (
        <fieldset className="point-languages" aria-label={t('mode.language')}>
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              className="point-button"
              lang={localeOf(one)}
              aria-pressed={language === one}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onLanguage(one)}
            >
              {languageNames[one]}
            </button>
          ))}
        </fieldset>
      )}
      <button type="button" className="point-button point-lock" aria-label={t('leave.act')} onClick={onLeave}>
        <Icon name="lock" />
      </button>
    </header>
  );
}
