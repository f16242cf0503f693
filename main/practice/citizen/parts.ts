// What the citizens' services work with, and the words that their files share.
import type { Switches } from '../admin/switches.ts';
import type { PracticeClock } from '../clock.ts';
import type { Call } from '../http/contract-routes.ts';
import type { Caller } from '../oauth/bearer.ts';
import type { AccessStore } from '../store/access-store.ts';
import type { CitizenFactsStore } from '../store/citizen-facts-store.ts';
import type { CitizenMandateStore } from '../store/citizen-mandate-store.ts';
import type { CitizenRequestStore, DataSet } from '../store/citizen-request-store.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { MandateStore } from '../store/mandate-store.ts';
import type { WorldStore } from '../store/world-store.ts';
import { practiceNow } from './moments.ts';

export interface CitizenParts {
  readonly clock: PracticeClock;
  readonly world: WorldStore;
  readonly access: AccessStore;
  /** Mandates between enterprises, as MAHIS keeps them. */
  readonly mandates: MandateStore;
  readonly citizens: CitizenRequestStore & CitizenMandateStore;
  readonly facts: CitizenFactsStore;
  readonly ledger: LedgerStore;
  readonly switches: Switches;
  /** Scheme, host and port under which the services are reached. */
  readonly origin: () => string;
  /** The address of the citizen's page of a request. */
  readonly requestUrl: (requestId: string) => string;
}

export type CitizenCall = Call<Caller>;

/** Both, in the order in which they are answered. */
export const DATA_SETS: readonly DataSet[] = ['flexiJobEligibility', 'studentWorkHours'];

/** How long an access lasts. Source: slides on citizens' data; for students it is a default that may be changed. */
export const MONTHS: Readonly<Record<DataSet, number>> = { flexiJobEligibility: 1, studentWorkHours: 3 };

/** What must have ended by now has ended, before anybody looks. */
export const passTime = ({ citizens, clock }: CitizenParts): void => {
  citizens.expireRequests(practiceNow(clock));
  citizens.expireMandates(clock.businessDate());
};

export interface Name {
  readonly givenName: string;
  readonly familyName: string;
}

/** The name as the register has it; undefined for a number that practice knows by its rule only. */
export const nameOf = (parts: Pick<CitizenParts, 'world' | 'access'>, insz: string): Name | undefined => {
  const found = parts.world.worker(insz) ?? parts.access.person(insz);
  return found && { givenName: found.givenName, familyName: found.familyName };
};
