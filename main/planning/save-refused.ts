// The rows of a planning that could not be read: shown with a sentence at the cell, and saved as they were to be sent back.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { sheetBytes } from '../platform/tables/write-sheet.ts';
import type { OpenedPlanning } from './opened-plannings.ts';
import type { RefusedRow } from './read-planning.ts';

export function showRefused(
  { read }: OpenedPlanning,
  { page, pageSize }: HandlerInput<'planningImport.refused'>,
): HandlerOutput<'planningImport.refused'> {
  const all = read?.refused ?? [];
  const rows = all.slice((page - 1) * pageSize, page * pageSize).map(({ line, who, findings }) => ({
    line,
    who,
    findings: findings.map(({ rule, field, text, line: other }) => ({
      finding: {
        rule,
        severity: 'blocking' as const,
        field,
        ...(other === undefined ? {} : { params: { line: other } }),
      },
      field,
      text,
    })),
  }));
  return { rows, total: all.length, page, pageSize };
}

/** Failures: nothingToSend (every row could be read), those of saving. */
export async function saveRefused(
  session: Session,
  windowId: string,
  { chosen, read, name: from }: OpenedPlanning,
  { format, language }: HandlerInput<'planningImport.saveRefused'>,
): Promise<Result<HandlerOutput<'planningImport.saveRefused'>>> {
  const refused = read?.refused ?? [];
  if (refused.length === 0) return fail('nothingToSend');
  const headings = chosen?.headings ?? [];
  const t = (key: string, params: Record<string, string | number> = {}): string =>
    session.texts.t(language, `planning.${key}`, params);
  const why = ({ findings }: RefusedRow): string =>
    findings
      .map(({ rule, field, line }) =>
        [
          `${t(`fields.${field}`)}: ${t(`rules.${rule}.title`, { line: line ?? 0 })}`,
          t(`rules.${rule}.remedy`),
        ].join(' '),
      )
      .join(' ');
  const bytes = await sheetBytes(format, {
    name: t('refused.sheet'),
    headings: [...headings, t('refused.line'), t('refused.why')],
    rows: refused.map((row) => [...headings.map((_, at) => row.cells[at] ?? ''), String(row.line), why(row)]),
  });
  if (!bytes.ok) return bytes;
  const stem = from.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 80);
  const saved = await session.host.saveFile(windowId, `${stem} ${t('refused.file')}.${format}`, bytes.value);
  if (!saved.ok) return saved;
  return saved.value === null ? fail('fileNotChosen') : ok({ name: saved.value.name, rows: refused.length });
}
