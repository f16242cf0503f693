// The archive of a client as rows of tables, in the words of a language: one line for each training, one for each worker-year
// in which there is nothing to show, and one for each figure of right and credit.
import type { RescueRightLine } from '../../preload/contract/rescue-values.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { emptyTraining } from '../../preload/rules/training/facts.ts';
import type { Session } from '../platform/session.ts';
import type { Steps } from '../platform/slices.ts';
import type { Sheet } from '../platform/tables/write-table.ts';
import type { TextLanguage } from '../platform/texts.ts';
import type { ComparedPair, ComparedYear } from './compare-client.ts';

/** Fields in the order in which they are written. */
export const exportedFields = Object.keys(emptyTraining) as (keyof TrainingFields)[];

const trainingFacts = ['state', 'outcome', 'differing', 'reference', 'channel'] as const;
const rightFacts = ['measure', 'there', 'here', 'equal', 'why', 'source'] as const;

export type Words = (key: string) => string;
export const wordsIn =
  (session: Session, language: TextLanguage): Words =>
  (key) =>
    session.texts.t(language, `rescue.${key}`);

/** A sheet for trainings and one for right and credit. */
export function* archiveSheets(t: Words, language: string, years: readonly ComparedYear[]): Steps<Sheet[]> {
  const trainings: string[][] = [];
  const rights: string[][] = [];
  for (const year of years) {
    const who = whoOf(year);
    for (const row of trainingRows(t, year)) trainings.push([...who, ...row]);
    for (const row of rightRows(t, language, year)) rights.push([...who, ...row]);
    yield;
  }
  const lead = whoHeadings(t);
  return [
    { name: t('export.sheet'), headings: [...lead, ...trainingHeadings(t)], rows: trainings },
    { name: t('export.rights'), headings: [...lead, ...rightHeadings(t)], rows: rights },
  ];
}

/** Both in one table, each line saying which of the two it is: what a delimited text can hold. */
export function* archiveTable(t: Words, language: string, years: readonly ComparedYear[]): Steps<Sheet> {
  const [trainingWidth, rightWidth] = [trainingHeadings(t).length, rightHeadings(t).length];
  const rows: string[][] = [];
  for (const year of years) {
    const who = whoOf(year);
    for (const row of trainingRows(t, year))
      rows.push([t('export.training'), ...who, ...row, ...blanks(rightWidth)]);
    for (const row of rightRows(t, language, year))
      rows.push([t('export.rights'), ...who, ...blanks(trainingWidth), ...row]);
    yield;
  }
  const headings = [t('export.what'), ...whoHeadings(t), ...trainingHeadings(t), ...rightHeadings(t)];
  return { name: t('export.sheet'), headings, rows };
}

const blanks = (count: number): string[] => Array.from({ length: count }, () => '');
const whoHeadings = (t: Words): string[] => [t('export.worker'), t('export.insz'), t('export.year')];
const whoOf = ({ year }: ComparedYear): string[] => [year.workerName, year.insz, String(year.year)];

const trainingHeadings = (t: Words): string[] => [
  ...trainingFacts.map((fact) => t(`export.${fact}`)),
  ...exportedFields.map((field) => t(`fields.${field}`)),
  t('export.readAt'),
  t('export.hash'),
];

const rightHeadings = (t: Words): string[] => [
  ...rightFacts.map((fact) => t(`export.${fact}`)),
  t('export.rightsReadAt'),
];

function trainingRows(t: Words, { year, pairs }: ComparedYear): string[][] {
  const state = t(`states.${year.state}`);
  const tail = [year.answeredAt ?? '', year.answerHash ?? ''];
  if (pairs.length === 0) return [[state, ...blanks(4 + exportedFields.length), ...tail]];
  return pairs.map((pair) => [
    state,
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

function rightRows(t: Words, language: string, { rights }: ComparedYear): string[][] {
  if (rights === null) return [];
  return rights.lines.map((line) => [
    t(`rights.measures.${line.measure}`),
    writeMeasure(language, line.measure, line.there),
    writeMeasure(language, line.measure, line.here),
    line.here === null ? '' : t(`outcomes.${line.differs ? 'differs' : 'same'}`),
    reasonsOf(t, line),
    line.measure === 'right' && rights.source !== '' ? t(`rights.sources.${sourceOf(rights.source)}`) : '',
    rights.readAt,
  ]);
}

export const reasonsOf = (t: Words, { reasons }: RescueRightLine): string =>
  reasons.map((reason) => t(`rights.why.${reason}`)).join(' ');

const sources = ['law', 'sectorCba', 'companyCba', 'employer'];
/** A word of the contract; another one is told as unknown. */
export const sourceOf = (source: string): string => (sources.includes(source) ? source : 'unknown');

/** `right` 500 → `5,00`; `dayLength` 456 → `7:36`; `partOfFullTime` 80 → `80 %`; null → empty. */
export function writeMeasure(
  language: string,
  measure: RescueRightLine['measure'],
  value: number | null,
): string {
  if (value === null) return '';
  if (measure === 'dayLength') return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`;
  if (measure === 'partOfFullTime') return `${value} %`;
  const days = new Intl.NumberFormat(`${language}-BE`, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return days.format(value / 100);
}
