// What a list of applicants has in hand until it is asked: for whom and what, its rows as they were judged, which are left out.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BatchRow, mostInBatch } from '../../../../preload/contract/applicant-batches.ts';
import type { ApplicantDataSet } from '../../../../preload/contract/applicants.ts';
import { isRefused } from '../../../../preload/rules/applicants/check-batch.ts';
import { useEmployerId } from '../../../app-state.ts';
import { call } from '../../../bridge.ts';
import { useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import { useKeptView } from '../../../ui/kept-view.ts';
import type { ListFile } from '../../../ui/list-file.tsx';
import type { StepOutcome } from '../../../wizard/wizard.tsx';
import { type LinkLanguage, linkLanguages, readHabit, useEarlyHabit } from '../ask/ask-typed.ts';

export type BatchTyped = {
  employerId: string | null;
  dataSets: ApplicantDataSet[];
  as: 'mandatary' | 'agency';
  from: 'selection' | 'text' | 'count';
  file: ListFile | null;
  text: string;
  count: string;
  language: LinkLanguage;
  name: string;
};
export type Batch = ReturnType<typeof useBatch>;

/** Characters that a pasted list may have. */
const longestText = 60_000;
/** Rows that the summary names one by one. */
const namedRows = 5;

export function useBatch() {
  const { t, i18n } = useTranslation('applicant-batch');
  const formats = useFormats();
  const [inHand] = useState(useEmployerId());
  // What one applicant was last asked for, and the other way round.
  const [kept, keep] = useKeptView('applicant-ask', readHabit);
  const [changed, setChanged] = useState<Partial<BatchTyped>>({});
  const habit = useEarlyHabit(kept, Object.keys(changed).length > 0);
  const wanted: BatchTyped = {
    ...{ employerId: inHand ?? habit?.employerId ?? null, dataSets: habit?.dataSets ?? [] },
    ...{ as: habit?.as ?? 'mandatary', from: 'selection', file: null, text: '', count: '', name: '' },
    language: habit?.language ?? linkLanguages.find((one) => i18n.language.startsWith(one)) ?? 'nl',
    ...changed,
  };
  const employer = useCall(
    'employer.get',
    { id: wanted.employerId ?? '' },
    { enabled: wanted.employerId !== null },
  );
  // One that was kept may be gone since.
  const typed: BatchTyped = { ...wanted, employerId: employer.error === null ? wanted.employerId : null };
  const [rows, setRows] = useState<BatchRow[]>([]);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [started, setStarted] = useState<{ batchId: string; jobId: string } | null>(null);
  const asked = useRef(0);
  const { employerId, dataSets } = typed;
  const active = rows.filter(({ line }) => !leftOut.has(line));

  const wrongList = (): FieldProblem[] => {
    if (typed.from === 'selection' && typed.file === null)
      return [{ name: 'list', message: t('list.noFile') }];
    if (typed.from === 'text' && typed.text.trim() === '')
      return [{ name: 'text', message: t('list.noText') }];
    if (typed.from === 'text' && typed.text.length > longestText)
      return [{ name: 'text', message: t('list.tooMuchText') }];
    const count = Number(typed.count);
    if (typed.from === 'count' && !(Number.isInteger(count) && count >= 1 && count <= mostInBatch))
      return [{ name: 'count', message: t('list.noCount', { most: mostInBatch }) }];
    return [];
  };
  const wrongWhat = (): FieldProblem[] => [
    ...(employerId === null ? [{ name: 'employerId', message: t('what.noEmployer') }] : []),
    ...(dataSets.length === 0 ? [{ name: 'dataSets', message: t('what.noData') }] : []),
  ];

  const read = async (): Promise<StepOutcome> => {
    if (employerId === null) return { kind: 'problems', problems: wrongWhat() };
    const { file, language } = typed;
    const from =
      typed.from === 'text'
        ? { text: typed.text }
        : typed.from === 'count'
          ? { count: Number(typed.count) }
          : { selectionId: file?.selectionId ?? '' };
    const result = await call('applicantBatch.read', { employerId, dataSets, from, language });
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    setRows(result.value.rows);
    setLeftOut(new Set());
    const usual = t('check.usualName', { day: formats.dayOf(new Date().toISOString()) });
    // From here on the rows are judged for this employer and these data.
    const name = result.value.name === '' ? usual : result.value.name;
    setChanged((known) => ({ ...known, employerId, dataSets, name }));
    return { kind: 'on' };
  };

  /** Judges these rows again; null where an answer came too late, as something was put right since. */
  const judge = async (wanted: readonly BatchRow[]): Promise<BatchRow[] | null> => {
    if (employerId === null || wanted.length === 0) return [];
    asked.current += 1;
    const turn = asked.current;
    const lines = wanted.map(({ line, label, insz, language }) => ({ line, label, insz, language }));
    const result = await call('applicantBatch.check', { employerId, dataSets, rows: lines });
    if (!result.ok || turn !== asked.current) return null;
    const judged = new Map(result.value.rows.map((row) => [row.line, row]));
    setRows((known) => known.map((row) => judged.get(row.line) ?? row));
    return result.value.rows;
  };
  const change = (line: number, fields: Partial<BatchRow>): void => {
    const next = rows.map((row) => (row.line === line ? { ...row, ...fields } : row));
    setRows(next);
    void judge(next.filter((row) => !leftOut.has(row.line)));
  };
  const leave = (lines: readonly number[], out: boolean): void => {
    const next = new Set(leftOut);
    for (const line of lines) {
      if (out) next.add(line);
      else next.delete(line);
    }
    setLeftOut(next);
    // Who stands in the list twice no longer does.
    void judge(rows.filter((row) => !next.has(row.line)));
  };

  const problemsOf = (judged: readonly BatchRow[]): FieldProblem[] => {
    const wrong = judged.filter(isRefused);
    const problems = wrong.slice(0, namedRows).map(({ line, findings }) => ({
      name: `${findings.find(({ severity }) => severity === 'blocking')?.field ?? 'label'}-${line}`,
      message: t('check.stillWrong', { line }),
    }));
    const more = wrong.length - problems.length;
    const next = wrong[problems.length];
    return more === 0 || next === undefined
      ? problems
      : [...problems, { name: `label-${next.line}`, message: t('check.moreWrong', { count: more }) }];
  };
  const check = async (): Promise<StepOutcome> => {
    const judged = (await judge(active)) ?? active;
    const problems = problemsOf(judged);
    return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'on' };
  };
  const wrongCheck = (): FieldProblem[] => [
    ...(typed.name.trim() === '' ? [{ name: 'name', message: t('check.noName') }] : []),
    ...(active.length === 0 ? [{ name: 'name', message: t('check.none') }] : []),
  ];

  const start = async (isMandatary: boolean): Promise<StepOutcome> => {
    if (employerId === null) return { kind: 'problems', problems: wrongWhat() };
    const result = await call('applicantBatch.start', {
      ...{ employerId, dataSets, name: typed.name.trim() },
      as: isMandatary ? typed.as : 'employer',
      rows: active.map(({ line, label, insz, language }) => ({ line, label, insz, language })),
    });
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    keep({ employerId, as: typed.as, dataSets, language: typed.language });
    setStarted(result.value);
    return { kind: 'on' };
  };

  return {
    typed,
    /** The data stand there because they were asked last time. */
    asLast: typed.dataSets === habit?.dataSets,
    type: (fields: Partial<BatchTyped>): void => setChanged((known) => ({ ...known, ...fields })),
    ...{ rows, leftOut, active, started },
    ...{ wrongWhat, wrongList, read, change, leave, wrongCheck, check, start },
  };
}
