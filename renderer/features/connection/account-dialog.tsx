// Changes name, client id, certificate, rights and scopes of an account. A change made elsewhere meanwhile is told.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, clientIdSchema } from '../../../preload/contract/accounts.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RightsField, ScopesField, scopeProblems, scopesFrom, type TypedScopes } from './account-rights.tsx';
import { canSign } from './account-who.tsx';

type AccountDialogProps = { account: Account; onClose: () => void; onSaved?: () => void };

export function AccountDialog({ account, onClose, onSaved }: AccountDialogProps) {
  const { t } = useTranslation('connection');
  const toast = useToast();
  const certificates = useCall('certificate.list', {});
  const update = useAct('account.update');
  const [name, setName] = useState(account.name);
  const [clientId, setClientId] = useState(account.clientId);
  const [certificateId, setCertificateId] = useState(account.certificateId ?? '');
  const [rights, setRights] = useState(account.rights);
  const [scopes, setScopes] = useState<TypedScopes>(account.scopes);
  const [attempt, setAttempt] = useState(0);
  const read = clientIdSchema.safeParse(clientId);
  const gone = account.rights.filter((right) => !rights.includes(right));
  const takenOff = gone.length > 0;
  const firstTakenOff = `right-${gone[0]}`;
  const problems = [
    ...(name.trim() === '' ? [{ name: 'name', message: t('account.nameMissing') }] : []),
    ...(read.success ? [] : [{ name: 'clientId', message: t('account.clientIdWrong') }]),
    ...(certificateId === '' ? [{ name: 'certificateId', message: t('account.certificateMissing') }] : []),
    ...(takenOff && account.employers > 0
      ? [{ name: firstTakenOff, message: t('account.rightsByStop') }]
      : []),
    ...scopeProblems(scopes, t('account.scopeWrong')),
  ];
  const errorOf = (field: string) =>
    attempt > 0 ? problems.find((problem) => problem.name === field)?.message : undefined;
  const choices = (certificates.data?.rows ?? []).filter(
    (one) => canSign(one) || one.id === account.certificateId,
  );
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Opened from a wizard it lies in that form too, which must not go on.
    event.stopPropagation();
    setAttempt((count) => count + 1);
    if (!read.success || problems.length > 0) return;
    const result = await update.run({
      id: account.id,
      expectedRevision: account.revision,
      name: name.trim(),
      certificateId,
      clientId: read.data,
      rights,
      scopes: scopesFrom(scopes),
    });
    if (!result.ok) return;
    toast({ text: t('saved') });
    onSaved?.();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('account.editTitle')} wide>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        <TextField
          name="name"
          label={t('account.name')}
          maxLength={120}
          value={name}
          error={errorOf('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          name="clientId"
          label={t('account.clientId')}
          number
          maxLength={80}
          value={clientId}
          error={errorOf('clientId')}
          onChange={(event) => setClientId(event.target.value)}
        />
        <SelectField
          name="certificateId"
          label={t('account.certificate')}
          error={errorOf('certificateId')}
          choices={[
            { value: '', label: t('account.certificateChoose') },
            ...choices.map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={certificateId}
          onChange={(event) => setCertificateId(event.target.value)}
        />
        <RightsField ticked={rights} onTick={setRights} />
        <ScopesField scopes={scopes} onType={setScopes} errorOf={errorOf} />
        <FailureNote failure={update.failure} />
        <div className="acts">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button primary type="submit" busy={update.busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
