// One employer as it stands while its rows are gone through: what is known, with what the rows before have added.
import type { Service } from '../../../preload/contract/services.ts';
import type { EmployerFields } from '../employer-store.ts';
import type { RouteKind } from '../route-store.ts';
import type { KnownEmployer, KnownMandate } from './known-store.ts';

export type PlannedRoute = { service: Service; kind: RouteKind; accountId: string | null; from: string };
export type PlannedEstablishment = { id: string | null; number: string; name: string };
/** `id` null: new. */
export type PlannedMandate = Omit<KnownMandate, 'id' | 'employerId' | 'revision'> & {
  id: string | null;
  revision: number;
};

export type PlannedEmployer = {
  enterpriseNumber: string;
  known: KnownEmployer | null;
  fields: EmployerFields;
  /** Of `fields`: something differs from what is known. */
  changed: boolean;
  establishments: Map<string, PlannedEstablishment>;
  routes: Map<Service, PlannedRoute>;
  mandates: PlannedMandate[];
  /** Which row of the list said what and in which words, to tell rows that say different things. */
  saidBy: Map<string, { line: number; said: string }>;
  /** Rows that were taken. */
  taken: number;
};

/** `name` comes from whichever row of the list has it; empty where none has. */
export function plannedEmployer(
  enterpriseNumber: string,
  known: KnownEmployer | null,
  name: string,
): PlannedEmployer {
  return {
    enterpriseNumber,
    known,
    fields:
      known === null
        ? {
            name,
            nssoNumber: null,
            language: 'nl',
            sizeBracket: 'unknown',
            fullTimeWeeklyMinutes: 2_280,
            sectorDaysHundredths: null,
          }
        : {
            name: known.name,
            nssoNumber: known.nssoNumber,
            language: known.language,
            sizeBracket: known.sizeBracket,
            fullTimeWeeklyMinutes: known.fullTimeWeeklyMinutes,
            sectorDaysHundredths: known.sectorDaysHundredths,
          },
    changed: false,
    establishments: new Map(),
    routes: new Map(),
    mandates: [],
    saidBy: new Map(),
    taken: 0,
  };
}

/** Whether anything is left to write. */
export const hasWork = (employer: PlannedEmployer): boolean =>
  employer.taken > 0 &&
  (employer.known === null ||
    employer.changed ||
    employer.establishments.size > 0 ||
    employer.routes.size > 0 ||
    employer.mandates.length > 0);
