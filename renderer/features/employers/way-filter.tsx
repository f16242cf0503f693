// Filter of the table of routes: one way to one service.
import { useTranslation } from 'react-i18next';
import type { RouteWay } from '../../../preload/contract/routes.ts';
import { services } from '../../../preload/contract/services.ts';

const ways = ['own', 'mandatary', 'elsewhere', 'none'] as const;

/** Only the employers that reach a service by a way. */
export function WayFilter({ way, onWay }: { way: RouteWay | null; onWay: (way: RouteWay | null) => void }) {
  const { t } = useTranslation('routes');
  const all = services.flatMap((service) => ways.map((kind): RouteWay => ({ service, kind })));
  const nameOf = ({ service, kind }: RouteWay): string => `${service} ${kind}`;
  return (
    <select
      className="input select small"
      aria-label={t('table.way')}
      value={way === null ? '' : nameOf(way)}
      onChange={(event) => onWay(all.find((one) => nameOf(one) === event.target.value) ?? null)}
    >
      <option value="">{t('table.allWays')}</option>
      {services.map((service) => (
        <optgroup key={service} label={t(`services.${service}`)}>
          {all
            .filter((one) => one.service === service)
            .map((one) => (
              <option key={one.kind} value={nameOf(one)}>
                {t(`services.${service}`)}: {t(`kind.${one.kind}`)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
