// By which way this employer's trainings reach the service: its own account, our account with a mandate, or not through us.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';

type Kind = 'own' | 'mandatary' | 'elsewhere';

export function RouteSheet({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const toast = useToast();
  const accounts = useCall('account.list', {}).data?.rows ?? [];
  const setRoute = useAct('employer.setRoute');
  const [kind, setKind] = useState<Kind | null>(employer.route.kind === 'none' ? null : employer.route.kind);
  const [chosen, setChosen] = useState(employer.route.accountId ?? '');
  const own = accounts.filter((account) => account.enterpriseNumber === employer.enterpriseNumber);
  const mandatary = accounts.filter(
    (account) => account.enterpriseNumber !== employer.enterpriseNumber && account.quality !== 'employerNsso',
  );
  const fitting = kind === 'own' ? own : kind === 'mandatary' ? mandatary : [];
  const accountId = fitting.find((account) => account.id === chosen)?.id ?? fitting[0]?.id;
  const save = async (): Promise<void> => {
    if (kind === null || (kind !== 'elsewhere' && accountId === undefined)) return;
    const route = kind === 'elsewhere' ? { kind } : { kind, accountId: accountId ?? '' };
    const result = await setRoute.run({ id: employer.id, route });
    if (result.ok) toast({ text: t('routeSheet.saved') });
  };
  return (
    <Sheet title={t('routeSheet.title')} stacked>
      {employer.route.kind === 'none' && <Note tone="warn">{t('routeSheet.missing')}</Note>}
      <RadioGroup
        name="route"
        label={t('routeSheet.question')}
        choices={(['own', 'mandatary', 'elsewhere'] as const).map((value) => ({
          value,
          label: t(`route.${value}`),
          hint: t(`routeSheet.${value}`),
        }))}
        value={kind}
        onChange={setKind}
      />
      {fitting.length > 1 && (
        <SelectField
          name="account"
          label={t('routeSheet.account')}
          choices={fitting.map((account) => ({ value: account.id, label: account.name }))}
          value={accountId ?? ''}
          onChange={(event) => setChosen(event.target.value)}
        />
      )}
      {kind !== null && kind !== 'elsewhere' && fitting.length === 0 && (
        <Note tone="warn">
          <p>{t(`routeSheet.noAccount.${kind}`)}</p>
          <LinkButton to="/connection" small>
            {t('routeSheet.toConnection')}
          </LinkButton>
        </Note>
      )}
      <FailureNote failure={setRoute.failure} />
      <div className="row-of">
        <Button
          busy={setRoute.busy}
          onPress={() => void save()}
          blocked={kind === null ? t('routeSheet.chooseFirst') : null}
        >
          {t('routeSheet.save')}
        </Button>
      </div>
    </Sheet>
  );
}
