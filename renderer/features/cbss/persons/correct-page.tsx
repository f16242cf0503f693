// Asks for a correction of the data of a number in the registers of the Crossroads Bank. Data of the National Register are the municipality's.
import { useTranslation } from 'react-i18next';
import type { CbssAnswer } from '../../../../preload/contract/cbss-answer.ts';
import { useAct } from '../../../calls.ts';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Arrived } from '../arrived.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { OutcomeView } from '../outcome-view.tsx';
import { RightGate } from '../right-gate.tsx';
import { PersonForm } from './person-form.tsx';
import { correctInput, useCorrectProblems } from './person-typed.ts';
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
  return (
    <PersonForm
      label={t('correct.title')}
      act={t('correct.run')}
      // Any country, Belgium too.
      basis="abroad"
      problemsOf={problemsOf}
      asking={correct}
      ask={(typed) => correct.run(correctInput(typed))}
      first={({ typed, onType, problems }) => (
        <>
          <IdentifierField
            kind="insz"
            name="insz"
            error={problems.find(({ name }) => name === 'insz')?.message}
            value={typed.insz}
            onChange={(event) => onType({ insz: event.target.value })}
          />
          <p className="quiet-text">{t('correct.only')}</p>
        </>
      )}
      optional
      withAddress={() => true}
      told={(answer) => <CorrectAnswer key={answer.exchangeId} answer={answer} />}
    />
  );
}

function CorrectAnswer({ answer }: { answer: CbssAnswer }) {
  const { t } = useTranslation('cbss');
  const { outcome } = answer;
  const done = outcome.layer === 'business' && outcome.value === 'OK';
  const title = t(done ? 'correct.done' : 'answer.title');
  return (
    <Arrived label={title}>
      <Sheet title={title} stacked>
        <OutcomeView {...answer} />
      </Sheet>
    </Arrived>
  );
}
