// The rows of a planning that were not taken, as a file for whoever made it: the columns as they came, where each row stood,
// and why.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { sheetBytes } from '../platform/tables/write-sheet.ts';
import type { OpenedPlanning } from './opened-plannings.ts';
import type { ShownRow } from './read-planning.ts';

/** Failures: nothingToSend (every row is taken), those of saving. */
export async function saveRefused(
  session: Session,
  windowId: string,
  { chosen, read, look, name: from }: OpenedPlanning,
  { format, language }: HandlerInput<'planningImport.saveRefused'>,
): Promise<Result<HandlerOutput<'planningImport.saveRefused'>>> {
  const rows = (read?.shown ?? []).filter(({ outcome }) => outcome === 'refused' || outcome === 'leftOut');
  if (rows.length === 0) return fail('nothingToSend');
  const headings = chosen?.headings ?? [];
  const t = (key: string, params: Record<string, string | number> = {}): string =>
    session.texts.t(language, `planning.${key}`, params);
  const why = ({ outcome, findings }: ShownRow): string =>
    outcome === 'leftOut'
      ? t('refused.leftOut')
      : findings
          .map(({ rule, field, line }) =>
            [
              `${t(`fields.${field}`)}: ${t(`rules.${rule}.title`, { line: line ?? 0 })}`,
              t(`rules.${rule}.remedy`),
            ].join(' '),
          )
          .join(' ');
  const sheet = {
    name: t('refused.sheet'),
    headings: [...headings, t('refused.line'), t('refused.why')],
    rows: rows.map((row) => [...headings.map((_, at) => row.cells[at] ?? ''), String(row.line), why(row)]),
  };
  const { kind, encoding, delimiter } = look;
  const form = encoding === null || delimiter === null ? undefined : { encoding, delimiter };
  const bytes = await sheetBytes(format ?? kind, sheet, form);
  if (!bytes.ok) return bytes;
  const stem = from.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 80);
  const name = `${stem} ${t('refused.file')}.${format ?? kind}`;
  const saved = await session.host.saveFile(windowId, name, bytes.value);
  if (!saved.ok) return saved;
  return saved.value === null ? fail('fileNotChosen') : ok({ name: saved.value.name, rows: rows.length });
}
