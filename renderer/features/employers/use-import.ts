// What the import wizard has in hand, and what each Continue does: open, stage, match, do.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportColumn, ImportCounts, ImportPreview } from '../../../preload/contract/employer-import.ts';
import type { CallInput } from '../../../preload/contract/index.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { call } from '../../bridge.ts';
import { callQuery } from '../../calls.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { ListFile } from '../../ui/list-file.tsx';
import { untilDone } from '../../ui/until-done.ts';
import type { StepOutcome } from '../../wizard/wizard.tsx';

type Field = ImportField | null;
const on: StepOutcome = { kind: 'on' };

export function useImport() {
  const { t } = useTranslation('employer-import');
  const lists = useTranslation('lists').t;
  const client = useQueryClient();
  const [file, setFile] = useState<ListFile | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [sheets, setSheets] = useState<number[]>([]);
  const [headingLine, setHeadingLine] = useState<number | null>(null);
  const [importId, setImportId] = useState('');
  const [columns, setColumns] = useState<ImportColumn[]>([]);
  const [fields, setFields] = useState<Field[]>([]);
  const [counts, setCounts] = useState<ImportCounts | null>(null);
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
    const known = next.sheets.flatMap((sheet, at) => (sheet.known > 1 && sheet.rows > 0 ? [at] : []));
    setSheets(known.length > 0 ? known : next.sheets.length > 0 ? [0] : []);
  };
  /** Answers of before no longer hold: a cell was put right, a column means something else. */
  const readAgain = (): Promise<void> =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('employerImport.'),
    });
  const takeColumns = (next: ImportColumn[]): void => {
    setColumns(next);
    setFields(next.map(({ field }) => field));
  };

  return {
    ...{
      file,
      preview,
      sheets,
      setSheets,
      headingLine,
      setHeadingLine,
      importId,
      columns,
      fields,
      setFields,
    },
    ...{ counts, problems, failure },
    choose(next: ListFile): void {
      setFile(next);
      setProblems([]);
    },
    async open(): Promise<StepOutcome> {
      if (file === null) return refuse([{ name: 'list', message: t('source.missing') }]);
      const result = await call('employerImport.open', { selectionId: file.selectionId });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      show(result.value);
      return refuse([]);
    },
    async reread(reading: Omit<CallInput<'employerImport.reread'>, 'importId'>): Promise<void> {
      const result = await call('employerImport.reread', { importId, ...reading });
      setFailure(result.ok ? null : result.failure);
      if (result.ok) show(result.value);
    },
    async stage(): Promise<StepOutcome> {
      if (!sheets.some((at) => (preview?.sheets[at]?.rows ?? 0) > 0) && headingLine === null)
        return refuse([{ name: 'sheet0', message: lists('preview.noSheet') }]);
      const result = await call('employerImport.stage', { importId, sheets, headingLine });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      takeColumns(result.value.columns);
      return refuse([]);
    },
    /** One that was staged before: its columns are where it goes on. */
    async resume(id: string): Promise<boolean> {
      const result = await call('employerImport.columns', { importId: id });
      setFailure(result.ok ? null : result.failure);
      if (!result.ok) return false;
      setImportId(id);
      setPreview(null);
      takeColumns(result.value.columns);
      return true;
    },
    async match(): Promise<StepOutcome> {
      const twice = fields.flatMap((field, at) =>
        field !== null && fields.indexOf(field) < at
          ? [{ name: `column${at}`, message: lists('columns.twice', { field: t(`fields.${field}`) }) }]
          : [],
      );
      if (twice.length > 0) return refuse(twice);
      if (!fields.includes('enterpriseNumber'))
        return refuse([{ name: 'column0', message: t('columns.needed') }]);
      const result = await call('employerImport.match', { importId, fields });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      setCounts(result.value);
      await readAgain();
      return refuse([]);
    },
    /** After rows were put right: what would happen now. */
    async judge(): Promise<StepOutcome> {
      const result = await call('employerImport.get', { importId });
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      setCounts(result.value.counts);
      await readAgain();
      return on;
    },
    async apply(): Promise<StepOutcome> {
      const done = await untilDone(() => call('employerImport.apply', { importId }));
      await readAgain();
      // The receipt is there when its page opens, so that the focus finds its heading.
      if (done.ok) await client.prefetchQuery(callQuery('employerImport.get', { importId }));
      return done.ok ? on : { kind: 'failed', failure: done.failure };
    },
    async cancel(): Promise<void> {
      if (importId !== '') await call('employerImport.cancel', { importId });
    },
  };
}
