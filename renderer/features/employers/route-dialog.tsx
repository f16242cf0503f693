// Sets the route of one employer towards one service, from today or a later day, with a way back.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import type { Route, ServiceRoutes } from '../../../preload/contract/routes.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { choiceOf, fittingAccounts, RouteChoice, type RouteDraft } from './route-choice.tsx';

type RouteDialogProps = { employer: Employer; row: ServiceRoutes; today: string; onClose: () => void };

export function RouteDialog({ employer, row, today, onClose }: RouteDialogProps) {
  const { t } = useTranslation(['routes', 'shell']);
  const toast = useToast();
  const accounts = useCall('account.list', {}).data?.rows ?? [];
  const set = useAct('route.set');
  const standing = row.next ?? row.present;
  const [draft, setDraft] = useState<RouteDraft>({
    kind: standing?.kind ?? null,
    accountId: standing?.account?.id ?? '',
    from: row.next?.from ?? today,
  });
  const [attempt, setAttempt] = useState(0);
  const fitting = fittingAccounts(accounts, draft.kind, employer.enterpriseNumber);
  const choice = choiceOf(draft, fitting);
  const from = draft.from ?? '';
  const tooEarly = from < today && (row.present !== null || row.past.length > 0 || row.next !== null);
  const problems = [
    ...(draft.kind === null ? [{ name: 'kind', message: t('dialog.chooseFirst') }] : []),
    ...(draft.kind !== null && choice === null
      ? [{ name: 'kind', message: t(`dialog.noAccount.${draft.kind === 'own' ? 'own' : 'mandatary'}`) }]
      : []),
    ...(from === '' ? [{ name: 'from', message: t('shell:issues.day') }] : []),
    ...(from !== '' && tooEarly ? [{ name: 'from', message: t('dialog.fromPast') }] : []),
  ];
  const errorOf = (name: string): string | undefined =>
    attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined;
  const put = async (route: NonNullable<typeof choice>, day: string) =>
    await set.run({ employerId: employer.id, service: row.service, route, from: day });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0 || choice === null) return;
    const result = await put(choice, from);
    if (!result.ok) return;
    const back = before(row.present);
    toast({
      text: t('dialog.saved'),
      // What counted before can only come back from a day that is still to come.
      ...(back === null || from < today
        ? {}
        : { act: { label: t('dialog.undo'), onAct: () => void put(back, from) } }),
    });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('dialog.title', { service: t(`services.${row.service}`) })}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        <RouteChoice
          service={row.service}
          accounts={fitting}
          draft={draft}
          onDraft={(change) => setDraft({ ...draft, ...change })}
          errorOf={errorOf}
          today={today}
        />
        <FailureNote failure={set.failure} />
        <div className="acts">
          <Button onPress={onClose}>{t('shell:notNow')}</Button>
          <Button primary type="submit" busy={set.busy}>
            {t('dialog.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function before(route: Route | null) {
  if (route === null) return null;
  const { kind, account } = route;
  if (kind === 'elsewhere') return { kind } as const;
  return account === null || account.gone ? null : { kind, accountId: account.id };
}
