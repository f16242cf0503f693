// The form of a person at the Crossroads Bank, for a new number and for a correction: what is typed stays, whatever comes back.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CbssAnswer } from '../../../../preload/contract/cbss-answer.ts';
import type { Failure, Result } from '../../../../preload/contract/result.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, type FieldProblem } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { OfflineNote } from '../../../ui/states.tsx';
import { PersonFields } from './person-fields.tsx';
import { emptyPerson, type PersonTyped } from './person-typed.ts';

type Typing = {
  typed: PersonTyped;
  onType: (change: Partial<PersonTyped>) => void;
  problems: readonly FieldProblem[];
};

type PersonFormProps = {
  label: string;
  /** Of the button that asks. */
  act: string;
  basis: PersonTyped['basis'];
  problemsOf: (typed: PersonTyped) => FieldProblem[];
  asking: { busy: boolean; failure: Failure | null };
  ask: (typed: PersonTyped) => Promise<Result<CbssAnswer>>;
  /** What stands above the fields of the person. */
  first: (typing: Typing) => ReactNode;
  optional?: boolean;
  withAddress: (typed: PersonTyped) => boolean;
  told: (answer: CbssAnswer) => ReactNode;
};

export function PersonForm(props: PersonFormProps) {
  const { label, problemsOf, asking, optional = false } = props;
  const [typed, setTyped] = useState<PersonTyped>({ ...emptyPerson, basis: props.basis });
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<CbssAnswer | null>(null);
  const problems = attempt > 0 ? problemsOf(typed) : [];
  const typing = {
    ...{ typed, problems },
    onType: (change: Partial<PersonTyped>) => setTyped((known) => ({ ...known, ...change })),
  };
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problemsOf(typed).length > 0) return;
    setAnswer(null);
    const done = await props.ask(typed);
    if (done.ok) setAnswer(done.value);
  };
  return (
    <>
      <OfflineNote />
      <Sheet label={label}>
        <form className="form" noValidate onSubmit={(event) => void run(event)}>
          <ErrorSummary problems={problems} attempt={attempt} />
          {props.first(typing)}
          <PersonFields {...typing} optional={optional} withAddress={props.withAddress(typed)} />
          <FailureNote failure={asking.failure} />
          <div className="wizard-acts">
            <Button type="submit" primary busy={asking.busy}>
              {props.act}
            </Button>
          </div>
        </form>
      </Sheet>
      {answer !== null && props.told(answer)}
    </>
  );
}
