// Signing requests that wait for their answer; nothing where there are none.
import { useTranslation } from 'react-i18next';
import type { CertificateRequest } from '../../../preload/contract/certificates.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Chip } from '../../ui/chip.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function RequestList() {
  const { t } = useTranslation('certificates');
  const rows = useCall('certificate.requests', {}).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Sheet title={t('requests.title')} flush>
      <ul>
        {rows.map((row) => (
          <RequestLine key={row.id} request={row} />
        ))}
      </ul>
    </Sheet>
  );
}

function RequestLine({ request }: { request: CertificateRequest }) {
  const { t } = useTranslation('certificates');
  const formats = useFormats();
  const ordered =
    request.orderedAt === null
      ? t('requests.notOrdered')
      : t('requests.ordered', { date: formats.dayOf(request.orderedAt, 'long') });
  return (
    <li className="task">
      <RequestChip request={request} />
      <div>
        <div className="what">{request.name}</div>
        <div className="who">{t('requests.made', { date: formats.dayOf(request.createdAt, 'long') })}</div>
        <div className="who">{ordered}</div>
      </div>
      <div className="do">
        <LinkButton small next to={`/connection/requests/${request.id}`}>
          {t('requests.open')}
          <span className="only-read-aloud">: {request.name}</span>
        </LinkButton>
      </div>
    </li>
  );
}

function RequestChip({ request }: { request: CertificateRequest }) {
  const { t } = useTranslation('certificates');
  return request.stored ? (
    <Chip tone="warn" icon="hourglass">
      {t('requests.waiting')}
    </Chip>
  ) : (
    <Chip tone="bad">{t('requests.lost')}</Chip>
  );
}
