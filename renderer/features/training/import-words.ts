// Words of the import of trainings: findings as sentences, values of closed lists, the place of a row in its list.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type {
  TrainingImportOutcome,
  TrainingImportRow,
  TrainingProblem,
} from '../../../preload/contract/training-import.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';
import { useFindingWords } from './finding-words.ts';

/** Fields with a closed list, and its words as the contract writes them. */
export const listed = {
  type: ['formal', 'informal'],
  status: ['completed', 'reserved', 'notAttended', 'unsuitable'],
  leaveScheme: ['none', 'vov', 'bev'],
  countsForTrainingRight: ['yes', 'no'],
  certificateObtained: ['yes', 'no'],
  providerKind: ['internal', 'external'],
  language: ['nl', 'fr', 'de', 'en'],
  financedBy: ['employer', 'sectorFund', 'region', 'employee'],
} as const;
export type ListedField = keyof typeof listed;
export const isListed = (field: TrainingImportField): field is ListedField => Object.hasOwn(listed, field);

const numbers: readonly TrainingImportField[] = ['insz', 'enterpriseNumber', 'providerEnterpriseNumber'];
export const isNumber = (field: TrainingImportField): boolean => numbers.includes(field);

export function useImportWords() {
  const { t, i18n } = useTranslation('training-import');
  const choices = useTranslation('training').t;
  const sentence = useFindingWords();
  const fieldName = (field: TrainingImportField): string => t(`fields.${field}`);
  const word = (field: ListedField, value: string): string => {
    if (!(listed[field] as readonly string[]).includes(value)) return value;
    if (value === 'yes' || value === 'no') return t(`yesNo.${value}`);
    const group = { leaveScheme: 'leave.', language: 'languages.', financedBy: 'financed.' } as const;
    const place = field in group ? group[field as keyof typeof group] : '';
    return choices(`choices.${place}${value}` as 'choices.formal');
  };
  return {
    fieldName,
    word,
    sentence: (finding: Finding) => sentence(finding),
    /** `Duur: ` before a sentence on reading, which is the same for every column. */
    about: ({ rule, field }: Finding): string =>
      rule.startsWith('IMP-') && field !== null ? `${fieldName(field as TrainingImportField)}: ` : '',
    place: ({ line }: Pick<TrainingImportRow, 'line'>): string => t('problems.row', { line }),
    /** `Duur: onmogelijke duur (36)`; a rule of a newer version is shown by its id. */
    kind({ rule, field, rows }: TrainingProblem & { rows: number }): string {
      const known = i18n.exists(`training-import:kinds.${rule}`);
      const name = known ? t(`kinds.${rule as 'F0002-004'}`) : rule;
      return field === null
        ? t('problems.kindRow', { name, count: rows })
        : t('problems.kind', { field: fieldName(field as TrainingImportField), name, count: rows });
    },
    /** Names what is done in other rows: a cell gets this text, or (undefined) the row is left out. */
    alike(value: { field: TrainingImportField; text: string } | undefined, count: number): string {
      if (value === undefined) return t('problems.alikeLeftOut', { count });
      const field = fieldName(value.field);
      const text = isListed(value.field) ? word(value.field, value.text) : value.text;
      return text === ''
        ? t('problems.alikeEmpty', { field, count })
        : t('problems.alike', { field, text, count });
    },
  };
}

export const outcomeTones: Record<TrainingImportOutcome, Tone> = {
  create: 'ok',
  duplicate: 'warn',
  there: 'plain',
  refused: 'bad',
  leftOut: 'plain',
};
export const outcomeIcons: Record<TrainingImportOutcome, IconName> = {
  create: 'plus',
  duplicate: 'warn',
  there: 'check',
  refused: 'refused',
  leftOut: 'hide',
};
