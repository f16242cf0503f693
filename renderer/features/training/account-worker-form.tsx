// What is recorded of one worker for the computation of the right and for the account: carry-over, regime, budget.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFacts } from '../../../preload/contract/training-account.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { FieldPrefixProvider } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { readWorker, type WorkerTyped, workerTyped } from './account-form.ts';

export function AccountWorkerForm({ facts }: { facts: AccountFacts }) {
  const { t } = useTranslation('training-account');
  const toast = useToast();
  const keep = useAct('trainingAccount.keepFacts');
  const [typed, setTyped] = useState(() => workerTyped(facts));
  const [attempt, setAttempt] = useState(0);
  const { input, problems } = readWorker(typed);
  const told = problems.map(({ name, key }) => ({ name, message: t(`page.problems.${key}`) }));
  const field = (name: keyof WorkerTyped) => ({
    name,
    short: true,
    maxLength: 20,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: attempt > 0 ? told.find((one) => one.name === name)?.message : undefined,
  });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const { workerId, year, revision } = facts;
    const result = await keep.run({ workerId, year, expectedRevision: revision, ...input });
    if (result.ok) toast({ text: t('page.saved') });
  };
  return (
    <FieldPrefixProvider value="worker">
      <Sheet title={t('page.worker')}>
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          <ErrorSummary problems={attempt > 0 ? told : []} attempt={attempt} />
          <TextField
            {...field('carried')}
            label={t('page.carried', { year: String(facts.year) })}
            hint={t('page.carriedHint')}
            inputMode="decimal"
          />
          <div className="side-by-side">
            <TextField
              {...field('regimeQ')}
              label={t('page.regimeQ')}
              hint={t('page.regimeHint', { part: String(facts.employmentHundredths) })}
              inputMode="decimal"
            />
            <TextField
              {...field('regimeS')}
              label={t('page.regimeS')}
              hint={t('page.regimeSHint')}
              inputMode="decimal"
            />
          </div>
          <TextField {...field('committee')} label={t('page.committee')} hint={t('page.committeeOwn')} />
          <fieldset className="editor">
            <legend className="legend">{t('page.budget')}</legend>
            <p className="hint">{t('page.budgetHint')}</p>
            <div className="side-by-side">
              <TextField {...field('budgetInitial')} label={t('page.budgetInitial')} inputMode="decimal" />
              <TextField
                {...field('budgetRemaining')}
                label={t('page.budgetRemaining')}
                inputMode="decimal"
              />
              <TextField {...field('budgetLastDay')} label={t('page.budgetLastDay')} />
            </div>
          </fieldset>
          <FailureNote failure={keep.failure} />
          <div className="wizard-acts">
            <Button type="submit" primary busy={keep.busy}>
              {t('page.save')}
            </Button>
          </div>
        </form>
      </Sheet>
    </FieldPrefixProvider>
  );
}
