// One row of employers that needs somebody: by whom it is known, and where each of its problems is put right.
import type { ImportRow } from '../../../preload/contract/employer-import.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { call } from '../../bridge.ts';
import { ListProblemRow } from '../../ui/list-problem-row.tsx';
import { useImportWords } from './import-words.ts';

type ImportProblemRowProps = {
  importId: string;
  row: ImportRow;
  /** As it was when the page was opened: its cells stay open for a second thought. */
  shown: ImportRow;
  onJudged: (row: ImportRow) => void;
  /** Other rows were changed too. */
  onMany: () => Promise<void>;
};

export function ImportProblemRow({ importId, row, ...rest }: ImportProblemRowProps) {
  const words = useImportWords();
  return (
    <ListProblemRow
      {...rest}
      listId={importId}
      place={words.place(row)}
      who={row.employerName}
      row={row}
      words={words}
      known={known}
      fieldsOf={fieldsOf}
      calls={{
        fix: (number, fix, problem) =>
          call('employerImport.fix', { importId, number, ...fix, ...(problem && { problem }) }),
        fixAlike: (problem, fix) => call('employerImport.fixAlike', { importId, problem, ...fix }),
        undoFix: (fixId) => call('employerImport.undoFix', { fixId }),
      }}
    />
  );
}

const known: readonly ImportField[] = ['name', 'enterpriseNumber'];

/** Where a problem is put right. The account is asked for because of the route, and that may be left empty. */
const fieldsOf = ({ rule, field }: Finding): ImportField[] => [
  ...(rule.startsWith('EMI-ACCOUNT-') ? (['route'] as const) : []),
  ...(field === null ? [] : [field as ImportField]),
];
