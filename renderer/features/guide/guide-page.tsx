// One guide: its steps beside the one in view. Begins at the step that was asked for, else at the first that nobody did yet
// and that waits for nobody.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { Guide } from '../../../preload/contract/guide.ts';
import { stopKey } from '../../../preload/rules/guide/guide-words.ts';
import { type StepId, stepIds } from '../../../preload/rules/guide/step-catalog.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { ConnectionTabs } from '../connection/connection-tabs.tsx';
import { VerdictBox } from '../connection/verdict-head.tsx';
import { ServiceStates } from '../services/service-states.tsx';
import './guide.css';
import { GuideActs } from './guide-acts.tsx';
import { GuideNotes } from './guide-notes.tsx';
import { GuideStepView } from './guide-step.tsx';
import { useGuideWords } from './guide-words.ts';
import { StepList } from './step-list.tsx';

export default function GuidePage() {
  // Also what its parts speak: a page that pauses for words halfway would lose the focus.
  const { t } = useTranslation(['guide', 'connection', 'doctor']);
  const { id = '', step } = useParams();
  const guide = useCall('guide.show', { id });
  if (guide.data !== undefined) {
    const asked = stepIds.find((one) => one === step) ?? null;
    return (
      <GuideRoom key={`${id} ${step ?? ''}`} guide={guide.data} asked={asked} current={!guide.isFetching} />
    );
  }
  return (
    <Page title={t('title')} reading>
      <ConnectionTabs current="/connection/guide" />
      <Sheet label={t('title')} flush>
        {guide.error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorState failure={guide.error} onAgain={() => void guide.refetch()} />
        )}
      </Sheet>
    </Page>
  );
}

type GuideRoomProps = { guide: Guide; asked: StepId | null; current: boolean };

function GuideRoom({ guide, asked, current }: GuideRoomProps) {
  const { t } = useTranslation('guide');
  const facts = { ...guide, rights: guide.road.rights };
  const { say, label, services } = useGuideWords(facts);
  const [chosen, setAt] = useState<StepId | null>(asked);
  const at = chosen ?? guide.next ?? guide.steps[0]?.id ?? 'known';
  // What was remembered of the guide may be older than what the list said: only a current answer settles where it begins.
  useEffect(() => {
    if (current && chosen === null) setAt(at);
  }, [current, chosen, at]);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(at);
  useEffect(() => {
    if (arrived.current === at) return;
    arrived.current = at;
    heading.current?.focus();
  }, [at]);
  const index = Math.max(
    0,
    guide.steps.findIndex(({ id }) => id === at),
  );
  const step = guide.steps[index];
  const [previous, next] = [guide.steps[index - 1], guide.steps[index + 1]];
  // On to the next that is still open, so that a run of done steps is not walked again.
  const onward = (): void => {
    const after = [...guide.steps.slice(index + 1), ...guide.steps.slice(0, index)];
    const to = after.find(({ state }) => state === 'open');
    if (to !== undefined) setAt(to.id);
  };
  const name = guide.enterpriseName;
  return (
    <Page
      title={
        guide.what === null
          ? t('page.titleStart', { name, services: services(guide.services) })
          : t('page.titleStop', { name, what: say(stopKey(guide.what, guide.services)) })
      }
      lead={t('page.lead', { done: guide.done, total: guide.total, quality: label(guide.quality) })}
      reading
      acts={<LinkButton to="/connection/guide">{t('back')}</LinkButton>}
    >
      <ConnectionTabs current="/connection/guide" />
      {guide.next === null && guide.finishedAt === null && (
        <VerdictBox below tone="ok" icon="check-ring" title={t('page.allDone')}>
          {t('page.allDoneWhat')}
        </VerdictBox>
      )}
      <div className="guide-room">
        <StepList guide={guide} at={step?.id ?? at} say={say} onGo={setAt} />
        <div className="panel">
          {step !== undefined && (
            <section className="sheet" aria-labelledby="guide-step">
              <div className="sheet-body guide-step">
                <h2 id="guide-step" tabIndex={-1} ref={heading}>
                  {index + 1}. {say(`steps.${step.id}.title`)}
                </h2>
                <GuideStepView guide={guide} step={step} facts={facts} onDone={onward} />
                <div className="row-of">
                  {previous !== undefined && (
                    <Button plain icon="back" onPress={() => setAt(previous.id)}>
                      {t('page.previous')}
                    </Button>
                  )}
                  {next !== undefined && (
                    <Button plain next onPress={() => setAt(next.id)}>
                      {t('page.next')}
                    </Button>
                  )}
                </div>
              </div>
            </section>
          )}
          {guide.next === null && guide.what === null && <ServiceStates services={guide.services} />}
          <GuideNotes notes={guide.road.notes} say={say} />
          <GuideActs guide={guide} />
        </div>
      </div>
    </Page>
  );
}
