// One row of trainings that needs somebody: by what it is known, and where each of its problems is put right.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { TrainingImportRow } from '../../../preload/contract/training-import.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { call } from '../../bridge.ts';
import { ListProblemRow } from '../../ui/list-problem-row.tsx';
import { useImportWords } from './import-words.ts';

type ImportProblemRowProps = {
  importId: string;
  /** Name of its list, where rows of several stand together. */
  list?: string;
  row: TrainingImportRow;
  /** As it was when the page was opened: its cells stay open for a second thought. */
  shown: TrainingImportRow;
  onJudged: (row: TrainingImportRow) => void;
  /** Somebody is in the row. */
  onEnter?: () => void;
  /** Other rows were changed too. */
  onMany: () => Promise<void>;
};

export function ImportProblemRow({ importId, list, row, ...rest }: ImportProblemRowProps) {
  const words = useImportWords();
  const sentence = (finding: Finding) => {
    const { title, remedy } = words.sentence(finding);
    return { title: `${words.about(finding)}${title}`, remedy };
  };
  return (
    <ListProblemRow
      {...rest}
      listId={importId}
      place={list === undefined ? words.place(row) : `${words.place(row)}, ${list}`}
      who={[row.workerName, row.employerName].filter(Boolean).join(' · ')}
      row={row}
      words={{ ...words, sentence }}
      known={known}
      fieldsOf={fieldsOf}
      calls={{
        fix: (number, fix, problem) =>
          call('trainingImport.fix', { importId, number, ...fix, ...(problem && { problem }) }),
        fixAlike: (problem, fix) => call('trainingImport.fixAlike', { importId, problem, ...fix }),
        undoFix: (fixId) => call('trainingImport.undoFix', { fixId }),
      }}
    />
  );
}

const known: readonly TrainingImportField[] = ['title', 'startDate'];

/** Where a problem is put right: dates are judged against each other, and so is a leave against the right. */
const alsoAbout: Partial<Record<string, readonly TrainingImportField[]>> = {
  'F0010-014': ['startDate', 'endDate'],
  'F0014-362': ['leaveScheme', 'countsForTrainingRight'],
  'TRN-DEDUCTED-LONG': ['duration'],
  'TRN-FINANCING-MISSING': ['cost'],
};
const fieldsOf = ({ rule, field }: Finding): TrainingImportField[] => [
  ...(field === null ? [] : [field as TrainingImportField]),
  ...(alsoAbout[rule] ?? []),
];
