// One step: why, who and where, what to do, how the screen looks, how one sees that it worked, and what if it does not.
import { useTranslation } from 'react-i18next';
import type { Guide, GuideStep } from '../../../preload/contract/guide.ts';
import { type GuideFacts, stepKeys, wayThrough } from '../../../preload/rules/guide/guide-words.ts';
import { factsOf } from '../../../preload/rules/guide/step-catalog.ts';
import { useAppState } from '../../app-state.ts';
import { Facts } from '../../ui/facts.tsx';
import { GuideDrawing } from './drawing.tsx';
import { useGuideWords } from './guide-words.ts';
import { StepActs } from './step-acts.tsx';
import { StepMail } from './step-mail.tsx';
import { StepProgress } from './step-progress.tsx';

type GuideStepViewProps = { guide: Guide; step: GuideStep; facts: GuideFacts; onDone: () => void };

export function GuideStepView({ guide, step, facts, onDone }: GuideStepViewProps) {
  const { t } = useTranslation('guide');
  const { say, label } = useGuideWords(facts);
  const practising = useAppState().environment.kind === 'practice';
  const keys = stepKeys(step.id, facts.rights);
  const { drawings, mail } = factsOf(step.id);
  const where = wayThrough(step.id, practising, say, label);
  return (
    <>
      <Facts
        facts={[
          { label: t('page.why'), value: say(`needs.${step.need}`) },
          {
            label: t('page.who'),
            value: (
              <>
                {say(`roles.${step.who}.name`)}
                <small className="quiet-text guide-small">{say(`roles.${step.who}.where`)}</small>
              </>
            ),
          },
          ...(where === '' ? [] : [{ label: t('page.where'), value: where }]),
        ]}
      />
      <section className="guide-block">
        <h3>{t('page.do')}</h3>
        <ol className="guide-acts">
          {keys.acts.map((key) => (
            <li key={key}>
              <span>{say(key)}</span>
            </li>
          ))}
        </ol>
        {keys.extra !== null && <p>{say(keys.extra)}</p>}
        {practising && step.id === 'chooseRoute' && <p>{say('practiceAnnounce')}</p>}
        <StepActs guide={guide} step={step.id} />
      </section>
      {drawings.length > 0 && (
        <section className="guide-block">
          <h3>{t('page.drawings')}</h3>
          <div className="sketches">
            {drawings.map((id) => (
              <GuideDrawing key={id} id={id} facts={facts} />
            ))}
          </div>
        </section>
      )}
      <section className="guide-block">
        <h3>{t('page.seen')}</h3>
        <p>{say(keys.seen)}</p>
        <h3>{t('page.troubles')}</h3>
        <dl className="guide-troubles">
          {keys.troubles.map(({ what, who }) => (
            <div key={what}>
              <dt>{say(what)}</dt>
              <dd>{say(who)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <StepProgress key={`${step.id} ${step.state}`} guide={guide} step={step} say={say} onDone={onDone} />
      {mail && <StepMail key={step.id} guide={guide} step={step.id} />}
    </>
  );
}
