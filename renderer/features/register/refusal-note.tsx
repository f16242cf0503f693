// A refusal of the register in a sentence with its remedy and its code; any other failure as everywhere.
import type { Failure } from '../../../preload/contract/result.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { codeOf, useCodeWords } from './register-words.ts';

export function RefusalNote({ failure }: { failure: Failure | null }) {
  const words = useCodeWords();
  const code = codeOf(failure);
  if (code === null) return <FailureNote failure={failure} />;
  const { what, remedy, code: shown } = words(code);
  return (
    <div role="alert">
      <Note tone="bad">
        <p>
          {what} {remedy}
        </p>
        <p className="faint-text">{shown}</p>
      </Note>
    </div>
  );
}
