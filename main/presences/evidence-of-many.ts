// The evidence of many remarks in one document: each registration on pages of its own, in the order of its moments.
import { fail, type Result } from '../../preload/contract/result.ts';
import { belgianDayOf, belgianDays } from '../../preload/rules/dates/belgian-day.ts';
import type { JobRun, Session } from '../platform/session.ts';
import type { TextLanguage } from '../platform/texts.ts';
import { type Evidence, evidencePage, evidencePages } from './evidence-html.ts';
import { listPresences, type PresenceRow } from './presence-store.ts';
import type { FoundPresence } from './read-export.ts';
import { presenceDay } from './show-works.ts';

/** Failures: cancelled, notSupportedHere (nothing here can print). */
export async function evidenceOfMany(
  session: Session,
  language: TextLanguage,
  found: readonly FoundPresence[],
  run: JobRun,
): Promise<Result<Uint8Array>> {
  const pages: string[] = [];
  const ordered = [...found].sort((a, b) => a.row.registered_at - b.row.registered_at);
  for (const { row, codes } of ordered) {
    pages.push(evidencePage(session.texts, language, evidenceOf(session, row, codes)));
    run.progress(pages.length, ordered.length);
    await new Promise((resolve) => setImmediate(resolve));
    if (run.signal.aborted) return fail('cancelled', { retry: 'safe' });
  }
  return session.host.makePdf(evidencePages(session.texts, language, pages));
}

/** With everything of this worker on this site on that day beside it. */
export function evidenceOf(session: Session, presence: PresenceRow, codes: readonly string[]): Evidence {
  const day = belgianDayOf(presence.registered_at);
  const sameDay = listPresences(
    session.db,
    { employerId: presence.employer_id },
    {
      span: belgianDays(day, day),
      reference: presence.reference,
      text: presence.insz,
      subcontractors: 'with',
      cancelled: true,
      page: 1,
      pageSize: 100,
    },
  ).sort((a, b) => a.registered_at - b.registered_at);
  return { presence, codes, sameDay, madeOn: presenceDay(session) };
}
