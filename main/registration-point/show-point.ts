// The point as its page sees it: the site, the ways, the phone way, the service and the clock. Nothing of any worker.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { PointState } from '../../preload/contract/registration-point.ts';
import { worksTime } from '../../preload/rules/presences/works-time.ts';
import type { Session } from '../platform/session.ts';
import { presenceDay } from '../presences/show-works.ts';
import { findWorks, type WorksRow } from '../presences/works-store.ts';
import { readPoint } from './point-store.ts';
import type { PointRuntime } from './runtime.ts';

/** Millimetres that the code may take on the screen of a tablet. */
const codeMm = 120;

export async function showPoint(
  session: Session,
  { watch }: PointRuntime,
): Promise<HandlerOutput<'point.state'>> {
  const point = readPoint(session.db);
  const works = point === null ? null : findWorks(session.db, point.works_id);
  return {
    on: point !== null,
    site: works === null ? null : siteOf(works, presenceDay(session)),
    channels: (point?.channels.split(' ') ?? []) as PointState['channels'],
    languages: (point?.languages.split(' ') ?? []) as PointState['languages'],
    sound: point?.sound !== 0,
    phone: works === null ? null : await phoneOf(session, works),
    connection: watch.connection(),
    clock: { difference: watch.difference(), off: watch.clockIsOff() },
    now: new Date(watch.serviceNow()).toISOString(),
  };
}

const siteOf = (works: WorksRow, today: string): NonNullable<PointState['site']> => ({
  reference: works.reference,
  name: works.name,
  street: works.street,
  houseNumber: works.house_number,
  postCode: works.post_code,
  municipality: works.municipality,
  contact: works.contact,
  employerName: works.employer_name,
  time: worksTime(works.start_date, works.end_date, today),
});

/** The address is never made up: outside practice it is the one that was kept, byte for byte. */
async function phoneOf(session: Session, works: WorksRow): Promise<NonNullable<PointState['phone']>> {
  const { posterContent } = await import('../posters/poster-content.ts');
  const { code: address } = posterContent(session.environment, works, '');
  if (address === null) return { address, drawing: null };
  // Drawing codes is a part of its own, loaded once a point is on.
  const { qrPath } = await import('../posters/qr-path.ts');
  const drawn = qrPath(address, codeMm);
  return { address, drawing: drawn.ok ? { modules: drawn.value.side, shape: drawn.value.path } : null };
}
