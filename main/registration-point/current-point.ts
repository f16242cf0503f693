// The point that is on, with its site as it stands now, and the place that goes along with every registration.
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Database } from '../platform/database.ts';
import { findWorks, type WorksRow } from '../presences/works-store.ts';
import { type PointRow, readPoint } from './point-store.ts';
import type { PlaceOfWork } from './register-api.ts';

export type CurrentPoint = { point: PointRow; works: WorksRow; channels: string[]; place: PlaceOfWork };

/** Failures: stateNotAllowed (none is on), notFound (its site was taken away), refusedByRule (`details.rules` PNT-PLACE-MISSING). */
export function currentPoint(db: Database): Result<CurrentPoint> {
  const point = readPoint(db);
  if (point === null) return fail('stateNotAllowed');
  const works = findWorks(db, point.works_id);
  if (works === null) return fail('notFound');
  const place = placeOf(works);
  if (place === null) return fail('refusedByRule', { details: { rules: 'PNT-PLACE-MISSING' } });
  return ok({ point, works, channels: point.channels.split(' '), place });
}

/** Exactly one of the two goes along (rest-services §3.3): coordinates where they are known, else the whole address. */
export function placeOf(works: WorksRow): PlaceOfWork | null {
  const { latitude, longitude, street, house_number: houseNumber, post_code: postCode, municipality } = works;
  if (latitude !== null && longitude !== null) return { coordinates: { longitude, latitude } };
  if ([street, houseNumber, postCode, municipality].includes('')) return null;
  return {
    address: { postCode, municipalityName: municipality, streetName: street, houseNumber },
  };
}
