// Whether each service is open, with the date and the source of a change.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

type Service = CallOutput<'today.list'>['services'][number];

const looks: Record<Service['state'], { tone: Tone; icon: IconName }> = {
  open: { tone: 'ok', icon: 'check' },
  readOnly: { tone: 'warn', icon: 'lock' },
  closed: { tone: 'bad', icon: 'refused' },
  announced: { tone: 'warn', icon: 'calendar' },
  unreachable: { tone: 'warn', icon: 'offline' },
};

export function ServicesPanel({ services }: { services: Service[] }) {
  const { t } = useTranslation('today');
  const rescue = useTranslation('rescue');
  const formats = useFormats();
  if (services.length === 0) return null;
  const words = (service: Service): string => {
    if (service.state !== 'announced') return t(`services.states.${service.state}`);
    if (service.since === null) return t('services.states.announcedUndated');
    return t('services.states.announced', { date: formats.day(service.since, 'medium') });
  };
  // The calendar keeps each source as it was found, in one language; a person reads it in theirs.
  const sources = services.flatMap(({ service, state, source }) => {
    if (service !== 'fla' || source === '') return [];
    if (state === 'announced') return [t('services.sources.readOnly')];
    return state === 'readOnly' || state === 'closed' ? [t(`services.sources.${state}`)] : [];
  });
  // As long as the service can be read, what stands there can be brought home.
  const ending = services.some(
    ({ service, state }) => service === 'fla' && (state === 'readOnly' || state === 'announced'),
  );
  return (
    <Sheet title={t('services.title')} stacked>
      <Facts
        facts={services.map((service) => ({
          label: t(`services.names.${service.service}`),
          value: <Chip {...looks[service.state]}>{words(service)}</Chip>,
        }))}
      />
      {sources.length > 0 && (
        <p className="quiet-sheet-text">{t('services.source', { source: sources.join(' · ') })}</p>
      )}
      <p className="quiet-sheet-text">
        <TextLink to="/settings/services">{t('services.all')}</TextLink>
      </p>
      {ending && (
        <div className="row-of">
          <LinkButton to="/training/rescue" icon="download" small>
            {rescue.t('toRescue')}
          </LinkButton>
        </div>
      )}
    </Sheet>
  );
}
