// Saves the calendar of certificate ends where the person chooses.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Language } from '../../preload/contract/values.ts';
import { endStanding } from '../../preload/rules/certificates/rungs.ts';
import { calendarFile } from '../certificates/calendar-file.ts';
import { certificatesInUse } from '../certificates/certificate-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { certificateUses } from './account-certificate-store.ts';

/** Ended ones are left out. Failures: notFound where no certificate is left to end; those of saving a file. */
export async function saveCalendar(
  session: Session,
  windowId: string,
  language: Language,
): Promise<Result<HandlerOutput<'renewal.saveCalendar'>>> {
  const now = session.clock.now();
  const uses = certificateUses(session.db).filter(({ role }) => role !== 'former');
  const entries = certificatesInUse(session.db)
    .filter(({ notAfter }) => !endStanding(notAfter, now.getTime()).over)
    .map(({ id, name, notAfter }) => ({
      id,
      name,
      notAfter,
      users: uses.filter(({ certificateId }) => certificateId === id).map((use) => use.name),
    }));
  if (entries.length === 0) return fail('notFound', { details: { certificates: 0 } });
  const bytes = await calendarFile(entries, { texts: session.texts, language, stamp: now });
  const name = session.texts.t(language, 'certificate-life.calendar.fileName');
  const saved = await session.host.saveFile(windowId, `${name}.ics`, bytes);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '', events: 0 });
  const recorded = attempt(session.db, () => {
    const payload = { events: entries.length };
    recordAct(session, { employerId: null, kind: 'certificate.calendarSaved', summary: '', payload });
    return ok({});
  });
  return recorded.ok ? ok({ saved: true, name: saved.value.name, events: entries.length }) : recorded;
}
