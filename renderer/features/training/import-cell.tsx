// One cell of a row of trainings, open for correction.
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { ListCell } from '../../ui/list-cell.tsx';
import { useImportWords } from './import-words.ts';

type ImportCellProps = {
  field: TrainingImportField;
  /** Which row, for reading aloud. */
  place: string;
  text: string;
  asRead: string;
  wrong: boolean;
  /** Id of the sentence that says what is wrong. */
  why: string;
  onLeave: (text: string) => void;
};

export function ImportCell(props: ImportCellProps) {
  const words = useImportWords();
  return <ListCell {...props} label={words.fieldName(props.field)} look={words.look(props.field)} />;
}
