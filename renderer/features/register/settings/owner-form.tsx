// Who keeps the register: an organisation by its enterprise number and its name.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { parseEnterpriseNumber } from '../../../../preload/rules/identifiers/enterprise-number.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Loading } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';

export function OwnerForm() {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const owner = useCall('register.owner', {});
  const other = useCall('cbss.profile', {}).data?.otherOwner ?? null;
  return (
    <Sheet title={t('owner.title')} stacked>
      <p>{t('owner.what')}</p>
      {other !== null && (
        <Note tone="warn">{t('owner.differs', { number: formats.enterpriseNumber(other) })}</Note>
      )}
      {owner.data !== undefined ? (
        <Owner key={`${owner.data.enterpriseNumber} ${owner.data.name}`} owner={owner.data} />
      ) : owner.error === null ? (
        <Loading lines={2} />
      ) : (
        <ErrorState failure={owner.error} onAgain={() => void owner.refetch()} />
      )}
    </Sheet>
  );
}

function Owner({ owner }: { owner: CallOutput<'register.owner'> }) {
  const { t } = useTranslation(['register', 'shell']);
  const formats = useFormats();
  const toast = useToast();
  const save = useAct('register.setOwner');
  const [number, setNumber] = useState(
    owner.enterpriseNumber === null ? '' : formats.enterpriseNumber(owner.enterpriseNumber),
  );
  const [name, setName] = useState(owner.name);
  const [attempt, setAttempt] = useState(0);
  const read = number.trim() === '' ? null : parseEnterpriseNumber(number);
  const wrong = read === null && number.trim() !== '';
  const problems = wrong ? [{ name: 'enterpriseNumber', message: t('shell:issues.enterpriseNumber') }] : [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (wrong) return;
    const result = await save.run({ enterpriseNumber: read, name: name.trim() });
    if (result.ok) toast({ text: t('owner.saved') });
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
      <IdentifierField
        name="enterpriseNumber"
        kind="enterpriseNumber"
        value={number}
        error={attempt > 0 ? problems[0]?.message : undefined}
        onChange={({ target }) => setNumber(target.value)}
      />
      <TextField
        name="ownerName"
        label={t('owner.name')}
        value={name}
        maxLength={200}
        onChange={({ target }) => setName(target.value)}
      />
      <FailureNote failure={save.failure} />
      <div>
        <Button type="submit" busy={save.busy}>
          {t('owner.save')}
        </Button>
      </div>
    </form>
  );
}
