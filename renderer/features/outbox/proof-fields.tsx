// Who does it, with the PIN that proves it. The PIN lives in the field and goes out with the act, nowhere else.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approver, Proof } from '../../../preload/contract/approvers.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type ProofInHand = {
  approverId: string;
  pin: string;
  set: (change: Partial<{ approverId: string; pin: string }>) => void;
  /** Null while something is missing. */
  proof: () => Proof | null;
};

const shortestPin = 6;

export function useProof(): ProofInHand {
  const [{ approverId, pin }, setBoth] = useState({ approverId: '', pin: '' });
  return {
    approverId,
    pin,
    set: (change) => setBoth((now) => ({ ...now, ...change })),
    proof: () => (approverId === '' || pin.length < shortestPin ? null : { approverId, pin }),
  };
}

type ProofFieldsProps = { people: readonly Approver[]; inHand: ProofInHand; error: string | undefined };

export function ProofFields({ people, inHand, error }: ProofFieldsProps) {
  const { t } = useTranslation('outbox-plan');
  return (
    <>
      <SelectField
        name="approver"
        label={t('sign.who')}
        value={inHand.approverId}
        choices={[
          { value: '', label: t('sign.choose') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => inHand.set({ approverId: event.target.value })}
        {...(error === undefined || inHand.approverId !== '' ? {} : { error })}
      />
      <TextField
        name="pin"
        type="password"
        label={t('sign.pin')}
        short
        maxLength={64}
        value={inHand.pin}
        onChange={(event) => inHand.set({ pin: event.target.value })}
        {...(error === undefined || inHand.approverId === '' ? {} : { error })}
      />
    </>
  );
}

/** The keyboard goes to what is missing. */
export const focusProof = (inHand: ProofInHand): void =>
  document.getElementById(inHand.approverId === '' ? 'f-approver' : 'f-pin')?.focus();
