// What the import wizard has in hand, and what each Continue does: open, stage, match, do.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type {
  TrainingImportColumn,
  TrainingImportCounts,
  TrainingList,
} from '../../../preload/contract/training-import.ts';
import type { TrainingImportField } from '../../../preload/rules/training/import-fields.ts';
import { useEmployerId } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { callQuery } from '../../calls.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { ListFile } from '../../ui/list-file.tsx';
import { untilDone } from '../../ui/until-done.ts';
import type { StepOutcome } from '../../wizard/wizard.tsx';
import { useColumnProblems } from './column-problems.ts';

type Field = TrainingImportField | null;
/** Whom a list is for: one employer (null: not chosen yet), or several by a column. */
export type ForWhom = { kind: 'one'; employerId: string | null } | { kind: 'many' };
export type Duplicates = 'leaveOut' | 'add';
const on: StepOutcome = { kind: 'on' };

export function useImport() {
  const { t } = useTranslation('training-import');
  const lists = useTranslation('lists').t;
  const wrongColumns = useColumnProblems();
  const client = useQueryClient();
  const shownEmployer = useEmployerId();
  const [file, setFile] = useState<ListFile | null>(null);
  const [forWhom, setForWhom] = useState<ForWhom>({ kind: 'one', employerId: shownEmployer });
  const [preview, setPreview] = useState<TrainingList | null>(null);
  const [sheet, setSheet] = useState(0);
  const [headingLine, setHeadingLine] = useState<number | null>(null);
  const [importId, setImportId] = useState('');
  const [columns, setColumns] = useState<TrainingImportColumn[]>([]);
  const [fields, setFields] = useState<Field[]>([]);
  const [counts, setCounts] = useState<TrainingImportCounts | null>(null);
  const [duplicates, setDuplicates] = useState<Duplicates>('leaveOut');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  const refuse = (found: FieldProblem[]): StepOutcome => {
    setProblems(found);
    return found.length === 0 ? on : { kind: 'problems', problems: found };
  };
  const show = (next: TrainingList): void => {
    setPreview(next);
    setImportId(next.importId);
    setHeadingLine(null);
    const best = Math.max(0, ...next.sheets.map(({ known }) => known));
    setSheet(
      Math.max(
        0,
        next.sheets.findIndex(({ known, rows }) => known === best && rows > 0),
      ),
    );
  };
  /** Answers of before no longer hold: a cell was put right, a column means something else. */
  const readAgain = (): Promise<void> =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('trainingImport.'),
    });
  const takeColumns = (next: TrainingImportColumn[]): void => {
    setColumns(next);
    setFields(next.map(({ field }) => field));
  };
  return {
    ...{ file, forWhom, setForWhom, preview, sheet, setSheet, headingLine, setHeadingLine, importId },
    ...{ columns, fields, setFields, counts, duplicates, setDuplicates, problems, failure },
    choose(next: ListFile): void {
      setFile(next);
      setProblems([]);
    },
    async open(): Promise<StepOutcome> {
      const found = refuse([
        ...(file === null ? [{ name: 'list', message: t('source.missing') }] : []),
        ...(forWhom.kind === 'one' && forWhom.employerId === null
          ? [{ name: 'employer', message: t('source.noEmployer') }]
          : []),
      ]);
      if (file === null || found.kind !== 'on') return found;
      const result = await call('trainingImport.open', { selectionId: file.selectionId });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      show(result.value);
      return on;
    },
    async reread(reading: Omit<CallInput<'trainingImport.reread'>, 'importId'>): Promise<void> {
      const result = await call('trainingImport.reread', { importId, ...reading });
      setFailure(result.ok ? null : result.failure);
      if (result.ok) show(result.value);
    },
    async stage(): Promise<StepOutcome> {
      if ((preview?.sheets[sheet]?.rows ?? 0) === 0 && headingLine === null)
        return refuse([{ name: 'sheet0', message: lists('preview.noSheet') }]);
      const employerId = forWhom.kind === 'one' ? forWhom.employerId : null;
      const result = await call('trainingImport.stage', { importId, employerId, sheet, headingLine });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      takeColumns(result.value.columns);
      return refuse([]);
    },
    /** One that was staged before: its columns are where it goes on. */
    async resume(id: string, employerId: string | null): Promise<boolean> {
      const result = await call('trainingImport.columns', { importId: id });
      setFailure(result.ok ? null : result.failure);
      if (!result.ok) return false;
      setImportId(id);
      setPreview(null);
      setForWhom(employerId === null ? { kind: 'many' } : { kind: 'one', employerId });
      takeColumns(result.value.columns);
      return true;
    },
    async match(): Promise<StepOutcome> {
      const found = wrongColumns(fields, forWhom.kind === 'many');
      if (found.length > 0) return refuse(found);
      const result = await call('trainingImport.match', { importId, fields });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      setCounts(result.value);
      await readAgain();
      return refuse([]);
    },
    /** After rows were put right: what would happen now. */
    async judge(): Promise<StepOutcome> {
      const result = await call('trainingImport.get', { importId });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      setCounts(result.value.counts);
      await readAgain();
      return on;
    },
    async apply(): Promise<StepOutcome> {
      const done = await untilDone(() => call('trainingImport.apply', { importId, duplicates }));
      await readAgain();
      // The receipt is there when its page opens, so that the focus finds its heading.
      if (done.ok) await client.prefetchQuery(callQuery('trainingImport.get', { importId }));
      return done.ok ? on : { kind: 'failed', failure: done.failure };
    },
    async cancel(): Promise<void> {
      if (importId !== '') await call('trainingImport.cancel', { importId });
    },
  };
}
