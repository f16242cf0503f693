// The same route for many employers: each by itself, and those that cannot take it are named.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import type { RouteWay } from '../../../preload/contract/routes.ts';
import { type Service, services } from '../../../preload/contract/services.ts';
import { call } from '../../bridge.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { type GridSelection, isChosen } from '../../ui/grid-selection.ts';
import { Note } from '../../ui/note.tsx';
import { useToast } from '../../ui/toast.tsx';
import { brusselsToday } from '../connection/today.ts';
import { choiceOf, fittingAccounts, RouteChoice, type RouteDraft } from './route-choice.tsx';

type Filter = { text: string; attention: boolean; way: RouteWay | null };
type ManyRoutesDialogProps = {
  chosen: GridSelection;
  count: number;
  filter: Filter;
  onClose: () => void;
  /** Told which employers were meant: they stay chosen, also where the filter no longer shows them. */
  onSet: (ids: string[]) => void;
};
type Done = Omit<CallOutput<'route.setMany'>, 'settingId'> & { settingIds: string[] };

export function ManyRoutesDialog({ chosen, count, filter, onClose, onSet }: ManyRoutesDialogProps) {
  const { t } = useTranslation(['routes', 'shell', 'errors']);
  const toast = useToast();
  const undo = useUndo();
  const accounts = useCall('account.list', {}).data?.rows ?? [];
  const today = useCall('app.state', {}).data?.practiceDate ?? brusselsToday();
  const set = useAct('route.setMany');
  const [service, setService] = useState<Service>('fla');
  const [draft, setDraft] = useState<RouteDraft>({ kind: null, accountId: '', from: null });
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState<Done | null>(null);
  const fitting = fittingAccounts(accounts, draft.kind === 'own' ? null : draft.kind, null);
  const choice = choiceOf(draft, fitting, true);
  const from = draft.from ?? today;
  const problems = [
    ...(draft.kind === null ? [{ name: 'kind', message: t('dialog.chooseFirst') }] : []),
    ...(draft.kind === 'mandatary' && choice === null
      ? [{ name: 'kind', message: t('dialog.noAccount.mandatary') }]
      : []),
    ...(from < today ? [{ name: 'from', message: t('dialog.fromPast') }] : []),
  ];
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((times) => times + 1);
    if (problems.length > 0 || choice === null) return;
    const ids = await chosenEmployers(chosen, filter);
    const sums: Done = { settingIds: [], set: 0, unchanged: 0, refused: [] };
    for (let at = 0; at < ids.length; at += 500) {
      const result = await set.run({
        employerIds: ids.slice(at, at + 500),
        service,
        route: choice,
        from,
      });
      if (!result.ok) return;
      sums.settingIds.push(result.value.settingId);
      sums.set += result.value.set;
      sums.unchanged += result.value.unchanged;
      sums.refused.push(...result.value.refused);
    }
    onSet(ids);
    if (sums.refused.length > 0) return setDone(sums);
    const { set: changed, unchanged, settingIds } = sums;
    toast({
      text: t('table.manyDone', { set: changed, unchanged }),
      ...(changed === 0 ? {} : { act: { label: t('dialog.undo'), onAct: () => void undo(settingIds) } }),
    });
    onClose();
  };
  if (done !== null)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('table.manyTitle', { count })}
        acts={
          <>
            {done.set > 0 && (
              <Button
                icon="undo"
                onPress={() => {
                  void undo(done.settingIds);
                  onClose();
                }}
              >
                {t('dialog.undo')}
              </Button>
            )}
            <Button onPress={onClose}>{t('table.close')}</Button>
          </>
        }
      >
        <p>{t('table.manyDone', { set: done.set, unchanged: done.unchanged })}</p>
        <Note tone="warn">
          <p>{t('table.refused', { count: done.refused.length })}</p>
          <ul className="plain-list">
            {done.refused.slice(0, 20).map((one) => (
              <li key={one.employerId}>
                {one.name}: {t(`errors:${one.code as 'routeMissing'}`)}
              </li>
            ))}
          </ul>
        </Note>
      </Dialog>
    );
  return (
    <Dialog open onClose={onClose} title={t('table.manyTitle', { count })}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        <SelectField
          name="service"
          label={t('columns.service')}
          choices={services.map((value) => ({ value, label: t(`services.${value}`) }))}
          value={service}
          onChange={(event) => setService(event.target.value as Service)}
        />
        <RouteChoice
          service={service}
          accounts={fitting}
          draft={draft}
          onDraft={(change) => setDraft({ ...draft, ...change })}
          many
          errorOf={(name) =>
            attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined
          }
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

/** All of it back, the latest first; what was changed meanwhile stays, and that is said. */
function useUndo(): (settingIds: readonly string[]) => Promise<void> {
  const { t } = useTranslation('routes');
  const toast = useToast();
  const sentence = useFailureSentence();
  return async (settingIds) => {
    let putBack = 0;
    let left = 0;
    for (const settingId of settingIds.toReversed()) {
      const undone = await call('route.undoMany', { settingId });
      if (!undone.ok) return toast({ text: sentence(undone.failure), tone: 'bad' });
      putBack += undone.value.putBack;
      left += undone.value.left;
    }
    return toast({ text: t('table.manyUndone', { putBack, left }) });
  };
}

/** "All but these" is read from main a page at a time. */
async function chosenEmployers(chosen: GridSelection, filter: Filter): Promise<string[]> {
  if (!chosen.all) return [...chosen.ids];
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await call('route.table', { ...filter, page, pageSize: 500 });
    if (!answer.ok) return ids;
    ids.push(...answer.value.rows.map((row) => row.employerId).filter((id) => isChosen(chosen, id)));
    if (page * 500 >= answer.value.total) return ids;
  }
}
