// What is done from the board: read what was approved, withdraw what was asked, the latter once more asked.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useAct } from '../../../calls.ts';
import { useToast } from '../../../ui/toast.tsx';
import { usePurpose } from '../answer/purpose.tsx';
import { canRead, canWithdraw, slipTitle } from './slip-words.ts';

export type BoardActs = {
  read: (request: ApplicantRequest) => void;
  withdraw: (request: ApplicantRequest) => void;
  /** Id of the request that is being read. */
  reading: string | null;
  failure: Failure | null;
  /** Request that is asked once more about. */
  leaving: ApplicantRequest | null;
  close: () => void;
  confirm: () => Promise<boolean>;
  busy: boolean;
};

export function useBoardActs(): BoardActs {
  const { t } = useTranslation('applicants');
  const toast = useToast();
  const reading = useAct('applicantAnswer.read');
  const withdrawing = useAct('applicantRequest.withdraw');
  const [purpose] = usePurpose();
  const [at, setAt] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<ApplicantRequest | null>(null);

  const read = async (request: ApplicantRequest): Promise<void> => {
    const name = slipTitle(t, request);
    if (!canRead(request)) return toast({ tone: 'warn', text: t('board.cannotRead', { name }) });
    if (at !== null) return;
    withdrawing.forget();
    setAt(request.id);
    const result = await reading.run({ id: request.id, purpose });
    setAt(null);
    if (result.ok) toast({ text: t('board.wasRead', { name }) });
  };
  const withdraw = (request: ApplicantRequest): void => {
    const name = slipTitle(t, request);
    if (canWithdraw(request)) setLeaving(request);
    else toast({ tone: 'warn', text: t('board.cannotWithdraw', { name }) });
  };
  const confirm = async (): Promise<boolean> => {
    if (leaving === null) return false;
    reading.forget();
    const result = await withdrawing.run({ id: leaving.id, expectedRevision: leaving.revision });
    setLeaving(null);
    if (result.ok) toast({ text: t('board.wasWithdrawn', { name: slipTitle(t, leaving) }) });
    return result.ok;
  };
  return {
    read: (request) => void read(request),
    withdraw,
    reading: at,
    failure: reading.failure ?? withdrawing.failure,
    leaving,
    close: () => setLeaving(null),
    confirm,
    busy: withdrawing.busy,
  };
}
