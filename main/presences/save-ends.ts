// Saves the last days of declarations of works as a calendar file, of one client or of all, where the person chooses.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { formatWorksReference } from '../../preload/rules/presences/works-reference.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt } from '../platform/database.ts';
import { dayCalendar } from '../platform/day-calendar.ts';
import { maskText } from '../platform/log-mask.ts';
import type { Session } from '../platform/session.ts';
import { presenceDay } from './show-works.ts';
import { endsOf } from './works-ends-store.ts';

/** Past ones, and those without a known end, are left out. Failures: notFound where nothing is to come; those of saving a file. */
export async function saveEnds(
  session: Session,
  windowId: string,
  { employerId, language }: HandlerInput<'worksDeclaration.saveCalendar'>,
): Promise<Result<HandlerOutput<'worksDeclaration.saveCalendar'>>> {
  const say = (key: string, params: Record<string, string> = {}): string =>
    session.texts.t(language, `presences.calendar.${key}`, params);
  const days = endsOf(session.db, scopeOf(employerId), presenceDay(session)).map((works) => ({
    id: `works:${works.id}`,
    day: works.endDate,
    summary: say('summary', { site: maskText(works.name), employer: maskText(works.employerName) }),
    description: say('what', { reference: formatWorksReference(works.reference) }),
  }));
  if (days.length === 0) return fail('notFound', { details: { ends: 0 } });
  const bytes = await dayCalendar(days, { name: say('name'), language, stamp: session.clock.now() });
  const saved = await session.host.saveFile(windowId, `${say('fileName')}.ics`, bytes);
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ saved: false, name: '', events: 0 });
  const recorded = attempt(session.db, () => {
    const payload = { events: days.length };
    recordAct(session, { employerId, kind: 'worksDeclaration.calendarSaved', summary: '', payload });
    return ok({});
  });
  return recorded.ok ? ok({ saved: true, name: saved.value.name, events: days.length }) : recorded;
}
