// How an enterprise stands in a declaration of works on a day.
import type { WorksDeclaration } from '../store/works-store.ts';

export type Standing = 'active' | 'notInDeclaration' | 'contractNotActive';

const covers = (period: { startDate: string; endDate: string | null }, day: string): boolean =>
  period.startDate <= day && (period.endDate === null || day <= period.endDate);

export const declarationCovers = (declaration: WorksDeclaration, day: string): boolean =>
  covers(declaration, day);

export const standingOn = (declaration: WorksDeclaration, employer: string, day: string): Standing => {
  if (declaration.declarant === employer) return 'active';
  const contracts = declaration.subcontractors.filter((one) => one.enterpriseNumber === employer);
  if (contracts.length === 0) return 'notInDeclaration';
  return contracts.some((contract) => covers(contract, day)) ? 'active' : 'contractNotActive';
};

const EARTH_RADIUS = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points, along the surface. */
export const metresBetween = (
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number },
): number => {
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
};
