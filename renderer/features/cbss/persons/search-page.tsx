// Searches for a person by sound: criteria, at most fifty found, and from there into the person register.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, OfflineNote } from '../../../ui/states.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { OutcomeView } from '../outcome-view.tsx';
import { PersonTable } from '../person-table.tsx';
import { RightGate } from '../right-gate.tsx';
import { SearchFields } from './search-fields.tsx';
import { emptySearch, searchInput, useSearchProblems } from './search-typed.ts';
import '../cbss.css';

/** The most that one answer holds (§11.7). */
const mostFound = 50;

export default function SearchPage() {
  const { t } = useTranslation('cbss');
  return (
    <Page title={t('search.title')} lead={t('search.lead')}>
      <CbssTabs />
      <RightGate right="search">
        <Search />
      </RightGate>
    </Page>
  );
}

function Search() {
  const { t } = useTranslation('cbss');
  const practising = useAppState().environment.kind === 'practice';
  const search = useAct('cbss.search');
  const problemsOf = useSearchProblems();
  const [typed, setTyped] = useState(emptySearch);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof search.run>> | null>(null);
  const problems = attempt > 0 ? problemsOf(typed) : [];
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problemsOf(typed).length > 0) return;
    setAnswer(await search.run(searchInput(typed)));
  };
  return (
    <>
      {practising && <Note>{t('search.notAlgorithm')}</Note>}
      <OfflineNote />
      <Sheet label={t('search.title')}>
        <form className="form" noValidate onSubmit={(event) => void run(event)}>
          <ErrorSummary problems={problems} attempt={attempt} />
          <SearchFields
            typed={typed}
            onType={(change) => setTyped((known) => ({ ...known, ...change }))}
            problems={problems}
          />
          <FailureNote failure={search.failure} />
          <div className="wizard-acts">
            <Button type="submit" primary icon="search" busy={search.busy}>
              {t('search.run')}
            </Button>
          </div>
        </form>
      </Sheet>
      {answer?.ok === true && <Found key={answer.value.exchangeId} answer={answer.value} />}
    </>
  );
}

type Answer = Extract<
  Awaited<ReturnType<ReturnType<typeof useAct<'cbss.search'>>['run']>>,
  { ok: true }
>['value'];

function Found({ answer: { outcome, tries, milliseconds } }: { answer: Answer }) {
  const { t } = useTranslation('cbss');
  const said =
    outcome.layer === 'business' && (outcome.persons.length > 0 || outcome.value === 'NO_DATA_FOUND')
      ? outcome.persons
      : null;
  if (said === null)
    return (
      <Sheet title={t('answer.title')} stacked>
        <OutcomeView outcome={outcome} tries={tries} milliseconds={milliseconds} />
      </Sheet>
    );
  return (
    <Sheet title={<span role="status">{t('search.found', { count: said.length })}</span>} flush>
      {said.length === 0 ? (
        <Empty slim icon="search" title={t('search.found', { count: 0 })}>
          {t('search.none')}
        </Empty>
      ) : (
        <PersonTable persons={said} />
      )}
      {said.length >= mostFound && (
        <div className="sheet-body">
          <p>{t('search.many')}</p>
        </div>
      )}
    </Sheet>
  );
}
