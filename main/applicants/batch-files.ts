// Files of a list of applicants: an empty one to fill in, the rows with an error to send back, and the links for a mail merge.

import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { isRefused } from '../../preload/rules/applicants/check-batch.ts';
import { belgianDayOf } from '../../preload/rules/dates/belgian-day.ts';
import { formatInsz, parseInsz } from '../../preload/rules/identifiers/insz.ts';
import { shownDay } from '../../preload/rules/training/days.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { sheetBytes } from '../platform/tables/write-sheet.ts';
import type { TextParams } from '../platform/texts.ts';
import { plainName } from '../training/account/save-account.ts';
import { judged } from './batch-facts.ts';
import { findBatch } from './batch-store.ts';
import { openCards } from './sheet-cards.ts';

type Saved = Result<{ saved: boolean; name: string }>;
type Said = (key: string, params?: TextParams) => string;

/** Failures: those of saving. */
export async function saveTemplate(
  session: Session,
  windowId: string,
  { language }: HandlerInput<'applicantBatch.saveTemplate'>,
): Promise<Saved> {
  const t = words(session, language);
  const headings = [t('columns.label'), t('columns.insz'), t('columns.language')];
  const bytes = await sheetBytes('xlsx', { name: t('template.sheet'), headings, rows: [] });
  return bytes.ok ? keep(session, windowId, `${t('template.file')}.xlsx`, bytes.value) : bytes;
}

/** Failures: notFound, nothingToSend (no row has an error), those of saving. */
export async function saveRefused(
  session: Session,
  windowId: string,
  input: HandlerInput<'applicantBatch.saveRefused'>,
): Promise<Result<HandlerOutput<'applicantBatch.saveRefused'>>> {
  const rows = judged(session, input, input.rows);
  if (!rows.ok) return rows;
  const refused = rows.value.filter(isRefused);
  if (refused.length === 0) return fail('nothingToSend');
  const t = words(session, input.language);
  const bytes = await sheetBytes(input.format, {
    name: t('refused.sheet'),
    headings: [...['label', 'insz', 'language', 'line', 'why'].map((column) => t(`columns.${column}`))],
    rows: refused.map(({ label, insz, language, line, findings }) => [
      label,
      insz === null || parseInsz(insz) === null ? (insz ?? '') : formatInsz(insz),
      language,
      String(line),
      findings.map(({ rule, params }) => t(`rules.${rule}`, told(params))).join(' '),
    ]),
  });
  if (!bytes.ok) return bytes;
  const saved = await keep(session, windowId, `${t('refused.file')}.${input.format}`, bytes.value);
  return saved.ok ? ok({ ...saved.value, rows: saved.value.saved ? refused.length : 0 }) : saved;
}

/** Days in the facts of a finding as people write them. */
const told = (params: TextParams = {}): TextParams => {
  const until = params['until'];
  return typeof until === 'string' ? { ...params, until: shownDay(until) } : params;
};

/**
 * One row for each request that is open and has a link; no number of a person goes along. Failures: notFound, stateNotAllowed (no
 * request has a link), those of saving.
 */
export async function saveMerge(
  session: Session,
  windowId: string,
  { batchId, format, language }: HandlerInput<'applicantBatch.saveMerge'>,
): Promise<Result<HandlerOutput<'applicantBatch.saveMerge'>>> {
  const batch = findBatch(session.db, batchId);
  if (batch === null) return fail('notFound');
  const cards = openCards(session, { batchId });
  if (cards.length === 0) return fail('stateNotAllowed');
  const t = words(session, language);
  const bytes = await sheetBytes(format, {
    name: t('merge.sheet'),
    headings: ['label', 'language', 'link', 'expires'].map((column) => t(`columns.${column}`)),
    rows: cards.map((card) => [
      card.label,
      card.language,
      card.url,
      `${shownDay(belgianDayOf(Date.parse(card.expiresAt)))} 23:59`,
    ]),
  });
  if (!bytes.ok) return bytes;
  const name = `${plainName(`${t('merge.file')} ${batch.name}`)}.${format}`;
  const saved = await keep(session, windowId, name, bytes.value);
  if (!saved.ok) return saved;
  if (!saved.value.saved) return ok({ ...saved.value, rows: 0 });
  attempt(session.db, () => {
    recordAct(session, {
      employerId: batch.employerId,
      kind: 'applicantBatch.linksSaved',
      subject: { kind: 'applicantBatch', id: batchId },
      summary: `${cards.length} × ${format.toUpperCase()}`,
      payload: { links: cards.length, format },
    });
    return ok({});
  });
  return ok({ ...saved.value, rows: cards.length });
}

const words =
  ({ texts }: Session, language: HandlerInput<'applicantBatch.saveTemplate'>['language']): Said =>
  (key, params) =>
    texts.t(language, `applicant-batch.${key}`, params);

async function keep(session: Session, windowId: string, name: string, bytes: Uint8Array): Promise<Saved> {
  const saved = await session.host.saveFile(windowId, name, bytes);
  return saved.ok ? ok({ saved: saved.value !== null, name: saved.value?.name ?? '' }) : saved;
}
