// The archive of a client as rows of a table, in the words of a language: one line for each training, and one for each
// worker-year in which there is nothing to show.
import type { TrainingFields } from '../../preload/contract/training.ts';
import { emptyTraining } from '../../preload/rules/training/facts.ts';
import type { Session } from '../platform/session.ts';
import type { TextLanguage } from '../platform/texts.ts';
import type { ComparedPair, ComparedYear } from './compare-client.ts';

/** Fields in the order in which they are written. */
export const exportedFields = Object.keys(emptyTraining) as (keyof TrainingFields)[];

const facts = ['worker', 'insz', 'year', 'state', 'outcome', 'differing', 'reference', 'channel'] as const;

export type Words = (key: string) => string;
export const wordsIn =
  (session: Session, language: TextLanguage): Words =>
  (key) =>
    session.texts.t(language, `rescue.${key}`);

export const headingsOf = (t: Words): string[] => [
  ...facts.map((fact) => t(`export.${fact}`)),
  ...exportedFields.map((field) => t(`fields.${field}`)),
  t('export.readAt'),
  t('export.hash'),
];

export function rowsOf(t: Words, { year, pairs }: ComparedYear): string[][] {
  const lead = [year.workerName, year.insz, String(year.year), t(`states.${year.state}`)];
  const tail = [year.answeredAt ?? '', year.answerHash ?? ''];
  if (pairs.length === 0) return [[...lead, '', '', '', '', ...exportedFields.map(() => ''), ...tail]];
  return pairs.map((pair) => [
    ...lead,
    t(`outcomes.${pair.outcome}`),
    pair.differing.map((field) => t(`fields.${field}`)).join(', '),
    pair.there?.reference ?? pair.here?.reference ?? '',
    pair.there?.channel ?? '',
    ...cellsOf(pair),
    ...tail,
  ]);
}

/** As it stood at the service; where it stands here alone, as it stands here. */
function cellsOf({ there, here }: ComparedPair): string[] {
  const fields = there?.fields ?? here?.fields ?? emptyTraining;
  return exportedFields.map((field) => {
    const value = fields[field];
    if (typeof value === 'boolean') return value ? '1' : '0';
    return value === null ? '' : String(value);
  });
}
