// Declarations of works as the page and the command line see them.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { WorksDeclaration } from '../../preload/contract/works-declarations.ts';
import { worksTime } from '../../preload/rules/presences/works-time.ts';
import { scopeOf } from '../employers/employer-scope.ts';
import type { Session } from '../platform/session.ts';
import { findWorks, listWorks, subcontractorsOf, type WorksRow } from './works-store.ts';

export function showWorks(
  session: Session,
  { employerId, ...filter }: HandlerInput<'worksDeclaration.list'>,
): HandlerOutput<'worksDeclaration.list'> {
  const today = presenceDay(session);
  const { rows, total } = listWorks(session.db, scopeOf(employerId ?? null), { ...filter, today });
  const { page, pageSize } = filter;
  return { rows: rows.map((row) => worksOf(session, row, today)), total, page, pageSize };
}

/** Failure notFound. */
export function getWorks(session: Session, id: string): Result<WorksDeclaration> {
  const row = findWorks(session.db, id);
  return row === null ? fail('notFound') : ok(worksOf(session, row, presenceDay(session)));
}

/** Presences are a matter of the real day, in practice too: the practice date concerns what is filed by date. */
export const presenceDay = (session: Pick<Session, 'clock'>): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(session.clock.now());

function worksOf(session: Session, row: WorksRow, today: string): WorksDeclaration {
  const { latitude, longitude } = row;
  return {
    id: row.id,
    employerId: row.employer_id,
    employerName: row.employer_name,
    reference: row.reference,
    name: row.name,
    street: row.street,
    houseNumber: row.house_number,
    postCode: row.post_code,
    municipality: row.municipality,
    place: latitude === null || longitude === null ? null : { latitude, longitude },
    startDate: row.start_date,
    endDate: row.end_date,
    time: worksTime(row.start_date, row.end_date, today),
    url: row.url,
    contact: row.contact,
    subcontractors: subcontractorsOf(session.db, row.id),
    revision: row.revision,
  };
}
