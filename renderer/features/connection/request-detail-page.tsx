// One signing request that waits for its answer: how far it is, what is next, and its removal.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { CertificateRequest } from '../../../preload/contract/certificates.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { groupedPrint } from './fingerprints.tsx';
import { AnswerChoice, AnswerVerdict, useAnswer } from './request-answer.tsx';
import { RequestSteps } from './request-steps.tsx';

export default function RequestDetailPage() {
  const { t } = useTranslation('certificates');
  const { id = '' } = useParams<{ id: string }>();
  const requests = useCall('certificate.requests', {});
  const request = requests.data?.rows.find((row) => row.id === id);
  if (request !== undefined) return <Shown request={request} />;
  const failure =
    requests.error ??
    (requests.data === undefined
      ? null
      : { code: 'notFound' as const, retry: 'never' as const, traceId: '' });
  return (
    <Page title={t('requestPage.facts')} reading>
      <Sheet label={t('requestPage.facts')} flush>
        {failure === null ? (
          <Loading />
        ) : (
          <ErrorState failure={failure} onAgain={() => void requests.refetch()} />
        )}
      </Sheet>
    </Page>
  );
}

function Shown({ request }: { request: CertificateRequest }) {
  const { t } = useTranslation(['certificates', 'connection']);
  const formats = useFormats();
  const answer = useAnswer();
  return (
    <Page
      title={request.name}
      lead={t('requestPage.lead')}
      reading
      acts={<RemoveRequest request={request} />}
    >
      {!request.stored && <Note tone="bad">{t('requestPage.keyGone')}</Note>}
      <RequestSteps request={request}>
        <AnswerChoice {...answer} />
      </RequestSteps>
      <AnswerVerdict {...answer} requestId={request.id} />
      <Sheet title={t('requestPage.facts')}>
        <Facts
          facts={[
            {
              label: t('connection:certificate.enterprise'),
              value: `${request.enterpriseName}, ${formats.enterpriseNumber(request.enterpriseNumber)}`,
            },
            { label: t('connection:generate.keyKind'), value: t(`keyKind.${request.keyKind}`) },
            { label: t('requestPage.made'), value: formats.dayOf(request.createdAt, 'long') },
            {
              label: t('requestPage.print'),
              value: <span className="reference address">{groupedPrint(request.fingerprint)}</span>,
            },
          ]}
        />
      </Sheet>
    </Page>
  );
}

function RemoveRequest({ request }: { request: CertificateRequest }) {
  const { t } = useTranslation('certificates');
  const [, go] = useLocation();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const remove = useAct('certificate.removeRequest');
  const { id, name } = request;
  const takeAway = async (): Promise<void> => {
    const result = await remove.run({ id, confirmed: true });
    if (!result.ok) return;
    toast({ text: t('requestPage.removed', { name }) });
    go('/connection');
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('requestPage.remove')}</Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('requestPage.removeTitle', { name })}
        act={t('requestPage.remove')}
        danger
        busy={remove.busy}
        onAct={() => void takeAway()}
      >
        <p>{t('requestPage.removeWhat')}</p>
        <FailureNote failure={remove.failure} />
      </ConfirmDialog>
    </>
  );
}
