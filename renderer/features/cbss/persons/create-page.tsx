// Has a number made for somebody who has none. A person who exists already stops it, and is shown.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssAnswer } from '../../../../preload/contract/cbss-answer.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { OfflineNote } from '../../../ui/states.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { RightGate } from '../right-gate.tsx';
import { CreateAnswer } from './create-answer.tsx';
import { PersonFields } from './person-fields.tsx';
import { bases, createInput, emptyPerson, useCreateProblems } from './person-typed.ts';
import '../cbss.css';

export default function CreatePage() {
  const { t } = useTranslation('cbss');
  return (
    <Page title={t('create.title')} lead={t('create.lead')} reading>
      <CbssTabs />
      <RightGate right="create">
        <Create />
      </RightGate>
    </Page>
  );
}

function Create() {
  const { t } = useTranslation('cbss');
  const create = useAct('cbss.create');
  const problemsOf = useCreateProblems();
  const [typed, setTyped] = useState(emptyPerson);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<CbssAnswer | null>(null);
  const problems = attempt > 0 ? problemsOf(typed) : [];
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problemsOf(typed).length > 0) return;
    setAnswer(null);
    const done = await create.run(createInput(typed));
    if (done.ok) setAnswer(done.value);
  };
  return (
    <>
      <Note>
        <p>
          {t('create.first')} <TextLink to="/cbss/search">{t('tabs.search')}</TextLink>
        </p>
      </Note>
      <OfflineNote />
      <Sheet label={t('create.title')}>
        <form className="form" noValidate onSubmit={(event) => void run(event)}>
          <ErrorSummary problems={problems} attempt={attempt} />
          <RadioGroup
            name="basis"
            label={t('create.basis')}
            hint={t('create.basisHint')}
            choices={bases.map((value) => ({ value, label: t(`create.bases.${value}`) }))}
            value={typed.basis}
            onChange={(basis) => setTyped((known) => ({ ...known, basis }))}
          />
          <PersonFields
            typed={typed}
            onType={(change) => setTyped((known) => ({ ...known, ...change }))}
            problems={problems}
            optional={false}
            withAddress={typed.basis !== 'birth'}
          />
          <FailureNote failure={create.failure} />
          <div className="wizard-acts">
            <Button type="submit" primary busy={create.busy}>
              {t('create.run')}
            </Button>
          </div>
        </form>
      </Sheet>
      {answer !== null && <CreateAnswer key={answer.exchangeId} answer={answer} />}
    </>
  );
}
