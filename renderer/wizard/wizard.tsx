// A wizard: one question a page, Back and Continue, the draft saved at every Continue, then the answers, then a receipt.
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../preload/contract/result.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { FailureNote } from '../ui/failure.tsx';
import { FieldErrorsProvider } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFocusOnArrival, usePageTitle } from '../ui/page.tsx';
import { useStepHistory } from './step-history.ts';
import { WizardSteps } from './wizard-steps.tsx';

/** What Continue leads to: on, a list of problems with the answers, or a failure of an act. */
export type StepOutcome =
  | { kind: 'on'; to?: string }
  | { kind: 'problems'; problems: FieldProblem[] }
  | { kind: 'failed'; failure: Failure };

export type WizardStep = {
  id: string;
  title: string;
  /** Quiet words under the title in the list of steps. */
  about?: string;
  content: ReactNode;
  /**
   * What is wrong with the answers now. Continue shows it, in the summary and through `useErrorOf`, and each problem goes as
   * soon as its answer is in order.
   */
  check?: () => FieldProblem[];
  /** Acts and saves once nothing is wrong; without it Continue simply goes on. */
  onContinue?: () => StepOutcome | Promise<StepOutcome>;
  /** Names the act where Continue does more than go on. */
  continueLabel?: string;
  /** The page has a better act of its own: Continue stands back. */
  quietContinue?: boolean;
  /** Continue is not the way on: the step has its own acts, or waits for another person. */
  withoutContinue?: boolean;
  /** More acts beside Continue. */
  acts?: ReactNode;
  /** No way back: the act was done (receipt). */
  final?: boolean;
};

type WizardProps = {
  title: string;
  steps: WizardStep[];
  /** Where to begin or resume. */
  startAt?: string;
  /** Called at every Continue with the step that follows, so that the wizard can be left and resumed. */
  onSave?: (nextStep: string) => void | Promise<void>;
  /** Words next to the buttons, such as when the draft was saved. */
  saved?: ReactNode;
  /** Above the first step only, such as the views of the room: further on, the wizard is left by its own acts. */
  above?: ReactNode;
};

function headingOf(frame: HTMLElement | null): HTMLElement | null {
  const heading = frame?.querySelector<HTMLElement>('h1') ?? null;
  if (heading !== null) heading.tabIndex = -1;
  return heading;
}

export function Wizard({ title, steps, startAt, onSave, saved, above }: WizardProps) {
  const { t } = useTranslation('shell');
  const [at, setAt] = useState(startAt ?? steps[0]?.id ?? '');
  const [outcome, setOutcome] = useState<StepOutcome | null>(null);
  // Names of the fields that were not in order at the last Continue.
  const [unmet, setUnmet] = useState<string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const index = Math.max(
    0,
    steps.findIndex((step) => step.id === at),
  );
  const step = steps[index];
  const frame = useRef<HTMLFormElement>(null);
  const arrived = useRef(at);
  usePageTitle(step === undefined ? title : `${step.title} – ${title}`);

  useEffect(() => {
    if (arrived.current === at) return;
    arrived.current = at;
    headingOf(frame.current)?.focus();
  }, [at]);
  useFocusOnArrival(useCallback(() => headingOf(frame.current), []));

  const go = (to: string): void => {
    setOutcome(null);
    setUnmet([]);
    setAttempt(0);
    setAt(to);
  };
  const past = useStepHistory(step?.id ?? at, step?.final === true, (to) => {
    // Only Continue leads on: it checks.
    if (steps.findIndex(({ id }) => id === to) > index) history.back();
    else go(to);
  });
  if (step === undefined) return null;
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || step.withoutContinue === true) return;
    const found = step.check?.() ?? [];
    setUnmet(found.map(({ name }) => name));
    if (found.length > 0) {
      setOutcome(null);
      setAttempt((count) => count + 1);
      return;
    }
    setBusy(true);
    // What went wrong before says nothing of what is tried now.
    if (outcome?.kind === 'failed') setOutcome(null);
    const next: StepOutcome = (await step.onContinue?.()) ?? { kind: 'on' };
    if (next.kind === 'on') {
      const to = next.to ?? steps[index + 1]?.id ?? step.id;
      await onSave?.(to);
      past.forward(to);
      go(to);
    } else {
      setOutcome(next);
      setAttempt((count) => count + 1);
    }
    setBusy(false);
  };
  const previous = steps[index - 1];
  const unsolved =
    unmet.length === 0 ? [] : (step.check?.() ?? []).filter(({ name }) => unmet.includes(name));
  const problems = outcome?.kind === 'problems' ? outcome.problems : unsolved;
  return (
    <div className="page">
      {index === 0 && above}
      <div className="wizard">
        <WizardSteps steps={steps} at={index} label={title} />
        <form className="question" noValidate onSubmit={(event) => void onSubmit(event)} ref={frame}>
          <ErrorSummary problems={problems} attempt={attempt} />
          <FieldErrorsProvider value={problems}>{step.content}</FieldErrorsProvider>
          <FailureNote failure={outcome?.kind === 'failed' ? outcome.failure : null} />
          <div className="wizard-acts">
            {previous !== undefined && step.final !== true && (
              <Button
                onPress={() => {
                  past.backward(previous.id);
                  go(previous.id);
                }}
              >
                <Icon name="back" turns />
                {t('back')}
              </Button>
            )}
            {step.withoutContinue !== true && (
              <Button primary={step.quietContinue !== true} type="submit" busy={busy}>
                {step.continueLabel ?? t('continue')}
              </Button>
            )}
            {step.acts}
            {saved !== undefined && (
              <span className="saved at-end">
                <Icon name="check" />
                {saved}
              </span>
            )}
          </div>
        </form>
      </div>
    </div>
  );
}
