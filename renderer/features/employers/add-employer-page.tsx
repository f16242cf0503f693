// Adds a client employer.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useFindingProblems } from '../../ui/people-findings.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWizardDraft } from '../connection/wizard-drafts.ts';
import { EmployerFields } from './employer-fields.tsx';
import { employerInput, emptyEmployer, findingsOf } from './employer-form.ts';

export default function NewEmployerPage() {
  const { t } = useTranslation('employers');
  const { language } = useAppState();
  const [, go] = useLocation();
  const toast = useToast();
  const add = useAct('employer.add');
  const problemsOf = useFindingProblems();
  // What a guide knows of it is filled in once.
  const proposed = useWizardDraft('employer', emptyEmployer(language));
  const [typed, setTyped] = useState(() => {
    proposed.forget();
    return proposed.draft;
  });
  const [attempt, setAttempt] = useState(0);
  const problems = problemsOf(findingsOf(typed));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const result = await add.run({ ...employerInput(typed), enterpriseNumber: typed.enterpriseNumber });
    if (!result.ok) return;
    toast({ text: t('added', { name: typed.name.trim() }) });
    go(`/employers/${result.value.id}`);
  };
  return (
    <Page title={t('new.title')} lead={t('new.lead')} reading>
      <Sheet label={t('new.title')}>
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
          <EmployerFields
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
            <LinkButton to="/employers" plain>
              {t('cancel')}
            </LinkButton>
          </div>
        </form>
      </Sheet>
    </Page>
  );
}
