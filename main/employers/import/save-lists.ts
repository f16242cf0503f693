// Files that go out: the refused rows as they came in, with why, and an empty list to fill in.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { importFields } from '../../../preload/rules/employers/import-fields.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices } from '../../platform/slices.ts';
import { type Sheet, writeCsv, writeXlsx } from '../../platform/tables/write-table.ts';
import type { TextLanguage, TextParams } from '../../platform/texts.ts';
import { findImport, type StagedRow, stagedRows } from './import-store.ts';
import { planOf } from './show-import.ts';

type Format = 'csv' | 'xlsx';
const bytesOf = (format: Format, sheet: Sheet): Promise<Uint8Array> | Uint8Array =>
  format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet);

/** Failures: notFound, nothingToSend (no row was refused or left out), those of saving. */
export async function saveRefused(
  session: Session,
  windowId: string,
  { importId, format, language }: HandlerInput<'employerImport.saveRefused'>,
): Promise<Result<HandlerOutput<'employerImport.saveRefused'>>> {
  const record = findImport(session.db, importId);
  if (record === null) return fail('notFound');
  const refused = await refusedRows(session, importId, record.state);
  if (!refused.ok) return refused;
  if (refused.value.length === 0) return fail('nothingToSend');
  const t = (key: string): string => session.texts.t(language, `employer-import.${key}`);
  const sheet: Sheet = {
    name: t('refusedSheet'),
    headings: [...record.headings, t('refusedPlace'), t('refusedWhy')],
    rows: refused.value.map(({ row, findings }) => [
      ...record.headings.map((_, at) => row.cells[at] ?? ''),
      row.sheet === '' ? String(row.line) : `${row.sheet} ${row.line}`,
      row.leftOut
        ? t('outcomes.leftOut')
        : findings.map((one) => sentenceOf(session, language, one)).join(' '),
    ]),
  };
  const stem = record.name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 80);
  const name = `${stem} ${t('refusedFile')}.${format}`;
  const saved = await session.host.saveFile(windowId, name, await bytesOf(format, sheet));
  if (!saved.ok) return saved;
  return saved.value === null
    ? fail('fileNotChosen')
    : ok({ name: saved.value.name, rows: refused.value.length });
}

type Refused = { row: StagedRow; findings: readonly Finding[] };

async function refusedRows(session: Session, importId: string, state: string): Promise<Result<Refused[]>> {
  if (state !== 'staged') {
    const rows = await inSlices(stagedRows(session.db, importId));
    return ok(rows.map((row) => ({ row, findings: row.findings })));
  }
  const planned = await planOf(session, importId);
  if (!planned.ok) return planned;
  return ok(
    planned.value.plan.rows
      .filter(({ outcome }) => outcome === 'refused' || outcome === 'leftOut')
      .map(({ staged, findings }) => ({ row: staged, findings })),
  );
}

/** `Enterprise number: these are 8 digits … Check …`; only what blocks is a reason. */
function sentenceOf(
  session: Session,
  language: TextLanguage,
  { rule, severity, field, params }: Finding,
): string {
  if (severity !== 'blocking') return '';
  const t = (key: string, facts: TextParams = {}): string =>
    session.texts.t(language, `employer-import.${key}`, { ...params, ...facts });
  const name = field === null ? '' : t(`fields.${field}`);
  const place = name === '' ? '' : `${name}: `;
  return `${place}${t(`rules.${rule}.title`, { field: name })} ${t(`rules.${rule}.remedy`)}`;
}

/** An empty list with all headings in the person's language. */
export async function saveTemplate(
  session: Session,
  windowId: string,
  { format, language }: HandlerInput<'employerImport.saveTemplate'>,
): Promise<Result<HandlerOutput<'employerImport.saveTemplate'>>> {
  const t = (key: string): string => session.texts.t(language, `employer-import.${key}`);
  const sheet: Sheet = {
    name: t('templateSheet'),
    headings: importFields.map((field) => t(`fields.${field}`)),
    rows: [],
  };
  const saved = await session.host.saveFile(
    windowId,
    `${t('templateFile')}.${format}`,
    await bytesOf(format, sheet),
  );
  if (!saved.ok) return saved;
  return saved.value === null ? fail('fileNotChosen') : ok({ name: saved.value.name });
}
