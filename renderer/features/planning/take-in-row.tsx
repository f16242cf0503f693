// One row of a planning that needs somebody: by whom it is known, and where each of its problems is put right.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { PlanningImportRow } from '../../../preload/contract/planning-import.ts';
import type { PlanningField } from '../../../preload/rules/planning/planning-fields.ts';
import { call } from '../../bridge.ts';
import { ListProblemRow } from '../../ui/list-problem-row.tsx';
import { useTakeInWords } from './take-in-words.ts';

type TakeInRowProps = {
  importId: string;
  row: PlanningImportRow;
  /** As it was when the page was opened: its cells stay open for a second thought. */
  shown: PlanningImportRow;
  onJudged: (row: PlanningImportRow) => void;
  /** Other rows were changed too. */
  onMany: () => Promise<void>;
};

export function TakeInRow({ importId, row, ...rest }: TakeInRowProps) {
  const words = useTakeInWords();
  const { number } = row;
  return (
    <ListProblemRow
      {...rest}
      listId={importId}
      place={words.place(number)}
      who={row.who}
      row={row}
      words={words}
      known={known}
      fieldsOf={fieldsOf}
      calls={{
        fix: (_number, fix, problem) =>
          call('planningImport.fix', { importId, number, ...fix, ...(problem && { problem }) }),
        fixAlike: (problem, fix) => call('planningImport.fixAlike', { importId, number, problem, ...fix }),
        undoFix: (fixId) => call('planningImport.undoFix', { importId, fixId }),
      }}
    />
  );
}

const known: readonly PlanningField[] = ['day'];

/** Whom a name does not tell, a number does; hours are judged against each other. */
const fieldsOf = ({ rule, field }: Finding): PlanningField[] => [
  ...(field === null ? [] : [field as PlanningField]),
  ...(rule.startsWith('PLN-WORKER-') ? (['insz'] as const) : []),
  ...(rule === 'PLN-HOURS-ORDER' && field === 'start' ? (['end'] as const) : []),
  ...(rule === 'PLN-HOURS-ORDER' && field === 'secondStart' ? (['secondEnd'] as const) : []),
];
