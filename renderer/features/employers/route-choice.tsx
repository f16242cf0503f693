// How the trainings of an employer are sent: only accounts that can serve the chosen way are offered.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract/accounts.ts';
import type { Employer } from '../../../preload/contract/employers.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RouteChip } from './route-chip.tsx';

type Kind = 'own' | 'mandatary' | 'elsewhere';
const kinds: Kind[] = ['own', 'mandatary', 'elsewhere'];

const fits = (account: Account, kind: Kind, employer: Employer): boolean =>
  kind === 'own'
    ? account.quality === 'employerNsso' && account.enterpriseNumber === employer.enterpriseNumber
    : account.quality === 'socialSecretariat' || account.quality === 'serviceProvider';

export function RouteChoice({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const toast = useToast();
  const accounts = useCall('account.list', {});
  const set = useAct('employer.setRoute');
  const present = employer.route.kind === 'none' ? null : employer.route.kind;
  const [kind, setKind] = useState<Kind | null>(present);
  const [accountId, setAccountId] = useState(employer.route.accountId ?? '');
  const [attempt, setAttempt] = useState(0);
  const fitting = (accounts.data?.rows ?? []).filter(
    (account) => kind !== null && fits(account, kind, employer),
  );
  const chosen = fitting.some((account) => account.id === accountId) ? accountId : '';
  const problems =
    kind === null
      ? [{ name: 'route', message: t('routes.chooseFirst') }]
      : kind !== 'elsewhere' && chosen === ''
        ? [{ name: fitting.length > 0 ? 'accountId' : 'route', message: t('routes.accountFirst') }]
        : [];
  const errorOf = (name: string) =>
    attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (kind === null || problems.length > 0) return;
    const route = kind === 'elsewhere' ? { kind } : { kind, accountId: chosen };
    const result = await set.run({ id: employer.id, route });
    if (result.ok) toast({ text: t('routes.saved') });
  };
  return (
    <Sheet title={t('routes.title')} aside={<RouteChip kind={employer.route.kind} />}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        <RadioGroup
          name="route"
          label={t('columns.route')}
          hint={t('routes.lead')}
          error={errorOf('route')}
          choices={kinds.map((value) => ({
            value,
            label: t(`routes.${value}`),
            hint: t(`routes.${value}Hint`),
          }))}
          value={kind}
          onChange={setKind}
        />
        {kind !== null && kind !== 'elsewhere' && fitting.length === 0 && accounts.data !== undefined && (
          <Note tone="warn">
            {t(kind === 'own' ? 'routes.noOwn' : 'routes.noMandatary')}{' '}
            <TextLink to="/connection/account">{t('routes.makeAccount')}</TextLink>
          </Note>
        )}
        {fitting.length > 0 && (
          <SelectField
            name="accountId"
            label={t('routes.account')}
            error={errorOf('accountId')}
            choices={[
              { value: '', label: t('routes.choose') },
              ...fitting.map((account) => ({ value: account.id, label: account.name })),
            ]}
            value={chosen}
            onChange={(event) => setAccountId(event.target.value)}
          />
        )}
        <FailureNote failure={set.failure ?? accounts.error} />
        <div className="wizard-acts">
          <Button type="submit" busy={set.busy}>
            {t('routes.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
