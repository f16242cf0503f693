// Withdraws a request after asking once more: what was withdrawn cannot be brought back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { useRequestName } from './request-words.ts';

export function Withdraw({ request }: { request: ApplicantRequest }) {
  const { t } = useTranslation('applicants');
  const nameOf = useRequestName();
  const withdraw = useAct('applicantRequest.withdraw');
  const [asking, setAsking] = useState(false);
  const press = async (): Promise<void> => {
    await withdraw.run({ id: request.id, expectedRevision: request.revision });
    setAsking(false);
  };
  return (
    <>
      <Button small plain onPress={() => setAsking(true)}>
        {t('desk.withdraw')}
      </Button>
      <FailureNote failure={withdraw.failure} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('desk.withdrawal.title', { request: nameOf(request) })}
        act={t('desk.withdrawal.act')}
        danger
        busy={withdraw.busy}
        onAct={() => void press()}
      >
        <p>{t('desk.withdrawal.what')}</p>
      </ConfirmDialog>
    </>
  );
}
