// Withdraws a request after asking once more: what was withdrawn cannot be brought back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export function Withdraw({ request }: { request: ApplicantRequest }) {
  const { t } = useTranslation('applicants');
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
      <WithdrawDialog
        request={asking ? request : null}
        busy={withdraw.busy}
        onClose={() => setAsking(false)}
        onAct={() => void press()}
      />
    </>
  );
}
