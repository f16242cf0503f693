// One cell of a list that is looked at: what is typed counts when the cell is left, or with Enter.
import { useEffect, useState } from 'react';
import type { CallInput } from '../../../preload/contract/index.ts';
import { useAct } from '../../calls.ts';
import { FailureNote } from '../../ui/failure.tsx';

type LookCellProps = {
  previewId: string;
  line: number;
  field: CallInput<'rescue.fixPreview'>['field'];
  label: string;
  text: string;
};

export function LookCell({ previewId, line, field, label, text }: LookCellProps) {
  const fix = useAct('rescue.fixPreview');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const save = (): void => {
    if (typed !== text) void fix.run({ previewId, line, field, text: typed });
  };
  return (
    <>
      <input
        className="input small"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={255}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          else if (event.key === 'Escape' && typed !== text) {
            event.stopPropagation();
            setTyped(text);
          }
        }}
      />
      <FailureNote failure={fix.failure} />
    </>
  );
}
