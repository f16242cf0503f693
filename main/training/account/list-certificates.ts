// Certificates of trainings that end: their answer to the page, and the same as a file for a spreadsheet.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { dayNumber, dayOf, shownDay } from '../../../preload/rules/training/days.ts';
import { scopeOf } from '../../employers/employer-scope.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices } from '../../platform/slices.ts';
import type { Sheet } from '../../platform/tables/write-table.ts';
import { type CertificateQuery, certificateRows } from './certificate-end-store.ts';
import { mostExported, type Saved, saveSheet } from './save-sheet.ts';
import { certificatesByEnd, certificatesInFull } from './watch-certificates.ts';

type CertificateFilter = Omit<HandlerInput<'trainingAccount.saveCertificates'>, 'format' | 'language'>;

/** From the chosen day on: `14` means today to a fortnight on; `all` what is over too. */
function certificateQuery(
  session: Session,
  { employerId, text, within }: CertificateFilter,
): CertificateQuery {
  const today = session.businessDate();
  const later = (days: number): string => dayOf(1970, 1, 1 + dayNumber(today) + days);
  const until = within === 'over' ? later(-1) : later(within === 'all' ? 90 : Number(within));
  const from = within === 'all' || within === 'over' ? '0000-01-01' : today;
  return { scope: scopeOf(employerId), text: text.trim(), today, from, until };
}

export async function listCertificates(
  session: Session,
  { page, pageSize, ...filter }: HandlerInput<'trainingAccount.certificates'>,
): Promise<Result<HandlerOutput<'trainingAccount.certificates'>>> {
  const query = certificateQuery(session, filter);
  const hits = await inSlices(certificatesByEnd(session.db, query));
  const shown = hits.slice((page - 1) * pageSize, page * pageSize);
  return ok({ rows: certificateRows(session.db, shown, query.today), total: hits.length, page, pageSize });
}

/** Failures: those of saving. */
export async function saveCertificates(
  session: Session,
  windowId: string,
  { format, language, ...filter }: HandlerInput<'trainingAccount.saveCertificates'>,
): Saved {
  const t = (key: string): string => session.texts.t(language, `training-account.ends.${key}`);
  const query = certificateQuery(session, filter);
  const rows = await inSlices(certificatesInFull(session.db, query, mostExported));
  const sheet: Sheet = {
    name: t('sheet'),
    headings: ['worker', 'client', 'certificate', 'training', 'until', 'days', 'planned'].map((key) =>
      t(`columns.${key}`),
    ),
    rows: rows.map((row) => [
      row.workerName,
      row.employerName,
      row.certificateName === '' ? row.title : row.certificateName,
      row.title,
      shownDay(row.validUntil),
      `${row.daysLeft}`,
      session.texts.t(language, `training.${row.plannedId === null ? 'no' : 'yes'}`),
    ]),
  };
  return saveSheet(session, windowId, { format, language }, t('file'), sheet);
}
