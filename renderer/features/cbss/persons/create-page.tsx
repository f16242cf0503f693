// Has a number made for somebody who has none. A person who exists already stops it, and is shown.
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../calls.ts';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { RightGate } from '../right-gate.tsx';
import { CreateAnswer } from './create-answer.tsx';
import { PersonForm } from './person-form.tsx';
import { bases, createInput, useCreateProblems } from './person-typed.ts';
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
  return (
    <>
      <Note>
        <p>
          {t('create.first')} <TextLink to="/cbss/search">{t('tabs.search')}</TextLink>
        </p>
      </Note>
      <PersonForm
        label={t('create.title')}
        act={t('create.run')}
        basis="birth"
        problemsOf={problemsOf}
        asking={create}
        ask={(typed) => create.run(createInput(typed))}
        first={({ typed, onType }) => (
          <RadioGroup
            name="basis"
            label={t('create.basis')}
            hint={t('create.basisHint')}
            choices={bases.map((value) => ({ value, label: t(`create.bases.${value}`) }))}
            value={typed.basis}
            onChange={(basis) => onType({ basis })}
          />
        )}
        withAddress={({ basis }) => basis !== 'birth'}
        told={(answer) => <CreateAnswer key={answer.exchangeId} answer={answer} />}
      />
    </>
  );
}
