// What the wizard of a list has in hand, and what each Continue does: open, stage, match, do.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../preload/contract/employer-import.ts';
import type { CallInput } from '../../preload/contract/index.ts';
import type { Failure, Result } from '../../preload/contract/result.ts';
import type { StepOutcome } from '../wizard/wizard.tsx';
import type { FieldProblem } from './error-summary.tsx';
import type { ListColumn } from './list-columns.tsx';
import type { ListFile } from './list-file.tsx';
import { untilDone } from './until-done.ts';

export type ListReading = Pick<CallInput<'employerImport.reread'>, 'encoding' | 'delimiter'>;
export type StagedColumns<F extends string> = { columns: ListColumn<F>[] };
type Sheets = ImportPreview['sheets'];

export type ListCalls<F extends string, C> = {
  open: (selectionId: string) => Promise<Result<ImportPreview>>;
  reread: (importId: string, reading: ListReading) => Promise<Result<ImportPreview>>;
  stage: (
    importId: string,
    sheets: number[],
    headingLine: number | null,
  ) => Promise<Result<StagedColumns<F>>>;
  columns: (importId: string) => Promise<Result<StagedColumns<F>>>;
  match: (importId: string, fields: (F | null)[]) => Promise<Result<C>>;
  /** After rows were put right: what would happen now. */
  counts: (importId: string) => Promise<Result<C>>;
  apply: (importId: string) => Promise<Result<{ jobId: string }>>;
  /** Reads what the receipt shows before its page opens, so that the focus finds its heading. */
  receipt: (importId: string) => Promise<void>;
  cancel: (importId: string) => Promise<unknown>;
};

type ListKinds<F extends string, C> = {
  /** `trainingImport`: what its calls begin with. */
  noun: string;
  calls: ListCalls<F, C>;
  /** Sheets that are taken at first, by their place. */
  firstSheets: (sheets: Sheets) => number[];
  /** What is wrong beside the file itself, before it is opened. */
  wrongSource?: () => FieldProblem[];
  wrongColumns: (fields: readonly (F | null)[]) => FieldProblem[];
};

const on: StepOutcome = { kind: 'on' };

export function useList<F extends string, C>(kind: ListKinds<F, C>) {
  const { noun, calls, firstSheets, wrongSource, wrongColumns } = kind;
  const { t } = useTranslation('lists');
  const client = useQueryClient();
  const [file, setFile] = useState<ListFile | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [sheets, setSheets] = useState<number[]>([]);
  const [headingLine, setHeadingLine] = useState<number | null>(null);
  const [importId, setImportId] = useState('');
  const [columns, setColumns] = useState<ListColumn<F>[]>([]);
  const [fields, setFields] = useState<(F | null)[]>([]);
  const [counts, setCounts] = useState<C | null>(null);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  const refuse = (found: FieldProblem[]): StepOutcome => {
    setProblems(found);
    return found.length === 0 ? on : { kind: 'problems', problems: found };
  };
  const show = (next: ImportPreview): void => {
    setPreview(next);
    setImportId(next.importId);
    setHeadingLine(null);
    setSheets(firstSheets(next.sheets));
  };
  /** Answers of before no longer hold: a cell was put right, a column means something else. */
  const readAgain = (): Promise<void> =>
    client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`${noun}.`) });
  const takeColumns = (next: ListColumn<F>[]): void => {
    setColumns(next);
    setFields(next.map(({ field }) => field));
  };
  const count = async (asked: Promise<Result<C>>): Promise<StepOutcome> => {
    const result = await asked;
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    setCounts(result.value);
    await readAgain();
    return refuse([]);
  };

  return {
    ...{ file, preview, sheets, setSheets, headingLine, setHeadingLine, importId },
    ...{ columns, fields, setFields, counts, problems, failure },
    choose(next: ListFile): void {
      setFile(next);
      setProblems([]);
    },
    async open(): Promise<StepOutcome> {
      const found = refuse([
        ...(file === null ? [{ name: 'list', message: t('source.missing') }] : []),
        ...(wrongSource?.() ?? []),
      ]);
      if (file === null || found.kind !== 'on') return found;
      const result = await calls.open(file.selectionId);
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      show(result.value);
      return on;
    },
    async reread(reading: ListReading): Promise<void> {
      const result = await calls.reread(importId, reading);
      setFailure(result.ok ? null : result.failure);
      if (result.ok) show(result.value);
    },
    async stage(): Promise<StepOutcome> {
      if (!sheets.some((at) => (preview?.sheets[at]?.rows ?? 0) > 0) && headingLine === null)
        return refuse([{ name: 'sheet0', message: t('preview.noSheet') }]);
      const result = await calls.stage(importId, sheets, headingLine);
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      takeColumns(result.value.columns);
      return refuse([]);
    },
    /** One that was staged before: its columns are where it goes on. */
    async resume(id: string): Promise<boolean> {
      const result = await calls.columns(id);
      setFailure(result.ok ? null : result.failure);
      if (!result.ok) return false;
      setImportId(id);
      setPreview(null);
      takeColumns(result.value.columns);
      return true;
    },
    match(): Promise<StepOutcome> | StepOutcome {
      const found = wrongColumns(fields);
      return found.length > 0 ? refuse(found) : count(calls.match(importId, fields));
    },
    judge: (): Promise<StepOutcome> => count(calls.counts(importId)),
    async apply(): Promise<StepOutcome> {
      const done = await untilDone(() => calls.apply(importId));
      await readAgain();
      if (!done.ok) return { kind: 'failed', failure: done.failure };
      await calls.receipt(importId);
      return on;
    },
    async cancel(): Promise<void> {
      if (importId !== '') await calls.cancel(importId);
    },
  };
}

export type List<F extends string, C> = ReturnType<typeof useList<F, C>>;

/** Columns chosen twice, each named by the second of them. */
export function useTwiceChosen<F extends string>(
  fieldName: (field: F) => string,
): (fields: readonly (F | null)[]) => FieldProblem[] {
  const { t } = useTranslation('lists');
  return (fields) =>
    fields.flatMap((field, at) =>
      field !== null && fields.indexOf(field) < at
        ? [{ name: `column${at}`, message: t('columns.twice', { field: fieldName(field) }) }]
        : [],
    );
}
