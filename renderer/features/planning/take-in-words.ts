// Words of the rows of a planning: fields, what becomes of a row, kinds of problems, and the sentence of what is wrong in a cell.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { PlanningImportRow } from '../../../preload/contract/planning-import.ts';
import type { PlanningField } from '../../../preload/rules/planning/planning-fields.ts';
import type { RowProblem } from '../../../preload/rules/planning/read-planning-row.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';
import { type ListWords, useListWords } from '../../ui/list-words.ts';

type Outcome = PlanningImportRow['outcome'];
const outcomes: Record<Outcome, { tone: Tone; icon: IconName }> = {
  planned: { tone: 'ok', icon: 'check' },
  off: { tone: 'plain', icon: 'check' },
  refused: { tone: 'bad', icon: 'refused' },
  leftOut: { tone: 'plain', icon: 'hide' },
};

const numbers: readonly PlanningField[] = [
  'insz',
  'day',
  'start',
  'end',
  'secondStart',
  'secondEnd',
  'pause',
];
const long: readonly PlanningField[] = ['name', 'site', 'hours'];

export function useTakeInWords() {
  const { t } = useTranslation('planning');
  const lists = useListWords();
  const fieldName = (field: PlanningField): string => t(`fields.${field}`);
  return {
    fieldName,
    shownText: (_field: PlanningField, text: string): string => text,
    look: (field: PlanningField) => ({
      size: long.includes(field) ? 24 : 14,
      number: numbers.includes(field),
      limit: 400,
    }),
    outcome: (outcome: string) => {
      const known = outcome as Outcome;
      return { label: t(`outcomes.${known}`), ...outcomes[known] };
    },
    /** `werkplaats: onbekend (36)` */
    kind({ rule, field, rows }: { rule: string; field: string | null; rows: number }): string {
      const name = t(`rules.${rule as RowProblem}.name`);
      return lists.kind(field === null ? '' : fieldName(field as PlanningField), name, rows);
    },
    place: (line: number): string => lists.place(line),
    sentence({ rule, params = {} }: Finding): { title: string; remedy: string } {
      const known = rule as RowProblem;
      const line = Number(params['line'] ?? 0);
      return { title: t(`rules.${known}.title`, { line }), remedy: t(`rules.${known}.remedy`) };
    },
  } satisfies ListWords<PlanningField> & Record<string, unknown>;
}
