// A worker who registers alone with a phone, behind the code on the poster: who it is, for whom, and what is stored.
import { type Outcome, refuse } from '../portal/refusal.ts';
import type { Presence } from '../store/presence-store.ts';
import { inszIsValid } from '../world/check-digits.ts';
import { storeItem } from './accept.ts';
import { dayOf, nowOf, type PresenceParts } from './parts.ts';
import { lookAgainAtNeighbours } from './run-due.ts';
import { standingOn } from './works-on-day.ts';

export interface PhoneWish {
  readonly reference: string;
  readonly insz: string;
  /** Needed only where the worker works for several. */
  readonly employer: string;
  readonly type: string;
}

const REFERENCE = /^[A-HJ-NP-Z0-9]{13}$/;

/** `1y100 park 0001` → `1Y100PARK0001`; undefined when it is no such number. */
export const readReference = (text: string): string | undefined => {
  const compact = text.replace(/[\s.-]/g, '').toUpperCase();
  return REFERENCE.test(compact) ? compact : undefined;
};

/** Those for whom the worker works today; the ones in the declaration of works first, and alone when there are any. */
export const employersToday = (parts: PresenceParts, insz: string, reference: string): string[] => {
  const day = dayOf(nowOf(parts));
  const current = parts.world.worker(insz)?.replacedBy ?? insz;
  const working = parts.world
    .employmentsOf(current)
    .filter(({ startDate, endDate }) => startDate <= day && (endDate === null || day <= endDate))
    .map(({ enterpriseNumber }) => enterpriseNumber);
  const declaration = parts.works.find(reference);
  const there =
    declaration === undefined
      ? []
      : working.filter((employer) => standingOn(declaration, employer, day) === 'active');
  return there.length > 0 ? there : working;
};

/** Registers at this very moment; what does not fit is found afterwards, as for every registration. */
export const registerByPhone = (parts: PresenceParts, wish: PhoneWish): Outcome<Presence> => {
  const reference = readReference(wish.reference);
  if (reference === undefined) return refuse('worksReferenceWrong', { field: 'workplace' });
  const insz = wish.insz.replace(/[\s.-]/g, '');
  const now = nowOf(parts);
  if (!inszIsValid(insz, dayOf(now))) return refuse('inszWrong', { field: 'insz' });
  const worker = parts.world.worker(insz);
  if (worker === undefined || worker.state === 'cancelled') return refuse('inszUnknown', { field: 'insz' });
  if (wish.type !== 'IN' && wish.type !== 'OUT') return refuse('directionMissing', { field: 'type' });
  const employers = employersToday(parts, insz, reference);
  const [only] = employers;
  if (only === undefined) return refuse('workerWithoutEmployer', { field: 'insz' });
  const employer = employers.length === 1 ? only : employers.find((one) => one === wish.employer);
  if (employer === undefined) return refuse('employerMissing', { field: 'employer' });
  const declaration = parts.works.find(reference);
  // A phone knows where it stands; the window that plays one stands on the site.
  const place =
    declaration?.coordinates == null
      ? { coordinates: { longitude: 4.3517, latitude: 50.8503 } }
      : { coordinates: declaration.coordinates };
  const item = {
    registrationDate: new Date(now).toISOString(),
    ssin: insz,
    type: wish.type,
    employer: { enterpriseNumber: employer },
    placeOfWork: place,
    contractualRelationshipReference: reference,
  } as const;
  const id = storeItem(parts, item, { channel: 'qrCode', enterpriseNumber: employer, clientId: '' });
  const stored = parts.presences.find(id);
  if (stored === undefined) throw new Error('a registration is gone at once');
  lookAgainAtNeighbours(parts, stored);
  return { done: stored };
};
