// Where a real service takes nothing any more: says so, and offers what helps instead of sending.
import { useTranslation } from 'react-i18next';
import type { ServiceRow } from '../../../preload/contract/service-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';

/** `onFollow`: before the page changes, such as to close a dialog. */
export function ClosedOffer({ service, onFollow }: { service: ServiceRow; onFollow: () => void }) {
  const { t } = useTranslation('services');
  const formats = useFormats();
  const { since } = service;
  const date = since === null ? '' : formats.day(since, 'long');
  return (
    <>
      <Note tone="warn" icon="lock">
        {t(service.state === 'readOnly' ? 'offer.readOnly' : 'offer.closed', { date })}
      </Note>
      <ul className="panel">
        <li>
          <LinkButton next to="/training" onFollow={onFollow}>
            {t('offer.register')}
          </LinkButton>
        </li>
        <li>
          <LinkButton next to="/training/balance" onFollow={onFollow}>
            {t('offer.account')}
          </LinkButton>
        </li>
        {service.state === 'readOnly' && (
          <li>
            <LinkButton next to="/training/rescue" onFollow={onFollow}>
              {t('offer.rescue')}
            </LinkButton>
          </li>
        )}
      </ul>
    </>
  );
}
