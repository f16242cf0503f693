// The renewal of one account's certificate without a gap: what signs now, four steps to the next one, and those before.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading, OfflineNote } from '../../ui/states.tsx';
import { endTone } from './end-chip.tsx';
import { FormerCertificates } from './renewal-former.tsx';
import { RenewalSteps, stepOf } from './renewal-steps.tsx';
import { VerdictBox } from './verdict-head.tsx';

export type Renewal = CallOutput<'renewal.show'>;

export default function RenewalPage() {
  const { t } = useTranslation('certificate-life');
  const { id = '' } = useParams<{ id: string }>();
  const shown = useCall('renewal.show', { accountId: id });
  if (shown.data !== undefined) return <Known key={id} renewal={shown.data} />;
  return (
    <Page title={t('renewal.title')} reading>
      <Sheet label={t('renewal.steps')} flush>
        {shown.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
        )}
      </Sheet>
    </Page>
  );
}

function Known({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('certificate-life');
  const { accountId, name, enterpriseName } = renewal;
  const seen = useRef(renewal.current?.certificateId);
  // With nothing staged, what is left to do is to tidy up: that stands first.
  const isTidying = renewal.staged === null && renewal.former.length > 0;
  return (
    <Page
      title={t('renewal.title')}
      lead={name === enterpriseName ? name : t('renewal.lead', { account: name, enterprise: enterpriseName })}
      reading
      acts={
        <>
          <LinkButton to="/connection/life">{t('renewal.toLife')}</LinkButton>
          <LinkButton to={`/connection/accounts/${accountId}`}>{t('renewal.toAccount')}</LinkButton>
        </>
      }
    >
      <OfflineNote />
      <Head renewal={renewal} />
      {isTidying && <FormerCertificates renewal={renewal} seen={seen} />}
      <RenewalSteps renewal={renewal} />
      {!isTidying && renewal.former.length > 0 && <FormerCertificates renewal={renewal} seen={seen} />}
    </Page>
  );
}

/** How pressing it is, or how far it is. */
function Head({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('certificate-life');
  const formats = useFormats();
  const { current, staged } = renewal;
  const facts = {
    name: current?.name ?? '',
    date: current === null ? '' : formats.dayOf(current.notAfter, 'long'),
    days: current?.daysLeft ?? 0,
  };
  const end = current === null ? 'bad' : endTone(current);
  const isBad = end === 'bad' && (staged === null || current?.over !== false);
  const tone = isBad ? 'bad' : end === 'warn' || staged !== null ? 'warn' : 'ok';
  const icon = tone === 'bad' ? 'refused' : tone === 'warn' ? 'warn' : 'check-ring';
  const title =
    staged !== null
      ? t('renewal.head.busy', { step: stepOf(staged) })
      : current === null
        ? t('renewal.head.none')
        : !current.stored
          ? t('renewal.head.gone', facts)
          : current.over
            ? t('renewal.head.over', facts)
            : current.rung === null
              ? t('renewal.head.fine', facts)
              : t('renewal.head.soon', facts);
  const busyWhat = current === null ? t('renewal.head.busyNone') : t('renewal.head.busyWhat', facts);
  return (
    <VerdictBox below tone={tone} icon={icon} title={title}>
      {staged === null ? t('renewal.head.what') : busyWhat}
    </VerdictBox>
  );
}
