// Asks one applicant: for whom, which data, with or without a number. What must be in order stands beside it.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useRoute } from 'wouter';
import { inszSchema } from '../../../../preload/contract/values.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct, useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { useKeptView } from '../../../ui/kept-view.ts';
import { LinkButton, TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet, WithPanel } from '../../../ui/sheet.tsx';
import { EmployerField } from '../../workers/employer-field.tsx';
import { takeInHand } from '../desk/in-hand.ts';
import { AskFailure } from './ask-failure.tsx';
import { AskFields } from './ask-fields.tsx';
import {
  type AskTyped,
  firstTyped,
  readHabit,
  useAskDraft,
  useAskProblems,
  useEarlyHabit,
} from './ask-typed.ts';
import { NoEmployers } from './no-employers.tsx';
import { OnlineSteps } from './online-steps.tsx';
import { Readiness } from './readiness.tsx';
import './ask.css';

export default function AskPage() {
  const { t, i18n } = useTranslation('applicants');
  const [, go] = useLocation();
  const { from } = useParams<{ from?: string }>();
  const [onlyMissing] = useRoute('/applicants/new/:from/missing');
  const { environment, employerId: inHand, counts } = useAppState();
  const [kept, keep] = useKeptView('applicant-ask', readHabit);
  const before = useCall('applicantRequest.get', { id: from ?? '' }, { enabled: from !== undefined }).data
    ?.request;
  const ended = useRef(false);
  const [changed, setChanged] = useState<Partial<AskTyped>>({});
  const takeBack = useAskDraft(environment.name, changed, ended);
  const [restored] = useState(takeBack);
  const habit = useEarlyHabit(kept, Object.keys(changed).length > 0);
  const first = firstTyped({ before, onlyMissing, inHand, habit, language: i18n.language });
  const wanted: AskTyped = { ...first, ...(from === undefined ? restored : {}), ...changed };
  const employer = useCall(
    'employer.get',
    { id: wanted.employerId ?? '' },
    { enabled: wanted.employerId !== null },
  );
  // One that was kept may be gone since.
  const typed: AskTyped = { ...wanted, employerId: employer.error === null ? wanted.employerId : null };
  const readiness = useCall(
    'applicantRequest.readiness',
    { employerId: typed.employerId ?? '' },
    { enabled: typed.employerId !== null },
  );
  const problemsOf = useAskProblems();
  const [attempt, setAttempt] = useState(0);
  const ask = useAct('applicantRequest.ask');
  const underWay = useRef(false);
  const failed = useRef<HTMLDivElement>(null);
  // It may stand below what is in view.
  useEffect(() => {
    if (ask.failure !== null) failed.current?.focus();
  }, [ask.failure]);
  const online = readiness.data?.way === 'online';
  const problems = problemsOf(typed);
  const type = (change: Partial<AskTyped>): void =>
    setChanged((known) => ({ ...restored, ...known, ...change }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (underWay.current) return;
    setAttempt((count) => count + 1);
    const { employerId, dataSets, as, language, label } = typed;
    if (problems.length > 0 || employerId === null) return;
    underWay.current = true;
    const result = await ask.run({
      ...{ employerId, dataSets, language, label: label.trim() },
      insz: typed.insz.trim() === '' ? null : inszSchema.parse(typed.insz),
      as: readiness.data?.routeKind === 'mandatary' ? as : 'employer',
    });
    underWay.current = false;
    if (!result.ok) return;
    keep({ employerId, as, dataSets, language });
    ended.current = true;
    takeInHand(result.value.id);
    go(`/applicants/${result.value.id}`);
  };
  if (counts.employers === 0) return <NoEmployers title={t('ask.title')} lead={t('ask.lead')} />;
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')}>
      <WithPanel
        label={t('ask.ready.title')}
        panel={
          <Sheet title={t('ask.ready.title')} stacked>
            <Readiness readiness={readiness} employer={employer.data} />
          </Sheet>
        }
      >
        <Sheet label={online ? t('ask.online.title') : t('ask.title')} stacked>
          <form className="form" noValidate onSubmit={(event) => void submit(event)}>
            <ErrorSummary problems={attempt > 0 && !online ? problems : []} attempt={attempt} />
            {from !== undefined && before !== undefined && (
              <Note>{t(onlyMissing ? 'ask.prefilledMissing' : 'ask.prefilled')}</Note>
            )}
            {from === undefined && Object.keys(restored).length > 0 && <Note>{t('ask.cameBack')}</Note>}
            <EmployerField
              value={typed.employerId}
              onChange={(employerId) => type({ employerId })}
              error={attempt > 0 ? problems.find(({ name }) => name === 'employerId')?.message : undefined}
            />
            {!online && (
              <>
                <AskFields
                  typed={typed}
                  asLast={typed.dataSets === habit?.dataSets}
                  onType={type}
                  problems={problems}
                  attempt={attempt}
                  readiness={readiness.data}
                  employerName={employer.data?.name}
                />
                <div ref={failed} tabIndex={-1}>
                  <AskFailure failure={ask.failure} employerId={typed.employerId} />
                </div>
                <div className="wizard-acts">
                  <Button primary type="submit" busy={ask.busy}>
                    {t(typed.insz.trim() === '' ? 'ask.submit' : 'ask.submitRead')}
                  </Button>
                  <LinkButton
                    to="/applicants"
                    plain
                    onFollow={() => {
                      ended.current = true;
                    }}
                  >
                    {t('ask.cancel')}
                  </LinkButton>
                </div>
                <p>
                  <TextLink to="/applicants/batch">{t('ask.many')}</TextLink>
                </p>
              </>
            )}
          </form>
          {online && readiness.data !== undefined && employer.data !== undefined && (
            <OnlineSteps readiness={readiness.data} employer={employer.data} />
          )}
        </Sheet>
      </WithPanel>
    </Page>
  );
}
