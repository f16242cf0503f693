// How the services at hand stand today, with the change that comes next: at the end of a guide, before somebody relies on it.
import { useTranslation } from 'react-i18next';
import type { DatedService, ServiceRow } from '../../../preload/contract/service-state.ts';
import type { Service } from '../../../preload/contract/services.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { stateLooks } from './service-words.ts';

/** Citizen mandates and citizen data go together for an account, and have a calendar each. */
const dated: Record<Service, readonly DatedService[]> = {
  fla: ['fla'],
  checkInAndOutAtWork: ['checkInAndOutAtWork'],
  citizenData: ['citizenMandates', 'citizenData'],
  dimona: ['dimona'],
};

export function ServiceStates({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation('services');
  const formats = useFormats();
  const list = useCall('service.list', {}).data;
  const wanted = services.flatMap((service) => dated[service]);
  const rows = (list?.services ?? []).filter(({ service }) => wanted.includes(service));
  if (list === undefined || rows.length === 0) return null;
  const next = ({ next: change }: ServiceRow): string | null =>
    change === null
      ? null
      : t('next', { state: t(`states.${change.state}`), date: formats.day(change.from, 'long') });
  return (
    <Sheet title={t('title')} stacked>
      <Facts
        facts={rows.map((row) => ({
          label: t(`names.${row.service}`),
          value: (
            <>
              <Chip {...stateLooks[row.state]}>{t(`states.${row.state}`)}</Chip>
              {next(row) !== null && <small className="hint">{next(row)}</small>}
            </>
          ),
        }))}
      />
      <p>
        <TextLink to="/settings/services">{t('table')}</TextLink>
      </p>
    </Sheet>
  );
}
