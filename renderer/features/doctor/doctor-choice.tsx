// Not everything: one account, or the route of one employer towards a service. Folded away for who needs neither.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../preload/contract/index.ts';
import { type Service, services } from '../../../preload/contract/services.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';

type ChoiceProps = { busy: boolean; onRun: (input: CallInput<'doctor.run'>) => void };

export function DoctorChoice({ busy, onRun }: ChoiceProps) {
  const { t } = useTranslation('doctor');
  const accounts = useCall('account.list', {});
  const [accountId, setAccount] = useState('');
  const [employer, setEmployer] = useState('');
  const [service, setService] = useState<Service | ''>('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = employer.trim() === '' ? null : await employerId(employer);
    setAttempt((count) => count + 1);
    setWrong(found === undefined ? t('choose.employerUnknown') : undefined);
    if (found === undefined) return;
    onRun({
      accountId: found === null && accountId !== '' ? accountId : null,
      employerId: found,
      service: service === '' ? null : service,
    });
  };
  const problems = wrong === undefined ? [] : [{ name: 'employer', message: wrong }];
  return (
    <details className="folded sheet">
      <summary>{t('choose.title')}</summary>
      <form className="form sheet-body" noValidate onSubmit={(event) => void run(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        <SelectField
          name="account"
          label={t('choose.account')}
          value={accountId}
          choices={[
            { value: '', label: t('whole') },
            ...(accounts.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setAccount(event.target.value)}
        />
        <TextField
          name="employer"
          label={t('choose.employer')}
          hint={t('choose.employerHint')}
          maxLength={120}
          value={employer}
          {...(wrong === undefined ? {} : { error: wrong })}
          onChange={(event) => setEmployer(event.target.value)}
        />
        <SelectField
          name="service"
          label={t('choose.service')}
          value={service}
          choices={[
            { value: '', label: t('choose.anyService') },
            ...services.map((one) => ({ value: one, label: t(`services.${one}`) })),
          ]}
          onChange={(event) => setService(event.target.value as Service | '')}
        />
        <div className="wizard-acts">
          <Button type="submit" icon="plug" busy={busy}>
            {t('runOne')}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** By number or by name; undefined when no employer here is called so, or several are. */
async function employerId(typed: string): Promise<string | undefined> {
  const number = parseEnterpriseNumber(typed);
  const text = number ?? typed.trim();
  const found = await call('employer.list', { text });
  if (!found.ok) return undefined;
  const { rows } = found.value;
  if (number !== null) return rows.find((row) => row.enterpriseNumber === number)?.id;
  const called = rows.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  const [only, ...others] = called.length > 0 ? called : rows;
  return others.length === 0 ? only?.id : undefined;
}
