// Completeness and ending certificates: their answers to the page, and the same as a file for a spreadsheet.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { dayNumber, dayOf, shownDay, shownMinutes } from '../../../preload/rules/training/days.ts';
import { scopeOf } from '../../employers/employer-scope.ts';
import type { Session } from '../../platform/session.ts';
import { type Sheet, writeCsv, writeXlsx } from '../../platform/tables/write-table.ts';
import { type CertificateQuery, certificateRows } from './certificate-end-store.ts';
import { type CompletenessQuery, completenessRows } from './completeness-store.ts';
import { begunQuarters } from './quarters.ts';
import { plainName } from './save-account.ts';

/** Rows of one exported list. */
const mostExported = 5_000;

type CompletenessFilter = Omit<HandlerInput<'trainingAccount.saveCompleteness'>, 'format' | 'language'>;
type CertificateFilter = Omit<HandlerInput<'trainingAccount.saveCertificates'>, 'format' | 'language'>;

/** Without a quarter, those count that have begun: nobody is missing in a quarter that is still to come. */
function completenessQuery(
  session: Session,
  { year, employerId, text, missingOnly, quarter }: CompletenessFilter,
): Omit<CompletenessQuery, 'sort' | 'limit' | 'offset'> {
  const begun = [1, 2, 3, 4].slice(0, begunQuarters(year, session.businessDate()));
  const countIn = quarter === null ? begun : [quarter];
  return {
    scope: scopeOf(employerId),
    year,
    text: text.trim(),
    missingIn: missingOnly ? countIn : null,
    countIn,
  };
}

export function listCompleteness(
  session: Session,
  { page, pageSize, sort, ...filter }: HandlerInput<'trainingAccount.completeness'>,
): Result<HandlerOutput<'trainingAccount.completeness'>> {
  const query = {
    ...completenessQuery(session, filter),
    sort,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  };
  return ok({ ...completenessRows(session.db, query), page, pageSize, today: session.businessDate() });
}

/** From the chosen day on: `14` means today to a fortnight on; `all` what is over too. */
function certificateQuery(
  session: Session,
  { employerId, text, within }: CertificateFilter,
): Omit<CertificateQuery, 'limit' | 'offset'> {
  const today = session.businessDate();
  const later = (days: number): string => dayOf(1970, 1, 1 + dayNumber(today) + days);
  const until = within === 'over' ? later(-1) : later(within === 'all' ? 90 : Number(within));
  const from = within === 'all' || within === 'over' ? '0000-01-01' : today;
  return { scope: scopeOf(employerId), text: text.trim(), today, from, until };
}

export function listCertificates(
  session: Session,
  { page, pageSize, ...filter }: HandlerInput<'trainingAccount.certificates'>,
): Result<HandlerOutput<'trainingAccount.certificates'>> {
  const query = { ...certificateQuery(session, filter), limit: pageSize, offset: (page - 1) * pageSize };
  return ok({ ...certificateRows(session.db, query), page, pageSize });
}

type Saving = Pick<HandlerInput<'trainingAccount.saveCertificates'>, 'format' | 'language'>;
type Saved = Promise<Result<HandlerOutput<'trainingAccount.saveCertificates'>>>;

/** Failures: those of saving. */
export function saveCompleteness(
  session: Session,
  windowId: string,
  { format, language, ...filter }: HandlerInput<'trainingAccount.saveCompleteness'>,
): Saved {
  const t = (key: string, params = {}): string =>
    session.texts.t(language, `training-account.completeness.${key}`, params);
  const query = {
    ...completenessQuery(session, filter),
    sort: 'name' as const,
    limit: mostExported,
    offset: 0,
  };
  const { rows } = completenessRows(session.db, query);
  const quarters = [1, 2, 3, 4];
  const sheet: Sheet = {
    name: t('sheet', { year: String(filter.year) }),
    headings: [
      t('client'),
      t('number'),
      ...quarters.flatMap((quarter) =>
        ['employed', 'missing', 'trainings', 'hours'].map(
          (what) => `${t(`quarters.${quarter}`)} ${t(`figures.${what}`)}`,
        ),
      ),
    ],
    rows: rows.map((row) => [
      row.name,
      row.enterpriseNumber,
      ...row.quarters.flatMap(({ employed, missing, trainings, minutes }) => [
        `${employed}`,
        `${missing}`,
        `${trainings}`,
        shownMinutes(minutes),
      ]),
    ]),
  };
  return save(session, windowId, { format, language }, `${t('file')} ${filter.year}`, sheet);
}

/** Failures: those of saving. */
export function saveCertificates(
  session: Session,
  windowId: string,
  { format, language, ...filter }: HandlerInput<'trainingAccount.saveCertificates'>,
): Saved {
  const t = (key: string): string => session.texts.t(language, `training-account.ends.${key}`);
  const { rows } = certificateRows(session.db, {
    ...certificateQuery(session, filter),
    limit: mostExported,
    offset: 0,
  });
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
  return save(session, windowId, { format, language }, t('file'), sheet);
}

async function save(
  session: Session,
  windowId: string,
  { format }: Saving,
  about: string,
  sheet: Sheet,
): Saved {
  const bytes = format === 'csv' ? writeCsv(sheet) : await writeXlsx(sheet);
  const saved = await session.host.saveFile(windowId, `${plainName(about)}.${format}`, bytes);
  if (!saved.ok) return saved;
  return ok({ saved: saved.value !== null, name: saved.value?.name ?? '', rows: sheet.rows.length });
}
