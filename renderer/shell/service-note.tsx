// Where trainings are written and sent: says that the service is closed, read-only or about to change.
import { useTranslation } from 'react-i18next';
import { useCall } from '../calls.ts';
import { useFormats } from '../i18n/formats.ts';
import { TextLink } from '../ui/link-button.tsx';
import { Note } from '../ui/note.tsx';

export function ServiceNote() {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const services = useCall('today.list', {}).data?.services ?? [];
  const fla = services.find(({ service }) => service === 'fla');
  if (fla?.state === 'readOnly' || fla?.state === 'closed')
    return (
      <Note tone="warn" icon="lock">
        {t(`service.${fla.state}`)} <TextLink to="/settings/services">{t('service.more')}</TextLink>
      </Note>
    );
  if (fla?.state !== 'announced' || fla.since === null) return null;
  return (
    <Note tone="warn" icon="calendar">
      {t('service.announced', { date: formats.day(fla.since, 'long') })}{' '}
      <TextLink to="/settings/services">{t('service.more')}</TextLink>
    </Note>
  );
}
