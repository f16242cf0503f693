// What is found about a registration afterwards: works declaration, employer, worker, and how it fits the others.
import type { Presence } from '../store/presence-store.ts';
import { dayOf, type PresenceParts } from './parts.ts';
import { declarationCovers, metresBetween, standingOn } from './works-on-day.ts';

const LATE = 600_000;
const REPEATED = 300_000;
const FAR_METRES = 1_000;
const DAY = 86_400_000;

const isForeign = (employer: string): boolean => !/^[01]\d{9}$/.test(employer);
const isBis = (insz: string): boolean => Number(insz.slice(2, 4)) >= 20;

const siteRemarks = (parts: PresenceParts, presence: Presence, day: string): string[] => {
  const declaration = parts.works.find(presence.reference);
  if (declaration === undefined) return ['worksDeclarationUnknown'];
  const codes: string[] = [];
  if (!declaration.obligedToRegister) codes.push('siteNotSubject');
  if (!declarationCovers(declaration, day)) codes.push('worksDeclarationNotActive');
  const standing = standingOn(declaration, presence.employer, day);
  if (standing === 'notInDeclaration') codes.push('companyNotInWorksDeclaration');
  if (standing === 'contractNotActive') codes.push('companyContractNotActive');
  const { coordinates } = JSON.parse(presence.place) as {
    coordinates?: { longitude: number; latitude: number };
  };
  const { coordinates: site } = declaration;
  if (coordinates !== undefined && site !== null && metresBetween(coordinates, site) > FAR_METRES) {
    codes.push('locationFarFromSite');
  }
  return codes;
};

const personRemarks = (parts: PresenceParts, presence: Presence, day: string): string[] => {
  const worker = parts.world.worker(presence.insz);
  if (isForeign(presence.employer)) {
    if (worker !== undefined) return [];
    return [isBis(presence.insz) ? 'bisNotKnownInLimosa' : 'ssinUnknown'];
  }
  const codes: string[] = [];
  const employer = parts.world.employer(presence.employer);
  if (employer === undefined) codes.push('companyDoesNotExist');
  else if (!employer.qualities.includes('employer')) codes.push('employerNotActive');
  if (worker === undefined || worker.state === 'cancelled') return [...codes, 'ssinUnknown'];
  if (worker.state === 'replaced') codes.push('ssinReplaced');
  const insz = worker.replacedBy ?? presence.insz;
  const employment = parts.world.employment(presence.employer, insz);
  const works =
    employment !== undefined &&
    employment.startDate <= day &&
    (employment.endDate === null || day <= employment.endDate);
  if (employer !== undefined && !works) codes.push('relatedDimonaNotOk');
  return codes;
};

/** Judges how it fits the worker's others on that site. `now` decides whether a missing OUT is overdue. */
const sequenceRemarks = (parts: PresenceParts, presence: Presence, now: number): string[] => {
  const all = parts.presences.ofWorkerAtSite(presence.insz, presence.reference);
  const place = all.findIndex(({ id }) => id === presence.id);
  const before = all[place - 1];
  const after = all[place + 1];
  const codes: string[] = [];
  if (presence.registeredAt < presence.createdAt - LATE) codes.push('registeredLate');
  if (before?.type === presence.type && presence.registeredAt === before.registeredAt) {
    codes.push('duplicateRegistration');
  } else if (before?.type === presence.type && presence.registeredAt - before.registeredAt < REPEATED) {
    codes.push('sameTypeRepeated');
  } else if (presence.type === 'OUT' && before?.type !== 'IN') codes.push('outWithoutIn');
  if (presence.type === 'IN') {
    const closed = after?.type === 'OUT';
    const repeated = after !== undefined && after.registeredAt - presence.registeredAt < REPEATED;
    const overdue = now - presence.registeredAt >= DAY;
    if (!closed && !repeated && (after !== undefined || overdue)) codes.push('inWithoutOut');
  }
  return codes;
};

/** Codes in a fixed order, each once. */
export const judge = (parts: PresenceParts, presence: Presence, now: number): string[] => {
  const day = dayOf(presence.registeredAt);
  return [
    ...new Set([
      ...siteRemarks(parts, presence, day),
      ...personRemarks(parts, presence, day),
      ...sequenceRemarks(parts, presence, now),
    ]),
  ];
};

/** When an IN without its OUT has to be looked at again. */
export const overdueAt = (presence: Presence): number | null =>
  presence.type === 'IN' ? presence.registeredAt + DAY : null;
