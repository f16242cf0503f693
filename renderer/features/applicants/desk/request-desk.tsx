// Everything of one request: the code while it can be scanned, what became of it, and the way it went.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../ui/failure.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { AnswerPanel } from '../answer/answer-panel.tsx';
import { Candidates } from './candidates.tsx';
import { OpenRequest } from './open-request.tsx';
import { StatePanel, stateShown } from './state-panel.tsx';
import { Trail } from './trail.tsx';
import { type ShownRequest, useRequest, useWatch } from './use-request.ts';
import { useSaid } from './use-said.ts';
import './desk.css';

export function RequestDesk({ id }: { id: string }) {
  const { t } = useTranslation('applicants');
  const shown = useRequest(id);
  useWatch(id, shown.underWay);
  const { said, onPass } = useSaid(shown.data?.request);
  return (
    <>
      <p className="only-read-aloud" role="status">
        {said}
      </p>
      <section className="sheet" aria-label={t('desk.label')}>
        <Inside shown={shown} onPass={onPass} />
      </section>
      {shown.data !== undefined && <Below shown={shown.data} />}
    </>
  );
}

/** First whose approval it is, then what it opened. */
function Below({ shown: { request, candidates, now } }: { shown: ShownRequest }) {
  const readable = !request.otherCitizen && !request.toLink;
  return (
    <>
      <Candidates request={request} candidates={candidates} now={now} />
      {readable && (
        // Words that only an answer needs are fetched with it: the desk stays where it is.
        <Suspense fallback={<Loading lines={4} />}>
          <AnswerPanel request={request} now={now} />
        </Suspense>
      )}
    </>
  );
}

type InsideProps = Pick<ReturnType<typeof useSaid>, 'onPass'> & { shown: ReturnType<typeof useRequest> };

function Inside({ shown, onPass }: InsideProps) {
  const { t } = useTranslation('applicants');
  if (shown.data === undefined) {
    if (shown.error?.code === 'notFound')
      return (
        <Empty
          icon="qr"
          title={t('desk.gone.title')}
          acts={<LinkButton to="/applicants">{t('common.board')}</LinkButton>}
        >
          {t('desk.gone.what')}
        </Empty>
      );
    return shown.error === null ? (
      <Loading lines={8} />
    ) : (
      <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
    );
  }
  const state = stateShown(shown.data.request);
  return (
    <div className={shown.data.link !== null && state === 'open' ? 'ask' : 'ask without-code'}>
      {state === 'open' ? (
        <OpenRequest shown={shown.data} toldAt={shown.dataUpdatedAt} onPass={onPass} />
      ) : (
        <StatePanel request={shown.data.request} state={state} />
      )}
      <Trail shown={shown.data} />
    </div>
  );
}
