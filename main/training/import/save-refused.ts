// The refused rows as a file for whoever made the list: the columns as they came, where each row stood, and what is wrong.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { type Sheet, writeCsv, writeXlsx } from '../../platform/tables/write-table.ts';
import type { TextLanguage, TextParams } from '../../platform/texts.ts';
import type { ListRow } from './list-blocks.ts';
import { blockRows, blockSummaries, findList } from './list-store.ts';

/** Failures: notFound, nothingToSend (no row was refused or left out), those of saving. */
export async function saveRefused(
  session: Session,
  windowId: string,
  { importId, format, language }: HandlerInput<'trainingImport.saveRefused'>,
): Promise<Result<HandlerOutput<'trainingImport.saveRefused'>>> {
  const record = findList(session.db, importId);
  if (record === null) return fail('notFound');
  const rows = await inSlices(goingBack(session, importId));
  if (rows.length === 0) return fail('nothingToSend');
  const t = (key: string): string => session.texts.t(language, `rules.importFile.${key}`);
  const headings = record.columns.map(({ heading }) => heading);
  const sheet: Sheet = {
    name: t('sheet'),
    headings: [...headings, t('line'), t('wrong')],
    rows: rows.map((row) => [
      ...headings.map((_, at) => row.cells[at] ?? ''),
      String(row.line),
      row.outcome === 'leftOut' ? t('leftOut') : sentencesOf(session, language, row),
    ]),
  };
  const kind = format ?? record.kind;
  const { encoding, delimiter } = record;
  const form = encoding === null || delimiter === null ? undefined : { encoding, delimiter };
  const bytes = kind === 'csv' ? writeCsv(sheet, form) : await writeXlsx(sheet);
  const stem = record.name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 80);
  const saved = await session.host.saveFile(windowId, `${stem} ${t('name')}.${kind}`, bytes);
  if (!saved.ok) return saved;
  return saved.value === null ? fail('fileNotChosen') : ok({ name: saved.value.name, rows: rows.length });
}

function* goingBack({ db }: Session, importId: string): Steps<ListRow[]> {
  const rows: ListRow[] = [];
  for (const { at, summary } of blockSummaries(db, importId)) {
    if (summary.refused + summary.leftOut === 0) continue;
    for (const row of blockRows(db, importId, at))
      if (row.outcome === 'refused' || (row.outcome === 'leftOut' && row.leftOut)) rows.push(row);
    yield;
  }
  return rows;
}

/** Only what blocks is a reason. */
function sentencesOf(session: Session, language: TextLanguage, { findings }: ListRow): string {
  return findings
    .filter(({ severity }) => severity === 'blocking')
    .map((finding) => sentenceOf(session, language, finding))
    .join(' ');
}

function sentenceOf(session: Session, language: TextLanguage, { rule, params }: Finding): string {
  const t = (part: string): string =>
    session.texts.t(language, `rules.${rule}.${part}`, params as TextParams | undefined);
  return `${t('title')} ${t('remedy')}`;
}
