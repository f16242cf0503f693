// What is wrong with the choice of columns, before anything is asked: one chosen twice, or one that is needed and lacking.
import { useTranslation } from 'react-i18next';
import {
  neededImportFields,
  type TrainingImportField,
} from '../../../preload/rules/training/import-fields.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';

type Fields = readonly (TrainingImportField | null)[];

/** `many`: the list is for several employers, so a column must say which. */
export function useColumnProblems(): (fields: Fields, many: boolean) => FieldProblem[] {
  const { t } = useTranslation('training-import');
  const lists = useTranslation('lists').t;
  return (fields, many) => {
    const twice = fields.flatMap((field, at) =>
      field !== null && fields.indexOf(field) < at
        ? [{ name: `column${at}`, message: lists('columns.twice', { field: t(`fields.${field}`) }) }]
        : [],
    );
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
