// Words of the import of trainings: findings as sentences, values of closed lists, outcomes, the place of a row in its list.
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
import type { ListCellLook } from '../../ui/list-cell.tsx';
import { type ListWords, useListWords } from '../../ui/list-words.ts';
import { useFindingWords } from './finding-words.ts';

/** Fields with a closed list, and its words as the contract writes them. */
const listed = {
  type: ['formal', 'informal'],
  status: ['completed', 'reserved', 'notAttended', 'unsuitable'],
  leaveScheme: ['none', 'vov', 'bev'],
  countsForTrainingRight: ['yes', 'no'],
  certificateObtained: ['yes', 'no'],
  providerKind: ['internal', 'external'],
  language: ['nl', 'fr', 'de', 'en'],
  financedBy: ['employer', 'sectorFund', 'region', 'employee'],
} as const;
type ListedField = keyof typeof listed;
const isListed = (field: TrainingImportField): field is ListedField => Object.hasOwn(listed, field);

const numbers: readonly TrainingImportField[] = ['insz', 'enterpriseNumber', 'providerEnterpriseNumber'];
/** Fields of which the text is long. */
const wide: readonly TrainingImportField[] = ['title', 'workerName', 'providerName', 'description'];

export function useImportWords() {
  const { t, i18n } = useTranslation('training-import');
  const choices = useTranslation('training').t;
  const lists = useListWords();
  const sentence = useFindingWords();
  const fieldName = (field: TrainingImportField): string => t(`fields.${field}`);
  const word = (field: ListedField, value: string): string => {
    if (!(listed[field] as readonly string[]).includes(value)) return value;
    if (value === 'yes' || value === 'no') return t(`yesNo.${value}`);
    const group = { leaveScheme: 'leave.', language: 'languages.', financedBy: 'financed.' } as const;
    const place = field in group ? group[field as keyof typeof group] : '';
    return choices(`choices.${place}${value}` as 'choices.formal');
  };
  /** `Duur: ` before a sentence on reading, which is the same for every column. */
  const about = ({ rule, field }: Finding): string =>
    rule.startsWith('IMP-') && field !== null ? `${fieldName(field as TrainingImportField)}: ` : '';
  return {
    fieldName,
    about,
    shownText: (field: TrainingImportField, text: string): string =>
      isListed(field) ? word(field, text) : text,
    look: (field: TrainingImportField): ListCellLook =>
      isListed(field)
        ? { choices: listed[field].map((value) => ({ value, label: word(field, value) })) }
        : { size: wide.includes(field) ? 28 : 14, number: numbers.includes(field), limit: 2_000 },
    outcome: (outcome: string) => {
      const known = outcome as TrainingImportOutcome;
      return { label: t(`outcomes.${known}`), tone: outcomeTones[known], icon: outcomeIcons[known] };
    },
    sentence: (found: Finding) => sentence(found),
    place: ({ line }: Pick<TrainingImportRow, 'line'>): string => lists.place(line),
    /** `Duur: onmogelijke duur (36)`; a rule of a newer version is shown by its id. */
    kind({ rule, field, rows }: TrainingProblem & { rows: number }): string {
      const known = i18n.exists(`training-import:kinds.${rule}`);
      const name = known ? t(`kinds.${rule as 'F0002-004'}`) : rule;
      return lists.kind(field === null ? '' : fieldName(field as TrainingImportField), name, rows);
    },
  } satisfies ListWords<TrainingImportField> & Record<string, unknown>;
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
