// Adds a declaration of works to an employer.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useEmployerId } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EmployerField } from '../workers/employer-field.tsx';
import { choicesOf } from '../works-code/code-choices.ts';
import { useWorksDraft } from './works-draft.ts';
import { WorksFields } from './works-form.tsx';
import { emptyWorks, typedFromRead, useReadReference, useWorksProblems, worksInput } from './works-typed.ts';

export default function AddWorksPage() {
  const { t } = useTranslation('presences');
  const [place, go] = useLocation();
  const toast = useToast();
  const add = useAct('worksDeclaration.add');
  const readReference = useReadReference();
  const problemsOf = useWorksProblems();
  const inHand = useEmployerId();
  const [chosen, setChosen] = useState<string | null>(null);
  const employerId = chosen ?? inHand;
  const [typed, setTyped] = useState(emptyWorks);
  const [attempt, setAttempt] = useState(0);
  const [scanned, setScanned] = useState<CallOutput<'worksCode.scanned'>['codes'] | null>(null);
  const afterCamera = place.endsWith('/scanned');
  useEffect(() => {
    if (!afterCamera) return;
    void call('worksCode.scanned', {}).then((result) => {
      if (!result.ok) return;
      const [only, ...more] = choicesOf(result.value.codes.map(({ read }) => read));
      if (more.length > 0) setScanned(result.value.codes);
      else if (only !== undefined) setTyped((known) => ({ ...known, ...typedFromRead(only) }));
    });
  }, [afterCamera]);
  // Once it is kept as a declaration, or given up, nothing of it need come back.
  const ended = useRef(false);
  const [cameBack, setCameBack] = useState(false);
  const nothingTyped = JSON.stringify(typed) === JSON.stringify(emptyWorks);
  const left = () => (nothingTyped || ended.current ? null : { employerId: chosen, typed });
  useWorksDraft(left, (draft) => {
    setChosen(draft.employerId);
    setCameBack(true);
    // What the camera saw meanwhile stands above what was typed of the number before.
    setTyped(({ pasted, read }) => (read === null ? draft.typed : { ...draft.typed, pasted, read }));
  });
  const missing = employerId === null ? [{ name: 'employerId', message: t('works.employerMissing') }] : [];
  const problems = [...missing, ...problemsOf(typed, typed.read)];
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Pressed straight from the field, before what stands there was read.
    const read = typed.read ?? (await readReference(typed.pasted));
    const whole = { ...typed, read };
    setTyped(whole);
    setAttempt((count) => count + 1);
    if (employerId === null || problemsOf(whole, read).length > 0) return;
    const result = await add.run({ employerId, ...worksInput(whole) });
    if (!result.ok) return;
    ended.current = true;
    toast({ text: t('works.added', { name: whole.name.trim() }) });
    go('/presences/works');
  };
  return (
    <Page title={t('works.new')} lead={t('works.newLead')} reading>
      <Sheet label={t('works.new')}>
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
          {cameBack && <Note>{t('works.cameBack')}</Note>}
          <EmployerField
            value={employerId}
            onChange={setChosen}
            error={attempt > 0 ? missing[0]?.message : undefined}
          />
          <WorksFields
            typed={typed}
            onType={(change) =>
              setTyped((known) => ({ ...known, ...(typeof change === 'function' ? change(known) : change) }))
            }
            problems={problems}
            attempt={attempt}
            camera
            scanned={scanned}
            key={scanned === null ? 'typed' : 'scanned'}
          />
          <FailureNote failure={add.failure} />
          <div className="wizard-acts">
            <Button primary type="submit" busy={add.busy}>
              {t('works.add')}
            </Button>
            <LinkButton
              to="/presences/works"
              plain
              onFollow={() => {
                ended.current = true;
              }}
            >
              {t('works.cancel')}
            </LinkButton>
          </div>
        </form>
      </Sheet>
    </Page>
  );
}
