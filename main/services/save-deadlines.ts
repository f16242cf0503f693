// Saves the calendar of deadlines, of one client or of all, where the person chooses.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { deadlineCalendar } from './deadline-calendar.ts';
import { deadlinesOf } from './list-deadlines.ts';

/** What is done or past is left out. Failures: notFound where nothing is to come; those of saving a file. */
export async function saveDeadlines(
  session: Session,
  windowId: string,
  { employerId, language }: HandlerInput<'deadline.saveCalendar'>,
): Promise<Result<HandlerOutput<'deadline.saveCalendar'>>> {
  const all = await deadlinesOf(session, scopeOf(employerId));
  if (!all.ok) return all;
  const rows = all.value.filter(({ standing }) => standing === 'near' || standing === 'later');
  if (rows.length === 0) return fail('notFound', { details: { deadlines: 0 } });
  const bytes = await deadlineCalendar(rows, {
    texts: session.texts,
    language,
    stamp: session.clock.now(),
  });
  const name = session.texts.t(language, 'services.calendar.fileName');
  const saved = await session.host.saveFile(windowId, `${name}.ics`, bytes);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '', events: 0 });
  const recorded = attempt(session.db, () => {
    const payload = { events: rows.length };
    recordAct(session, { employerId, kind: 'deadline.calendarSaved', summary: '', payload });
    return ok({});
  });
  return recorded.ok ? ok({ saved: true, name: saved.value.name, events: rows.length }) : recorded;
}
