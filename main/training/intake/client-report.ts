// What was filed, refused and is still open for a client and year: on the page, and as a file in the client's language that
// bears names but no numbers of persons.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import type { ReportCounts, ReportRow } from '../../../preload/contract/intake.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { shownDay, shownMinutes } from '../../../preload/rules/training/days.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { sheetBytes } from '../../platform/tables/write-sheet.ts';
import type { TextLanguage, TextParams } from '../../platform/texts.ts';
import { employerOfReport, reportCounts, reportRows } from './intake-store.ts';
import { reportHtml } from './report-html.ts';
import { fileStem } from './sheet-of-client.ts';

/** Failure notFound. */
export function showReport(
  { db }: Pick<Session, 'db'>,
  input: HandlerInput<'intake.report'>,
): Result<HandlerOutput<'intake.report'>> {
  const employer = employerOfReport(db, input.employerId);
  if (employer === null) return fail('notFound');
  const counts = reportCounts(db, input.employerId, input.year);
  const total = input.group === null ? counts.filed + counts.refused + counts.open : counts[input.group];
  const rows = reportRows(db, input);
  const { page, pageSize } = input;
  const { name: employerName, language } = employer;
  return ok({ rows, total, page, pageSize, employerName, language, counts });
}

/** What a file of the report is made of: sentences and cells, no codes. */
export type ReportText = {
  language: TextLanguage;
  title: string;
  made: string;
  sums: string[];
  headings: string[];
  groups: { title: string; rows: string[][] }[];
};

/** Failures: notFound, nothingToSend (no training at all), notSupportedHere where nothing can print, those of saving. */
export async function saveReport(
  session: Session,
  windowId: string,
  { employerId, year, format }: HandlerInput<'intake.saveReport'>,
): Promise<Result<HandlerOutput<'intake.saveReport'>>> {
  const employer = employerOfReport(session.db, employerId);
  if (employer === null) return fail('notFound');
  const rows = await inSlices(allRows(session, employerId, year));
  if (rows.length === 0) return fail('nothingToSend');
  const counts = reportCounts(session.db, employerId, year);
  const text = reportText(session, employer, { year, rows, counts });
  const stem = fileStem(session.texts.t(employer.language, 'intake.report.file'), employer.name, year);
  const bytes = format === 'pdf' ? await session.host.makePdf(reportHtml(text)) : await reportXlsx(text);
  if (!bytes.ok) return bytes;
  const saved = await session.host.saveFile(windowId, `${stem}.${format}`, bytes.value);
  if (!saved.ok) return saved;
  return saved.value === null ? fail('fileNotChosen') : ok({ name: saved.value.name, rows: rows.length });
}

const pageSize = 500;

function* allRows({ db }: Session, employerId: string, year: number): Steps<ReportRow[]> {
  const rows: ReportRow[] = [];
  for (let page = 1; ; page += 1) {
    const part = reportRows(db, { employerId, year, group: null, page, pageSize });
    rows.push(...part);
    if (part.length < pageSize) return rows;
    yield;
  }
}

function reportText(
  session: Session,
  employer: { name: string; language: TextLanguage },
  { year, rows, counts }: { year: number; rows: readonly ReportRow[]; counts: ReportCounts },
): ReportText {
  const { language } = employer;
  const t = (key: string, params: TextParams = {}): string =>
    session.texts.t(language, `intake.report.${key}`, params);
  const cellsOf = (row: ReportRow): string[] => [
    row.workerName,
    row.title,
    day(row.startDate),
    day(row.endDate),
    row.durationMinutes === null ? '' : shownMinutes(row.durationMinutes),
    t(`states.${row.state}`),
    row.anomalies
      .map(({ code, title, detail }) => `${title[language] ?? title['nl'] ?? detail} (${code})`)
      .join(' '),
  ];
  return {
    language,
    title: t('title', { name: employer.name, year: String(year) }),
    made: t('made', { day: shownDay(session.businessDate()) }),
    sums: [
      t('sums.filed', { count: counts.filed, hours: shownMinutes(counts.filedMinutes) }),
      t('sums.refused', { count: counts.refused }),
      t('sums.open', { count: counts.open }),
    ],
    headings: (['worker', 'title', 'start', 'end', 'duration', 'state', 'why'] as const).map((name) =>
      t(`columns.${name}`),
    ),
    groups: (['refused', 'open', 'filed'] as const)
      .map((group) => ({
        title: t(`groups.${group}`),
        rows: rows.filter((row) => row.group === group).map(cellsOf),
      }))
      .filter(({ rows: own }) => own.length > 0),
  };
}

const day = (text: string | null): string => (text === null ? '' : shownDay(text));

function reportXlsx({ title, headings, groups }: ReportText): Promise<Result<Uint8Array>> {
  return sheetBytes('xlsx', {
    // Signs that the name of a sheet may not hold.
    name: title.replace(/[\\/?*[\]:]/g, ' '),
    headings: ['', ...headings],
    rows: groups.flatMap((group) => group.rows.map((cells) => [group.title, ...cells])),
  });
}
