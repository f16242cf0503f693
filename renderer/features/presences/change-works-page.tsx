// Changes a declaration of works, or takes it away; taking away can be undone.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import { formatWorksReference } from '../../../preload/rules/presences/works-reference.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CodeMessage } from '../works-code/code-message.tsx';
import { typedSubcontractors } from './subcontractors-typed.ts';
import { WorksFields } from './works-form.tsx';
import { useReadReference, useWorksProblems, type WorksTyped, worksInput } from './works-typed.ts';

export default function ChangeWorksPage() {
  const { t } = useTranslation('presences');
  const { id = '' } = useParams();
  const works = useCall('worksDeclaration.get', { id });
  if (works.data !== undefined) return <ChangeWorks key={works.data.revision} works={works.data} />;
  return (
    <Page title={t('tabs.works')}>
      {works.error === null ? (
        <Loading lines={6} />
      ) : (
        <ErrorState failure={works.error} onAgain={() => void works.refetch()} />
      )}
    </Page>
  );
}

const typedFrom = (works: WorksDeclaration): WorksTyped => ({
  ...works,
  subcontractors: typedSubcontractors(works.subcontractors),
  pasted: works.url ?? formatWorksReference(works.reference),
  read: { kind: 'found', reference: works.reference, url: works.url },
});

function ChangeWorks({ works }: { works: WorksDeclaration }) {
  const { t } = useTranslation('presences');
  const posters = useTranslation('posters');
  const [, go] = useLocation();
  const toast = useToast();
  const update = useAct('worksDeclaration.update');
  const remove = useAct('worksDeclaration.remove');
  const restore = useAct('worksDeclaration.restore');
  const readReference = useReadReference();
  const problemsOf = useWorksProblems();
  const [typed, setTyped] = useState(() => typedFrom(works));
  const [attempt, setAttempt] = useState(0);
  const problems = problemsOf(typed, typed.read);
  const { id, place, revision } = works;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = typed.read ?? (await readReference(typed.pasted));
    const whole = { ...typed, read };
    setTyped(whole);
    setAttempt((count) => count + 1);
    if (problemsOf(whole, read).length > 0) return;
    const kept = { place, expectedRevision: revision };
    const result = await update.run({ id, ...kept, ...worksInput(whole) } as Parameters<
      typeof update.run
    >[0]);
    if (result.ok) toast({ text: t('works.saved', { name: whole.name.trim() }) });
  };
  const takeAway = async (): Promise<void> => {
    const result = await remove.run({ id });
    if (!result.ok) return;
    toast({
      text: t('works.removed', { name: works.name }),
      act: { label: t('works.undo'), onAct: () => void restore.run({ id }) },
    });
    go('/presences/works');
  };
  return (
    <Page title={works.name} lead={works.employerName} reading>
      <Sheet label={works.name}>
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
          <WorksFields
            typed={typed}
            onType={(change) =>
              setTyped((known) => ({ ...known, ...(typeof change === 'function' ? change(known) : change) }))
            }
            problems={problems}
            attempt={attempt}
          />
          <CodeMessage {...works} />
          <FailureNote failure={update.failure ?? remove.failure} />
          <div className="wizard-acts">
            <Button primary type="submit" busy={update.busy}>
              {t('works.save')}
            </Button>
            <LinkButton to={`/presences/posters/${id}`} icon="file">
              {posters.t('many')}
            </LinkButton>
            <LinkButton to="/presences/works" plain>
              {t('works.cancel')}
            </LinkButton>
            <Button danger plain busy={remove.busy} onPress={() => void takeAway()}>
              {t('works.remove')}
            </Button>
          </div>
        </form>
      </Sheet>
    </Page>
  );
}
