// Who signs with a PIN, where several people share one account of the computer: added, and taken off the list.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approver, Proof } from '../../../preload/contract/approvers.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { focusProof, ProofFields, useProof } from './proof-fields.tsx';

export function ApproversSheet({ required }: { required: boolean }) {
  const { t } = useTranslation('outbox-plan');
  const list = useCall('approver.list', {}).data;
  const vouched = required && (list?.rows.length ?? 0) > 0;
  const inHand = useProof();
  const [asked, setAsked] = useState(false);
  /** Undefined: somebody must vouch, and is not named yet. */
  const voucher = (): Proof | null | undefined => {
    if (!vouched) return null;
    const proof = inHand.proof();
    setAsked(proof === null);
    if (proof === null) focusProof(inHand);
    return proof ?? undefined;
  };
  if (list === undefined) return null;
  return (
    <Sheet title={t('approvers.title')} stacked>
      <p className="quiet-text">{t('approvers.what', { account: list.osAccount })}</p>
      <People rows={list.rows} voucher={voucher} onDone={() => inHand.set({ pin: '' })} />
      {vouched && (
        <fieldset className="panel">
          <legend className="legend">{t('approvers.vouch')}</legend>
          <ProofFields
            people={list.rows}
            inHand={inHand}
            error={asked && inHand.proof() === null ? t('sign.missing') : undefined}
          />
        </fieldset>
      )}
      <AddPerson voucher={voucher} onDone={() => inHand.set({ pin: '' })} />
    </Sheet>
  );
}

type Vouched = { voucher: () => Proof | null | undefined; onDone: () => void };

function People({ rows, voucher, onDone }: Vouched & { rows: readonly Approver[] }) {
  const { t } = useTranslation('outbox-plan');
  const formats = useFormats();
  const toast = useToast();
  const remove = useAct('approver.remove');
  const takeOff = async ({ id, name }: Approver): Promise<void> => {
    const proof = voucher();
    if (proof === undefined) return;
    const done = await remove.run({ id, proof });
    onDone();
    if (!done.ok) return;
    document.getElementById('f-approverName')?.focus();
    toast({ text: t('approvers.removed', { name }) });
  };
  if (rows.length === 0) return <p>{t('approvers.nobody')}</p>;
  return (
    <>
      <FailureNote failure={remove.failure} />
      <ul className="plain-list">
        {rows.map((person) => (
          <li key={person.id} className="row-of">
            <span>{person.name}</span>
            <span className="quiet-text">
              {t('approvers.since', { day: formats.day(person.addedAt.slice(0, 10)) })}
            </span>
            {person.waitUntil !== null && Date.parse(person.waitUntil) > Date.now() && (
              <span className="quiet-text">
                {t('approvers.waits', { time: formats.time(person.waitUntil) })}
              </span>
            )}
            <Button
              small
              plain
              icon="trash"
              busy={remove.busy}
              label={t('approvers.remove', { name: person.name })}
              onPress={() => void takeOff(person)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

const shortestPin = 6;

function AddPerson({ voucher, onDone }: Vouched) {
  const { t } = useTranslation('outbox-plan');
  const toast = useToast();
  const add = useAct('approver.add');
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '' || pin.length < shortestPin;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(missing);
    if (missing) {
      document.getElementById(name.trim() === '' ? 'f-approverName' : 'f-newPin')?.focus();
      return;
    }
    const proof = voucher();
    if (proof === undefined) return;
    const done = await add.run({ name: name.trim(), pin, proof });
    onDone();
    if (!done.ok) return;
    setName('');
    setPin('');
    document.getElementById('f-approverName')?.focus();
    toast({ text: t('approvers.added', { name: name.trim() }) });
  };
  const error = tried && missing ? { error: t('approvers.missing') } : {};
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <FailureNote failure={add.failure} />
      <TextField
        name="approverName"
        label={t('approvers.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        {...(name.trim() === '' ? error : {})}
      />
      <TextField
        name="newPin"
        type="password"
        label={t('approvers.newPin')}
        hint={t('approvers.pinHint')}
        short
        maxLength={64}
        autoComplete="new-password"
        value={pin}
        onChange={(event) => setPin(event.target.value)}
        {...(name.trim() === '' ? {} : error)}
      />
      <div className="row-of">
        <Button type="submit" icon="plus" busy={add.busy}>
          {t('approvers.add')}
        </Button>
      </div>
    </form>
  );
}
