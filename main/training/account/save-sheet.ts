// Saves rows as a file for a spreadsheet where the person chooses.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { sheetBytes } from '../../platform/tables/write-sheet.ts';
import type { Sheet } from '../../platform/tables/write-table.ts';
import { plainName } from './save-account.ts';

/** Rows of one exported list. */
export const mostExported = 5_000;

export type Saving = Pick<HandlerInput<'trainingAccount.saveCertificates'>, 'format' | 'language'>;
export type Saved = Promise<Result<HandlerOutput<'trainingAccount.saveCertificates'>>>;

/** `about` becomes the name of the file. Failures: those of saving. */
export async function saveSheet(
  session: Session,
  windowId: string,
  { format }: Saving,
  about: string,
  sheet: Sheet,
): Saved {
  const bytes = await sheetBytes(format, sheet);
  if (!bytes.ok) return bytes;
  const saved = await session.host.saveFile(windowId, `${plainName(about)}.${format}`, bytes.value);
  if (!saved.ok) return saved;
  return ok({ saved: saved.value !== null, name: saved.value?.name ?? '', rows: sheet.rows.length });
}
