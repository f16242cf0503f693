// One client employer: what is known of it, its route, its figures.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { Employer } from '../../../preload/contract/employers.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { useFindingProblems } from '../../ui/people-findings.ts';
import { Sheet, WithPanel } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { DeadlinesSection } from './deadlines-section.tsx';
import { EmployerFields } from './employer-fields.tsx';
import { employerInput, findingsOf, typedFrom } from './employer-form.ts';
import { EmployerPanel } from './employer-panel.tsx';
import { EstablishmentsSection } from './establishments-section.tsx';
import { MandatesSection } from './mandates-section.tsx';
import { RouteChip } from './route-chip.tsx';
import { RoutesSection } from './routes-section.tsx';

export default function EmployerPage() {
  const { t } = useTranslation('employers');
  const { id = '' } = useParams();
  const employer = useCall('employer.get', { id });
  if (employer.error !== null && employer.data === undefined)
    return (
      <Page title={t('title')}>
        <ErrorState failure={employer.error} onAgain={() => void employer.refetch()} />
      </Page>
    );
  if (employer.data === undefined)
    return (
      <Page title={t('title')}>
        <Loading lines={6} />
      </Page>
    );
  const { data } = employer;
  return (
    <Page title={data.name} lead={<RouteChip kind={data.route.kind} />} reading>
      <WithPanel label={t('panel.title')} panel={<EmployerPanel employer={data} />}>
        <div className="panel">
          <RoutesSection employer={data} />
          <MandatesSection employer={data} />
          <DeadlinesSection employerId={data.id} />
          <EstablishmentsSection employer={data} />
          <Details key={data.revision} employer={data} />
        </div>
      </WithPanel>
    </Page>
  );
}

function Details({ employer }: { employer: Employer }) {
  const { t } = useTranslation('employers');
  const toast = useToast();
  const update = useAct('employer.update');
  const problemsOf = useFindingProblems();
  const [typed, setTyped] = useState(() => typedFrom(employer));
  const [attempt, setAttempt] = useState(0);
  const problems = problemsOf(findingsOf(typed));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const result = await update.run({
      id: employer.id,
      expectedRevision: employer.revision,
      ...employerInput(typed),
    });
    if (result.ok) toast({ text: t('saved') });
  };
  return (
    <Sheet title={t('details')}>
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        <EmployerFields
          typed={typed}
          onType={(change) => setTyped({ ...typed, ...change })}
          problems={problems}
          attempt={attempt}
          numberFixed
        />
        <FailureNote failure={update.failure} />
        <div className="wizard-acts">
          <Button type="submit" busy={update.busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
