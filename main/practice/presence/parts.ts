// What the presence service works with, and the words that its files share.
import type { Switches } from '../admin/switches.ts';
import type { PracticeClock } from '../clock.ts';
import type { Call } from '../http/contract-routes.ts';
import type { Caller } from '../oauth/bearer.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { MandateStore } from '../store/mandate-store.ts';
import type { PresenceStore } from '../store/presence-store.ts';
import type { SettingStore } from '../store/setting-store.ts';
import type { WorksStore } from '../store/works-store.ts';
import type { WorldStore } from '../store/world-store.ts';
import type { RemarkList } from './remarks.ts';

export interface PresenceParts {
  readonly clock: PracticeClock;
  readonly world: WorldStore;
  readonly mandates: MandateStore;
  readonly works: WorksStore;
  readonly presences: PresenceStore;
  readonly ledger: LedgerStore;
  readonly settings: SettingStore;
  readonly switches: Switches;
  readonly remarks: RemarkList;
  /** Scheme, host and port under which practice is reached. */
  readonly origin: () => string;
}

export type PresenceCall = Call<Caller>;

export interface GivenEmployer {
  readonly enterpriseNumber?: string;
  readonly foreignVatNumber?: string;
}

export interface GivenPlace {
  readonly coordinates?: { readonly longitude: number; readonly latitude: number };
  readonly address?: object;
}

export interface GivenItem {
  readonly registrationDate: string;
  readonly ssin: string;
  readonly type: 'IN' | 'OUT';
  readonly employer: GivenEmployer;
  readonly placeOfWork: GivenPlace;
  readonly contractualRelationshipReference: string;
  readonly clientReference?: string;
}

/** Presences are a matter of the real moment: they follow the clock of the wall with its skew, not the practice date. */
export const nowOf = (parts: Pick<PresenceParts, 'clock'>): number => parts.clock.securityNow();

/** The local day in Belgium (yyyy-MM-dd) of a moment. */
export const dayOf = (moment: number): string => BELGIAN_DAY.format(moment);
const BELGIAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

export const instant = (moment: number): string => new Date(moment).toISOString().replace(/\.000Z$/, 'Z');
