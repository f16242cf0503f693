// How many days the service can still be read and who is not brought home yet; after the last day, what is no longer possible.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';

export function ServiceUntil() {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const status = useCall('rescue.status', {}, { keepPrevious: true }).data;
  if (status === undefined) return null;
  const { days, clients, home, lastFailure, api } = status;
  const closed = (days !== null && days.left < 0) || lastFailure?.code === 'serviceClosed';
  const missing = clients - home;
  return (
    <>
      {closed ? (
        <Note tone="bad" icon="lock">
          <p>{t('closed')}</p>
          <p>{t('closedStill')}</p>
          <p>{t('closedMissing', { missing })}</p>
        </Note>
      ) : (
        days !== null && (
          <Note tone={missing === 0 ? 'ok' : days.left <= 14 ? 'bad' : 'warn'} icon="calendar">
            {t('until', { days: days.left, date: formats.day(days.until, 'long'), missing })}
          </Note>
        )
      )}
      {api === 'addressNotConfirmed' && !closed && (
        <Note>
          {t('notConfirmed')} <TextLink to="/settings/going-live">{t('toGoingLive')}</TextLink>
        </Note>
      )}
    </>
  );
}
