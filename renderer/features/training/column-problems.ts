// What is wrong with the choice of columns, before anything is asked: one chosen twice, or one that is needed and lacking.
import { useTranslation } from 'react-i18next';
import {
  neededImportFields,
  type TrainingImportField,
} from '../../../preload/rules/training/import-fields.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useTwiceChosen } from '../../ui/use-list.ts';

type Fields = readonly (TrainingImportField | null)[];

/** `many`: the list is for several employers, so a column must say which. */
export function useColumnProblems(): (fields: Fields, many: boolean) => FieldProblem[] {
  const { t } = useTranslation('training-import');
  const twiceChosen = useTwiceChosen((field: TrainingImportField) => t(`fields.${field}`));
  return (fields, many) => {
    const twice = twiceChosen(fields);
    if (twice.length > 0) return twice;
    const needed: TrainingImportField[] = [
      ...(many ? (['enterpriseNumber'] as const) : []),
      ...neededImportFields,
    ];
    return needed
      .filter((field) => !fields.includes(field))
      .map((field) => ({
        name: 'column0',
        message: t('columns.needed', { field: t(`fields.${field}`) }),
      }));
  };
}
