// What came of a request once it was approved: accept, read, the answer with what it does not say, or why it is not shown.
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { LinkButton, TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { AllowedLine } from '../../register/allowing/allowed-line.tsx';
import { runsAfterErasure, slipTitle } from '../board/slip-words.ts';
import { useMoments } from '../desk/moments.ts';
import { accessWords } from './access-words.ts';
import { Advice } from './advice.tsx';
import { AnswerActs } from './answer-acts.tsx';
import { AnswerSets } from './answer-sets.tsx';
import { Unchecked } from './unchecked.tsx';
import './answer.css';

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** Draws nothing while nobody has approved. */
export function AnswerPanel({ request, now }: { request: ApplicantRequest; now: string }) {
  const { column, answer } = request;
  if (column !== 'approved' && column !== 'read' && column !== 'ended') return null;
  const shown = answer !== null && answer.gone === null;
  return (
    <>
      <AnswerSheet request={request} now={now} />
      {shown && !request.otherCitizen && <Advice id={request.id} />}
    </>
  );
}

function AnswerSheet({ request, now }: { request: ApplicantRequest; now: string }) {
  const { t } = useTranslation(['applicants', 'shell']);
  const formats = useFormats();
  const { practiceDate } = useAppState();
  const reading = useAct('applicantAnswer.read');
  const moments = useMoments();
  // In the words of the way that stands above it.
  const momentOf = (at: string): string =>
    t('desk.trail.when', { day: moments.dayWord(at, now), time: moments.time(at) });
  const { answer, dataSets } = request;
  const today = practiceDate ?? brussels.format(new Date());
  const shown = answer !== null && answer.gone === null && !request.otherCitizen;
  // That it was stopped stands there already, in more words.
  const saidAbove =
    reading.failure?.code === 'noActiveCitizenMandate' &&
    (answer?.gone != null || request.column === 'ended');
  return (
    <Sheet
      title={
        request.name === null ? t('answer.titleUnnamed') : t('answer.title', { name: slipTitle(t, request) })
      }
      aside={shown ? t('answer.readAt', { moment: momentOf(answer.readAt) }) : undefined}
    >
      <div className={shown ? 'answer' : 'answer alone'}>
        <div className="panel">
          <div role="status" className="panel">
            <Standing request={request} />
            {shown && <AnswerSets request={request} answer={answer} today={today} />}
          </div>
          {request.insz !== null && !request.otherCitizen && (
            <p className="quiet-text">
              {t('shell:identifiers.insz.label')} <span className="number">{formats.insz(request.insz)}</span>
            </p>
          )}
          {request.insz !== null && !request.otherCitizen && request.column !== 'ended' && (
            <AllowedLine
              purpose="precontractual"
              employerId={request.employerId}
              insz={request.insz}
              when="ahead"
            />
          )}
          {shown && answer.missing.length > 0 && (
            <div className="row-of">
              <LinkButton to={`/applicants/new/${request.id}/missing`} icon="again">
                {t('answer.askMissing')}
              </LinkButton>
            </div>
          )}
          {!shown && <Accesses request={request} today={today} />}
          <AnswerActs request={request} reading={reading} />
          <FailureNote failure={saidAbove ? null : reading.failure} />
          <p className="quiet-text">
            {t('answer.inHistory')} <TextLink to="/applicants/care">{t('answer.howLong')}</TextLink>
          </p>
        </div>
        {shown && <Unchecked dataSets={dataSets} />}
      </div>
    </Sheet>
  );
}

/** Where there is no answer to show: why, and what to do. */
function Standing({ request }: { request: ApplicantRequest }) {
  const { t } = useTranslation('applicants');
  const accept = useAct('applicantRequest.accept');
  const { id, revision, state, column, answer, otherCitizen, accesses } = request;
  if (otherCitizen)
    return (
      <Note tone="bad" icon="person">
        <p>
          <strong>{t('answer.other.title')}</strong>
        </p>
        <p>{t('answer.other.what')}</p>
      </Note>
    );
  if (state === 'awaitingAcceptance')
    return (
      <>
        <Note tone="warn" icon="check">
          {t('answer.accept.what')}
        </Note>
        <div>
          <Button
            primary
            icon="check"
            busy={accept.busy}
            onPress={() => void accept.run({ id, expectedRevision: revision })}
          >
            {t('answer.accept.act')}
          </Button>
        </div>
        <FailureNote failure={accept.failure} />
      </>
    );
  if (answer?.gone) return <Note icon="hide">{t(`answer.gone.${answer.gone}`)}</Note>;
  if (answer !== null) return null;
  if (column !== 'ended') return <p>{t('answer.toRead')}</p>;
  if (runsAfterErasure(request) !== null) return <Note icon="trash">{t('answer.over.erased')}</Note>;
  const states = accesses.map((access) => access.state);
  const why = states.find((one) => one === 'revoked' || one === 'renounced') ?? 'accessEnded';
  return (
    <Note icon="hide">
      {t(why === 'revoked' || why === 'renounced' ? `answer.over.${why}` : 'answer.over.accessEnded')}
    </Note>
  );
}

function Accesses({ request, today }: { request: ApplicantRequest; today: string }) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  if (request.otherCitizen || request.accesses.length === 0 || runsAfterErasure(request) !== null)
    return null;
  return (
    <dl className="facts">
      {request.accesses.map((access) => (
        <div key={access.dataSet} className="fact">
          <dt>{t(`answer.sets.${access.dataSet}`)}</dt>
          <dd>{accessWords(t, formats, access, today)}</dd>
        </div>
      ))}
    </dl>
  );
}
