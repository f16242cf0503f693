// Until when the service can be read, and whether it may be asked here at all.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';

export function ServiceUntil() {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const services = useCall('today.list', {}).data?.services ?? [];
  const status = useCall('rescue.status', {}).data;
  const fla = services.find(({ service }) => service === 'fla');
  const closed = fla?.state === 'closed' || status?.lastFailure?.code === 'serviceClosed';
  return (
    <>
      {closed ? (
        <Note tone="bad" icon="lock">
          {t('closed')}
        </Note>
      ) : (
        fla?.state === 'readOnly' &&
        fla.until !== null && (
          <Note tone="warn" icon="calendar">
            {t('until', { date: formats.day(fla.until, 'long') })}
          </Note>
        )
      )}
      {status?.api === 'addressNotConfirmed' && !closed && (
        <Note>
          {t('notConfirmed')} <TextLink to="/settings/going-live">{t('toGoingLive')}</TextLink>
        </Note>
      )}
    </>
  );
}
