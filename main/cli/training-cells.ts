// Turns the cells of one row into the fields of a training. What cannot be read is told, never guessed.
import type { Finding } from '../../preload/contract/finding.ts';
import type { HandlerInput } from '../../preload/contract/index.ts';
import type { TrainingFields } from '../../preload/contract/training.ts';
import { emptyTraining } from '../../preload/rules/training/facts.ts';
import { readDay } from '../../preload/rules/workers/read-day.ts';
import { wordOf } from './training-headings.ts';

export type TrainingRow = HandlerInput<'training.importRows'>['rows'][number];
export type ReadRow = { row: TrainingRow; findings: Finding[] };
export type Cells = ReadonlyMap<string, string>;

/** Findings `IMP-…` name the field; such a row is not imported. */
export function readTrainingRow(line: number, cells: Cells): ReadRow {
  const findings: Finding[] = [];
  const cell = (name: string): string => (cells.get(name) ?? '').trim();
  const read = <T>(name: string, parse: (text: string) => T | null, absent: T): T => {
    const text = cell(name);
    if (text === '') return absent;
    const value = parse(text);
    if (value !== null) return value;
    findings.push({ rule: 'IMP-VALUE-UNREADABLE', severity: 'blocking', field: name });
    return absent;
  };
  const words = <T extends string>(name: string, absent: T): T =>
    read(name, (text) => wordOf(name, text) as T | null, absent);
  const maybe = <T extends string>(name: string): T | null =>
    read<T | null>(name, (text) => wordOf(name, text) as T | null, null);
  const short = (name: string, most: number): string => {
    const text = cell(name);
    if (text.length <= most) return text;
    findings.push({ rule: 'IMP-TOO-LONG', severity: 'blocking', field: name, params: { most } });
    return text.slice(0, most);
  };
  const minutes = (name: string, inMinutes: string): number | null =>
    read<number | null>(inMinutes, wholeMinutes, read<number | null>(name, readDuration, null));
  const startDate = read<string | null>('startDate', readDay, null);
  const fields: TrainingFields = {
    ...emptyTraining,
    title: short('title', 255),
    description: short('description', 2_000),
    type: words('type', emptyTraining.type),
    status: words('status', emptyTraining.status),
    startDate,
    endDate: read<string | null>('endDate', readDay, startDate),
    durationMinutes: minutes('duration', 'durationMinutes'),
    deductedMinutes: minutes('deducted', 'deductedMinutes'),
    leaveScheme: words('leaveScheme', emptyTraining.leaveScheme),
    countsForTrainingRight: read('countsForTrainingRight', yesOrNo, true),
    certificateObtained: read('certificateObtained', yesOrNo, false),
    certificateValidUntil: read<string | null>('certificateValidUntil', readDay, null),
    certificateName: short('certificateName', 255),
    providerKind: maybe('providerKind'),
    providerName: short('providerName', 200),
    providerEnterpriseNumber: short('providerEnterpriseNumber', 20),
    language: maybe('language'),
    costCents: read<number | null>('costCents', wholeMinutes, read<number | null>('cost', readCents, null)),
    financedBy: maybe('financedBy'),
    sectorTrainingCode: short('sectorTrainingCode', 20),
  };
  const externalReference = short('externalReference', 64);
  const insz = short('insz', 40);
  return {
    row: { line, insz, fields, ...(externalReference === '' ? {} : { externalReference }) },
    findings,
  };
}

/** `3:48`, `3u48`, `3 h 48` and `3,8` all mean 228 minutes; a bare whole number is hours. */
export function readDuration(text: string): number | null {
  const clock = /^(\d{1,4})\s*[:uUhHsS]\s*(\d{1,2})?\s*(?:min|m)?$/.exec(text.trim());
  if (clock) {
    const rest = Number(clock[2] ?? 0);
    return rest < 60 ? Number(clock[1]) * 60 + rest : null;
  }
  const decimal = text.trim().replace(',', '.');
  return /^\d{1,4}(\.\d{1,4})?$/.test(decimal) ? Math.round(Number(decimal) * 60) : null;
}

const wholeMinutes = (text: string): number | null => (/^\d{1,7}$/.test(text) ? Number(text) : null);

const yesOrNo = (text: string): boolean | null => {
  if (text === '1' || text === '0') return text === '1';
  const word = wordOf('yesNo', text);
  return word === null ? null : word === 'yes';
};

/** `€ 1.250,50`, `1250.5` and `1 250,50` are 125050 cents. */
export function readCents(text: string): number | null {
  const bare = text.replace(/[€\s\u00a0\u202f]|EUR/gi, '');
  const belgian = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+,\d{1,2}$/.test(bare);
  const plain = belgian ? bare.replaceAll('.', '').replace(',', '.') : bare;
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
