// Completeness per client and quarter: its answer to the page, and the same as a file for a spreadsheet.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { shownMinutes } from '../../../preload/rules/training/days.ts';
import { scopeOf } from '../../employers/employer-scope.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices } from '../../platform/slices.ts';
import type { Sheet } from '../../platform/tables/write-table.ts';
import { type CompletenessQuery, completenessRows } from './count-completeness.ts';
import { begunQuarters } from './quarters.ts';
import { mostExported, type Saved, saveSheet } from './save-sheet.ts';

type CompletenessFilter = Omit<HandlerInput<'trainingAccount.saveCompleteness'>, 'format' | 'language'>;

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

export async function listCompleteness(
  session: Session,
  { page, pageSize, sort, ...filter }: HandlerInput<'trainingAccount.completeness'>,
): Promise<Result<HandlerOutput<'trainingAccount.completeness'>>> {
  const query = {
    ...completenessQuery(session, filter),
    sort,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  };
  const found = await inSlices(completenessRows(session.db, query));
  return ok({ ...found, page, pageSize, today: session.businessDate() });
}

/** Failures: those of saving. */
export async function saveCompleteness(
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
  const { rows } = await inSlices(completenessRows(session.db, query));
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
  return saveSheet(session, windowId, { format, language }, `${t('file')} ${filter.year}`, sheet);
}
