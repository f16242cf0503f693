// Where the worker acts: the field with its keys, in and out, and what became of it. All of it is also read aloud.
import { useTranslation } from 'react-i18next';
import type { PointState } from '../../../preload/contract/registration-point.ts';
import { DirectionButtons } from './direction-buttons.tsx';
import { EnrolActs } from './enrol-acts.tsx';
import { Keypad } from './keypad.tsx';
import { NumberField } from './number-field.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { type OutcomeWords, useOutcomeWords } from './outcome-words.ts';
import { SiteCode } from './phone-way.tsx';
import type { Entry, Glimpse } from './use-entry.ts';
import type { Registering } from './use-registering.ts';

type CounterProps = { point: PointState; course: Registering; entry: Entry; glimpse: Glimpse };

/** What is asked for, by the ways that this point has. */
function useAsk(point: PointState): { label: string; hint: string } {
  const { t } = useTranslation('registration-point');
  const has = (way: PointState['channels'][number]): boolean => point.channels.includes(way);
  const way = has('badge') && has('number') ? 'both' : has('badge') ? 'badge' : 'number';
  return { label: t(`mode.ask.${way}`), hint: t(`mode.hint.${way}`) };
}

export function Counter({ point, course, entry, glimpse }: CounterProps) {
  const { t } = useTranslation('registration-point');
  const { stage, chosen } = course;
  const words = useOutcomeWords(point.site?.contact ?? '')(stage);
  const ask = useAsk(point);
  const enrolling = stage.kind === 'enrol';
  const problem =
    stage.kind === 'ready' && stage.problem !== null
      ? t(`mode.problem.${stage.problem}`, { count: glimpse.count })
      : enrolling && stage.problem !== null
        ? t('mode.refused.numberWrong')
        : null;
  const needsKeys = enrolling || point.channels.includes('number');
  const code = stage.kind === 'ready' && point.channels.includes('phone') ? point.phone : null;
  return (
    <div className="point-counter" data-shows={words === null ? stage.kind : 'outcome'}>
      <NumberField
        entry={entry}
        glimpse={glimpse}
        label={enrolling ? `${t('enrol.title')} ${t('enrol.number')}` : ask.label}
        hint={enrolling ? t('enrol.numberHint') : stage.kind === 'sending' ? t('mode.sending') : ask.hint}
        error={problem}
        onEnter={course.enter}
      />
      {words === null ? (
        <>
          {needsKeys && <Keypad onSign={course.key} onBack={entry.back} onClear={entry.clear} />}
          {enrolling ? (
            <EnrolActs onYes={course.enter} onNo={course.blank} />
          ) : (
            <DirectionButtons
              chosen={chosen}
              wanted={glimpse.count > 0}
              busy={stage.kind === 'sending'}
              onPress={course.press}
            />
          )}
          {code !== null && (
            <aside className="point-aside" aria-label={t('mode.orPhone')}>
              <SiteCode phone={code} />
              <p>{t('mode.orPhone')}</p>
            </aside>
          )}
        </>
      ) : (
        <OutcomePanel stage={stage} words={words} phone={point.phone} onNext={course.blank} />
      )}
      <p className="only-read-aloud" role="status" aria-live="assertive">
        <Aloud words={words} problem={problem} stage={stage.kind} chosen={chosen} />
      </p>
    </div>
  );
}

type AloudProps = {
  words: OutcomeWords | null;
  problem: string | null;
  stage: Registering['stage']['kind'];
  chosen: Registering['chosen'];
};

function Aloud({ words, problem, stage, chosen }: AloudProps) {
  const { t } = useTranslation('registration-point');
  if (words !== null) return [words.title, words.time, ...words.lines].filter(Boolean).join('. ');
  if (problem !== null) return problem;
  if (stage === 'sending') return t('mode.sending');
  if (stage === 'enrol') return t('enrol.title');
  return chosen === null ? '' : t(`mode.chosen.${chosen}`);
}
