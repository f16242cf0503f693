// Turns the cells of one row of a list into the fields of a training. What cannot be read is told, never guessed; what had to
// be completed (a lost zero, a day without its format) is told as well.
import type { Finding } from '../../contract/finding.ts';
import type { TrainingFields } from '../../contract/training.ts';
import { readDay } from '../workers/read-day.ts';
import { shownDay } from './days.ts';
import { emptyTraining } from './facts.ts';
import type { TrainingImportField } from './import-fields.ts';
import { isSerialDay, readCents, readDuration, readListInsz, readMinutes } from './import-values.ts';
import { wordOf } from './import-words.ts';
import { type CellOf, shownText, teller, textOf } from './tell-cell.ts';

export type { CellOf };
export type ReadRow = {
  /** Null when it is no number, and then there is a finding. */
  insz: string | null;
  fields: TrainingFields;
  externalReference: string;
  findings: Finding[];
};

/** What an intake sheet leaves to be filled in. */
const telling: readonly TrainingImportField[] = [
  'title',
  'startDate',
  'endDate',
  'duration',
  'durationMinutes',
];
/** A row of an intake sheet of ours that came back as it went out: its reference begins with `IS-`. */
export const isUnfilled = (cell: CellOf): boolean =>
  cell('externalReference').startsWith('IS-') && telling.every((field) => cell(field).trim() === '');

/** What can stand in many rows alike: the person, the training, and the list's own reference of it. */
export type ReadPerson = Pick<ReadRow, 'insz' | 'findings'>;
export type ReadTraining = Pick<ReadRow, 'fields' | 'findings'>;
export type ReadReference = Pick<ReadRow, 'externalReference' | 'findings'>;

/** Findings `IMP-…` and, for a wrong number of a worker, the service's own F0002-004. */
export function readImportRow(cell: CellOf): ReadRow {
  const person = readPerson(cell('insz'));
  const training = readTraining(cell);
  const reference = readReference(cell);
  return {
    insz: person.insz,
    fields: training.fields,
    externalReference: reference.externalReference,
    findings: [...person.findings, ...training.findings, ...reference.findings],
  };
}

/** Of the text of the column `insz` alone. */
export function readPerson(typed: string): ReadPerson {
  const { insz, problem } = readListInsz(typed);
  const { findings, tell } = teller();
  if (problem === 'wrong') tell('F0002-004', 'insz');
  else if (problem === 'shortened') tell('IMP-INSZ-SHORTENED', 'insz');
  else if (problem === 'zeroAdded') tell('IMP-INSZ-ZERO', 'insz', 'warning');
  return { insz, findings };
}

export function readReference(cell: CellOf): ReadReference {
  const { findings, tell } = teller();
  return { externalReference: textOf(cell, tell, 'externalReference', 64), findings };
}

/** Columns that say who, not what, and the list's own name for it. */
export const personCells: ReadonlySet<TrainingImportField> = new Set([
  'insz',
  'workerName',
  'enterpriseNumber',
  'externalReference',
]);

/** All that says nothing of who: no cell of `personCells` is asked for. */
export function readTraining(cell: CellOf): ReadTraining {
  const { findings, tell } = teller();
  const read = <T>(field: TrainingImportField, parse: (text: string) => T | null, absent: T): T => {
    const text = cell(field).trim();
    if (text === '') return absent;
    const value = parse(text);
    if (value !== null) return value;
    tell('IMP-VALUE-UNREADABLE', field, 'blocking', { found: shownText(text) });
    return absent;
  };
  const day = (field: TrainingImportField, absent: string | null): string | null => {
    const value = read<string | null>(field, readDay, absent);
    if (value !== null && isSerialDay(cell(field).trim()))
      tell('IMP-DAY-SERIAL', field, 'warning', { day: shownDay(value) });
    return value;
  };
  const word = <T extends string | null>(field: TrainingImportField, absent: T): T =>
    read(field, (text) => wordOf(field, text) as T | null, absent);
  const flag = (field: TrainingImportField, absent: boolean): boolean => {
    const value = read<string | null>(field, (text) => wordOf('yesNo', text), null);
    return value === null ? absent : value === 'yes';
  };
  const text = (field: TrainingImportField, most: number): string => textOf(cell, tell, field, most);
  const amount = (
    exact: TrainingImportField,
    written: TrainingImportField,
    parse: (text: string) => number | null,
  ) => read<number | null>(exact, readMinutes, read<number | null>(written, parse, null));

  const title = text('title', 255);
  const startDate = day('startDate', null);
  const fields: TrainingFields = {
    title,
    description: text('description', 2_000),
    type: word('type', emptyTraining.type),
    status: word('status', emptyTraining.status),
    startDate,
    endDate: day('endDate', startDate),
    durationMinutes: amount('durationMinutes', 'duration', readDuration),
    deductedMinutes: amount('deductedMinutes', 'deducted', readDuration),
    countsForTrainingRight: flag('countsForTrainingRight', true),
    leaveScheme: word('leaveScheme', emptyTraining.leaveScheme),
    certificateObtained: flag('certificateObtained', false),
    certificateValidUntil: day('certificateValidUntil', null),
    certificateName: text('certificateName', 255),
    providerKind: word<TrainingFields['providerKind']>('providerKind', null),
    providerName: text('providerName', 200),
    providerEnterpriseNumber: text('providerEnterpriseNumber', 20),
    language: word<TrainingFields['language']>('language', null),
    costCents: amount('costCents', 'cost', readCents),
    financedBy: word<TrainingFields['financedBy']>('financedBy', null),
    sectorTrainingCode: text('sectorTrainingCode', 20),
  };
  return { fields, findings };
}

/** Rules name the fields of a training; the cell to be put right is a column of the list. */
const columnsOfField: Partial<Record<string, readonly [TrainingImportField, TrainingImportField]>> = {
  durationMinutes: ['durationMinutes', 'duration'],
  deductedMinutes: ['deductedMinutes', 'deducted'],
  costCents: ['costCents', 'cost'],
};

/** The same finding at the column that holds the value: `durationMinutes` → `duration` unless the list has minutes. */
export function atColumn(finding: Finding, has: (field: TrainingImportField) => boolean): Finding {
  // The year is that of the first day.
  if (finding.rule === 'TRN-YEAR-RANGE') return { ...finding, field: 'startDate' };
  const columns = finding.field === null ? undefined : columnsOfField[finding.field];
  if (columns === undefined) return finding;
  return { ...finding, field: has(columns[0]) ? columns[0] : columns[1] };
}
