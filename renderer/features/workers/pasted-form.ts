// Rows of a pasted list while a person corrects them: the rules run again at every change.

import type { Finding } from '../../../preload/contract/finding.ts';
import type { CallInput, CallOutput } from '../../../preload/contract/index.ts';
import type { LocalDate } from '../../../preload/contract/values.ts';
import { checkWorker } from '../../../preload/rules/workers/check-worker.ts';
import { readDay } from '../../../preload/rules/workers/read-day.ts';
import { writeInsz } from '../../i18n/formats.ts';
import { writeTypedDay } from '../../i18n/typed-values.ts';

type Read = CallOutput<'worker.readPaste'>['rows'][number];

export type PastedRow = {
  line: number;
  insz: string;
  familyName: string;
  givenName: string;
  startDate: string;
  /** As typed, in per cent; empty is full time. */
  part: string;
  /** What main alone can know: already a worker of this employer, or twice in the list. */
  known: Finding[];
};

export type CheckedRow = PastedRow & { findings: Finding[]; state: 'good' | 'bad' | 'skipped' };

const onlyMainKnows = ['WRK-ALREADY-THERE', 'WRK-DOUBLE', 'WRK-NAME-DIFFERS'];

export const rowsFrom = (read: readonly Read[]): PastedRow[] =>
  read.map((row) => ({
    line: row.line,
    insz: writeInsz(row.insz),
    familyName: row.familyName,
    givenName: row.givenName,
    startDate: writeTypedDay(row.startDate),
    part: row.employmentHundredths === null ? '' : String(row.employmentHundredths),
    known: row.findings.filter((finding) => onlyMainKnows.includes(finding.rule)),
  }));

const partOf = (text: string): number => {
  const typed = text.replace('%', '').trim();
  const value = Number(typed);
  return typed === '' ? 100 : Number.isInteger(value) ? value : 0;
};

export const checkedRows = (rows: readonly PastedRow[], today: string): CheckedRow[] =>
  rows.map((row) => {
    const findings = [
      ...checkWorker({ ...row, employmentHundredths: partOf(row.part) }, { today }),
      ...row.known,
    ];
    const skipped = row.known.some((finding) => finding.rule === 'WRK-ALREADY-THERE');
    const bad = findings.some((finding) => finding.severity === 'blocking');
    return { ...row, findings, state: bad ? 'bad' : skipped ? 'skipped' : 'good' };
  });

/** Only for rows without a blocking finding: their days can be read. */
export const inputsOf = (rows: readonly CheckedRow[]): CallInput<'worker.addMany'>['rows'] =>
  rows.map((row) => ({
    insz: row.insz,
    familyName: row.familyName.trim(),
    givenName: row.givenName.trim(),
    startDate: (readDay(row.startDate) ?? '') as LocalDate,
    employmentHundredths: partOf(row.part),
  }));
