// Adds one worker to an employer.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useEmployerId } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useFindingProblems } from '../../ui/people-findings.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EmployerField } from './employer-field.tsx';
import { WorkerFields } from './worker-fields.tsx';
import { emptyWorker, findingsOf, todayInBrussels, workerInput } from './worker-form.ts';

export default function NewWorkerPage() {
  const { t } = useTranslation('workers');
  const [, go] = useLocation();
  const toast = useToast();
  const add = useAct('worker.add');
  const problemsOf = useFindingProblems();
  const inHand = useEmployerId();
  const [chosen, setChosen] = useState<string | null>(null);
  const employerId = chosen ?? inHand;
  const [typed, setTyped] = useState(emptyWorker);
  const [attempt, setAttempt] = useState(0);
  const missing =
    employerId === null || employerId === ''
      ? [{ name: 'employerId', message: t('fields.chooseEmployer') }]
      : [];
  const problems = [...missing, ...problemsOf(findingsOf(typed, todayInBrussels()))];
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0 || employerId === null) return;
    const result = await add.run({ employerId, insz: typed.insz, ...workerInput(typed) });
    if (!result.ok) return;
    toast({ text: t('added', { name: `${typed.givenName} ${typed.familyName}`.trim() }) });
    go(`/workers/${result.value.id}`);
  };
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      acts={
        <LinkButton to="/workers/paste" icon="paste">
          {t('paste.open')}
        </LinkButton>
      }
      reading
    >
      <Sheet label={t('new.title')}>
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
          <EmployerField
            value={employerId}
            onChange={setChosen}
            error={attempt > 0 ? missing[0]?.message : undefined}
          />
          <WorkerFields
            typed={typed}
            onType={(change) => setTyped({ ...typed, ...change })}
            problems={problems}
            attempt={attempt}
          />
          <FailureNote failure={add.failure} />
          <div className="wizard-acts">
            <Button primary type="submit" busy={add.busy}>
              {t('new.act')}
            </Button>
            <LinkButton to="/workers" plain>
              {t('cancel')}
            </LinkButton>
          </div>
        </form>
      </Sheet>
    </Page>
  );
}
