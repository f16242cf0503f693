// Asks who approves, and for the PIN that proves it, where the account of the computer is shared.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approver, Proof } from '../../../preload/contract/approvers.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { focusProof, ProofFields, useProof } from './proof-fields.tsx';

type SignDialogProps = {
  people: readonly Approver[];
  account: string;
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSign: (proof: Proof) => Promise<void>;
};

export function SignDialog({ people, account, busy, failure, onClose, onSign }: SignDialogProps) {
  const { t } = useTranslation('outbox-plan');
  const { t: shell } = useTranslation('shell');
  const inHand = useProof();
  const [tried, setTried] = useState(false);
  const sign = async (): Promise<void> => {
    setTried(true);
    const proof = inHand.proof();
    if (proof === null) {
      focusProof(inHand);
      return;
    }
    await onSign(proof);
    // Still there: the PIN was not right, and is typed anew.
    inHand.set({ pin: '' });
    document.getElementById('f-pin')?.focus();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('sign.title')}
      acts={
        <>
          <Button onPress={onClose}>{shell('notNow')}</Button>
          <Button primary busy={busy} onPress={() => void sign()}>
            {t('sign.act')}
          </Button>
        </>
      }
    >
      <p>{t('sign.what', { account })}</p>
      <FailureNote failure={failure} />
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault();
          void sign();
        }}
      >
        <ProofFields
          people={people}
          inHand={inHand}
          error={tried && inHand.proof() === null && failure === null ? t('sign.missing') : undefined}
        />
        {/* Enter in a field signs. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
