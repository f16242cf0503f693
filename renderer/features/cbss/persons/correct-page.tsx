// Asks for a correction of the data of a number in the registers of the Crossroads Bank. Data of the National Register are the municipality's.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssAnswer } from '../../../../preload/contract/cbss-answer.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { OfflineNote } from '../../../ui/states.tsx';
import { Arrived } from '../arrived.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { OutcomeView } from '../outcome-view.tsx';
import { RightGate } from '../right-gate.tsx';
import { PersonFields } from './person-fields.tsx';
import { correctInput, emptyPerson, type PersonTyped, useCorrectProblems } from './person-typed.ts';
import '../cbss.css';

export default function CorrectPage() {
  const { t } = useTranslation('cbss');
  return (
    <Page title={t('correct.title')} lead={t('correct.lead')} reading>
      <CbssTabs />
      <RightGate right="correct">
        <Correct />
      </RightGate>
    </Page>
  );
}

function Correct() {
  const { t } = useTranslation('cbss');
  const correct = useAct('cbss.correct');
  const problemsOf = useCorrectProblems();
  const [typed, setTyped] = useState<PersonTyped>({ ...emptyPerson, basis: 'abroad' });
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<CbssAnswer | null>(null);
  const problems = attempt > 0 ? problemsOf(typed) : [];
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problemsOf(typed).length > 0) return;
    setAnswer(null);
    const done = await correct.run(correctInput(typed));
    if (done.ok) setAnswer(done.value);
  };
  return (
    <>
      <OfflineNote />
      <Sheet label={t('correct.title')}>
        <form className="form" noValidate onSubmit={(event) => void run(event)}>
          <ErrorSummary problems={problems} attempt={attempt} />
          <IdentifierField
            kind="insz"
            name="insz"
            error={problems.find(({ name }) => name === 'insz')?.message}
            value={typed.insz}
            onChange={(event) => setTyped((known) => ({ ...known, insz: event.target.value }))}
          />
          <p className="quiet-text">{t('correct.only')}</p>
          <PersonFields
            typed={typed}
            onType={(change) => setTyped((known) => ({ ...known, ...change }))}
            problems={problems}
            optional
            withAddress
          />
          <FailureNote failure={correct.failure} />
          <div className="wizard-acts">
            <Button type="submit" primary busy={correct.busy}>
              {t('correct.run')}
            </Button>
          </div>
        </form>
      </Sheet>
      {answer !== null && (
        <Arrived key={answer.exchangeId} label={t(isDone(answer) ? 'correct.done' : 'answer.title')}>
          <Sheet title={t(isDone(answer) ? 'correct.done' : 'answer.title')} stacked>
            <OutcomeView {...answer} />
          </Sheet>
        </Arrived>
      )}
    </>
  );
}

const isDone = ({ outcome }: CbssAnswer): boolean => outcome.layer === 'business' && outcome.value === 'OK';
